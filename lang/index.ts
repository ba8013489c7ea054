import { en } from './en.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';

export type { Words };

/** The languages of the product, Vietnamese first. A new one is one more file and one more entry. */
export const languages = { vi, en } satisfies Record<string, Words>;

export type Language = keyof typeof languages;

export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' };

export const isLanguage = (value: string): value is Language => value in languages;

/** The words of a language; Vietnamese where it is not known. */
export const wordsOf = (language: string): Words => (isLanguage(language) ? languages[language] : vi);
