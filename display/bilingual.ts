import { html, type TemplateResult } from 'lit';
import { board as en } from '../lang/en/board.ts';
import { board as vi } from '../lang/vi/board.ts';

/** The words of the hall: Vietnamese, and English beside it. */
export const hallWords = { vi, en } as const;

/** A Vietnamese text with its English under it; `.vi` and `.en` of theme.css.ts give the sizes. */
export function bilingual(vi: string, en: string): TemplateResult {
  return html`<span class="bilingual"><span class="vi" lang="vi">${vi}</span><span class="en" lang="en">${en}</span></span>`;
}

type PlainKey = {
  [K in keyof typeof hallWords.vi]: (typeof hallWords.vi)[K] extends string ? K : never;
}[keyof typeof hallWords.vi];

/** Words of the hall in both languages. */
export const both = (key: PlainKey): TemplateResult => bilingual(hallWords.vi[key], hallWords.en[key]);
