import { describe, expect, it } from 'vitest';
import { bold, regular } from '../../printer/font.ts';
import { accentedLetters } from './letters.ts';

describe('The typeface on paper', () => {
  it('has its own glyph for each of the 134 accented letters', () => {
    expect(accentedLetters).toHaveLength(134);
    for (const letter of accentedLetters) {
      expect(regular.has(letter), letter).toBe(true);
      expect(bold.has(letter), letter).toBe(true);
    }
    expect(regular.has('\u{10FFFD}')).toBe(false);
  });

  it('leaves room in a line for the tallest and the deepest of them', () => {
    for (const font of [regular, bold]) {
      const { top, bottom } = font.inkOf(accentedLetters.join(''));
      expect(top).toBeGreaterThan(font.inkOf('A').top);
      expect(top).toBeLessThan(font.ascent);
      expect(bottom).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(font.descent);
    }
  });

  it('measures words', () => {
    expect(regular.widthOf('')).toBe(0);
    expect(regular.widthOf('000')).toBeCloseTo(3 * regular.widthOf('0'));
    expect(bold.widthOf('phiếu')).toBeGreaterThan(regular.widthOf('phiếu'));
    expect(regular.inkOf(' ')).toEqual({ top: 0, bottom: 0 });
  });
});
