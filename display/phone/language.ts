import { rating } from '../../lang/vi/rating.ts';
import { ticket } from '../../lang/vi/ticket.ts';
import { languageControllerFor } from '../../ui/language.ts';

/** The page's language with the words of this page. */
export const LanguageController = languageControllerFor({ rating, ticket });
