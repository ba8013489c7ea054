/** The languages of the product by their own names, Vietnamese first. Apart from the words, so that a page can name a language without carrying it. */
export const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const;

export type Language = keyof typeof languageNames;

export const isLanguage = (value: string): value is Language => Object.hasOwn(languageNames, value);
