import { kiosk } from '../lang/vi/kiosk.ts';
import { languageControllerFor, type PageWords } from '../ui/language.ts';

export type Words = PageWords<'kiosk'>;

/** The page's language with the words of this page. */
export const LanguageController = languageControllerFor({ kiosk });
