import { supervisor } from '../../lang/vi/supervisor.ts';
import { languageControllerFor, type PageWords } from '../../ui/language.ts';

export type Words = PageWords<'supervisor'>;

/** The page's language with the words of this page. */
export const LanguageController = languageControllerFor({ supervisor });
