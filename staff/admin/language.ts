import { admin } from '../../lang/vi/admin.ts';
import { languageControllerFor, type PageWords } from '../../ui/language.ts';

export type Words = PageWords<'admin'>;

/** The page's language with the words of this page. */
export const LanguageController = languageControllerFor({ admin });
