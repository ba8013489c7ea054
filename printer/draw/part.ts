import { bold, type Font } from '../font.ts';

/** A part of the drawing, and the height it takes. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/** A length in the drawing: hundredths of a dot are plenty. */
export const dots = (value: number): string => String(Math.round(value * 100) / 100);
export const weight = (font: Font): string => (font === bold ? ' font-weight="700"' : '');

/** Room that a line of text takes, in em. */
export const lineOf = (font: Font): number => font.ascent + font.descent;

/** One code point for each accented letter, as the font has it, and none of the control characters that XML refuses. */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '');

export const toXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
