import { en } from './en.ts';
import { isLanguage, type Language } from './names.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';

export { isLanguage, type Language, languageNames } from './names.ts';
export type { Words };

/** All languages with their words. A new one is one more file and one more entry here and in names.ts. */
export const languages: Record<Language, Words> = { vi, en };

/** The words of a language; Vietnamese where it is not known. */
export const wordsOf = (language: string): Words => (isLanguage(language) ? languages[language] : vi);
