import { counter } from '../../lang/vi/counter.ts';
import { languageControllerFor } from '../../ui/language.ts';

/** The page's language with the words of this page. */
export const LanguageController = languageControllerFor({ counter });
