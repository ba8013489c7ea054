import { describe, expect, it } from 'vitest';
import type { Slip, SlipBlock } from '../../core/slip.ts';
import { regular } from '../../printer/font.ts';
import { paper58, paper80 } from '../../printer/paper.ts';
import { slipToSvg } from '../../printer/svg.ts';
import { wrap } from '../../printer/wrap.ts';

const slipOf = (...blocks: SlipBlock[]): Slip => ({ id: 'one-1', blocks });
const text = (value: string, sizeMm = 4): SlipBlock => ({
  kind: 'text',
  text: value,
  sizeMm,
  bold: false,
  align: 'centre',
});
const linesIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => (match[1] ?? '').replaceAll('\u00a0', ' '));

describe('Lines', () => {
  const plain = (lines: string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

  it('given a text that fits, then it stays on one line', () => {
    expect(wrap('Chứng thực', regular, 100)).toEqual(['Chứng\u00a0thực']);
    expect(wrap('', regular, 100)).toEqual(['']);
  });

  it('given a long text, then its lines are even, within the width, and lose nothing', () => {
    const value = 'Lao động – Thương binh và Xã hội, Người có công';
    for (const width of [6, 8, 10, 12, 16, 20]) {
      const lines = wrap(value, regular, width);
      for (const line of lines) expect(regular.widthOf(line)).toBeLessThanOrEqual(width);
      expect(plain(lines).join(' ')).toBe(value);
    }
    expect(plain(wrap('một hai ba bốn năm sáu', regular, regular.widthOf('một hai ba bốn năm')))).toEqual([
      'một hai ba',
      'bốn năm sáu',
    ]);
  });

  it('given a word of several syllables or a dash, then no line breaks inside of it or begins with it', () => {
    expect(plain(wrap('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ THIỆN MỸ', regular, 12))).toEqual([
      'TRUNG TÂM PHỤC VỤ',
      'HÀNH CHÍNH CÔNG',
      'XÃ THIỆN MỸ',
    ]);
    for (const width of [5, 6, 7, 8, 9, 10])
      for (const line of wrap('Hộ tịch – Tư pháp – Đất đai', regular, width)) expect(line).not.toMatch(/^–/);
  });

  it('given a word wider than the line, then it is broken rather than cut off', () => {
    const lines = wrap('xem https://www.example.vn/duong/dan/rat/dai nhé', regular, 8);
    for (const line of lines) expect(regular.widthOf(line)).toBeLessThanOrEqual(8);
    expect(lines.join('').replaceAll(' ', '')).toBe('xemhttps://www.example.vn/duong/dan/rat/dainhé');
  });
});

describe('The drawing of a slip', () => {
  it('given the same slip, then it is the same drawing, as wide as the paper', () => {
    const slip = slipOf(text('Chứng thực'), { kind: 'rule' }, { kind: 'code', text: 'http://a.vn', sizeMm: 20 });
    expect(slipToSvg(slip, paper80)).toEqual(slipToSvg(slip, paper80));
    expect(slipToSvg(slip, paper80).widthDots).toBe(576);
    expect(slipToSvg(slip, paper58).widthDots).toBe(384);
  });

  it('given a long name, then it takes more lines and more paper on 58 mm than on 80 mm', () => {
    const slip = slipOf(text('Lao động – Thương binh và Xã hội, Người có công', 2.8));
    const wide = slipToSvg(slip, paper80);
    const narrow = slipToSvg(slip, paper58);
    expect(linesIn(wide.svg)).toHaveLength(1);
    expect(linesIn(narrow.svg).length).toBeGreaterThan(1);
    expect(narrow.heightDots).toBeGreaterThan(wide.heightDots);
    expect(linesIn(narrow.svg).join(' ')).toBe('Lao động – Thương binh và Xã hội, Người có công');
  });

  it('given signs that mean something in XML, or control characters, then they cannot break the drawing', () => {
    expect(linesIn(slipToSvg(slipOf(text('a < b & "c" > d\u0000\u0007\uFFFE')), paper80).svg)).toEqual([
      'a &lt; b &amp; "c" &gt; d',
    ]);
  });

  it('given decomposed accents, then it is the drawing of the composed ones', () => {
    const composed = 'Ủy ban nhân dân xã Mỹ Thiện';
    expect(slipToSvg(slipOf(text(composed.normalize('NFD'))), paper80)).toEqual(
      slipToSvg(slipOf(text(composed)), paper80),
    );
  });
});
