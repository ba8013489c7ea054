import { keepTogether } from '../lang/phrases.ts';
import type { Font } from './font.ts';

/**
 * Breaks a text into lines no wider than `width` (in em). As few lines as possible, then as even as possible, so that no word
 * stands alone on the last one. A dash stays with the word before it, syllables of a word stay together; a word wider than a line is
 * broken between letters.
 */
export function wrap(text: string, font: Font, width: number): string[] {
  const words = keepTogether(text.replace(/[\t\r\n ]+/g, ' ').trim())
    .split(/ (?![–—-](?: |$))/)
    .flatMap((word) => pieces(word, font, width));
  const widest = fill(words, font, width);
  let narrow = Math.max(...words.map((word) => font.widthOf(word)));
  let wide = width;
  while (wide - narrow > 0.1) {
    const middle = (narrow + wide) / 2;
    if (fill(words, font, middle).length > widest.length) narrow = middle;
    else wide = middle;
  }
  return fill(words, font, wide);
}

/** Puts as many words on each line as it can hold. */
function fill(words: readonly string[], font: Font, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, font: Font, width: number): string[] {
  if (font.widthOf(word) <= width) return [word];
  if (word.includes('\u00a0')) return word.split('\u00a0').flatMap((syllable) => pieces(syllable, font, width));
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && font.widthOf(part + letter) > width) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  return [...parts, part];
}
