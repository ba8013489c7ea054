import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { type NumberSlip, numberSlip, type Slip, type SlipBlock } from '../../core/slip.ts';
import { languages } from '../../lang/index.ts';
import { paper58, paper80 } from '../../printer/paper.ts';
import { renderSlip } from '../../printer/render.ts';
import { accentedLetters } from './letters.ts';
import { type Dots, dotsOf } from './pixels.ts';

const followUrl = 'http://192.168.1.10:8080/t/V1StGXR8Z5jdHi6BmyTQ';
const usual: NumberSlip = {
  ticket: 'one',
  copy: 1,
  centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ THIỆN MỸ',
  number: 'A012',
  service: 'Chứng thực',
  priority: null,
  ahead: 3,
  wait: { low: 600, high: 1200 },
  date: '23/11/2026',
  time: '08:15',
  followUrl,
  demonstration: false,
};
const longest: NumberSlip = {
  ...usual,
  copy: 2,
  number: 'WW9999',
  service: 'Lao động – Thương binh và Xã hội, Người có công',
  priority: 'Người khuyết tật',
  demonstration: true,
};
const slipOf = (...blocks: SlipBlock[]): Slip => ({ id: 'one-1', blocks });
const numberBlock = (number: string): SlipBlock => {
  const block = numberSlip({ ...usual, number }, languages.vi.slip).blocks.find((each) => each.kind === 'number');
  if (!block) throw new Error('A number slip has no number');
  return block;
};
const draw = async (slip: Slip, paper = paper80): Promise<Dots> => dotsOf((await renderSlip(slip, paper)).png);
const papers = [
  ['80 mm', paper80],
  ['58 mm', paper58],
] as const;

describe('A slip as a picture', () => {
  it('has the size of its drawing', async () => {
    const picture = await renderSlip(numberSlip(usual, languages.vi.slip), paper80);
    const dots = dotsOf(picture.png);
    expect([dots.width, dots.height]).toEqual([picture.widthDots, picture.heightDots]);
    expect(picture.svg).toContain(`height="${picture.heightDots}"`);
  });

  it.each(papers)('on %s keeps its margin on every side, with the longest words in each language', async (_, paper) => {
    for (const words of Object.values(languages))
      for (const facts of [usual, longest]) {
        const dots = await draw(numberSlip(facts, words.slip), paper);
        const box = dots.inkBox();
        const margin = paper.marginMm * paper.dotsPerMm - 1; // a stem may lean out of its advance by a dot
        expect(box?.left).toBeGreaterThanOrEqual(margin);
        expect(box?.top).toBeGreaterThanOrEqual(margin);
        expect(box?.right).toBeLessThanOrEqual(dots.width - margin);
        expect(box?.bottom).toBeLessThanOrEqual(dots.height - margin);
      }
  });

  it('one that cannot be drawn rejects, and the next is drawn', async () => {
    const impossible = slipOf({ kind: 'code', text: 'x'.repeat(5000), sizeMm: 20 });
    await expect(renderSlip(impossible, paper80)).rejects.toThrow();
    await expect(draw(slipOf({ kind: 'rule' }))).resolves.toBeDefined();
  });
});

describe('The number on it', () => {
  it('is at least 15 mm tall on 80 mm, from A001 to Z9999, and 18 mm where there is room', async () => {
    const tall = 15 * paper80.dotsPerMm;
    for (const prefix of ['A', 'M', 'Q', 'W'])
      for (const number of [`${prefix}001`, `${prefix}012`, `${prefix}1000`, `${prefix}9999`]) {
        const box = (await draw(slipOf(numberBlock(number)))).inkBox();
        expect((box?.bottom ?? 0) - (box?.top ?? 0), number).toBeGreaterThanOrEqual(tall);
      }
    const usually = (await draw(slipOf(numberBlock('A012')))).inkBox();
    expect((usually?.bottom ?? 0) - (usually?.top ?? 0)).toBeGreaterThanOrEqual(18 * paper80.dotsPerMm);
  });

  it('is at least 15 mm tall on 58 mm too with three digits and one letter', async () => {
    for (const number of ['A001', 'M999', 'W888']) {
      const box = (await draw(slipOf(numberBlock(number)), paper58)).inkBox();
      expect((box?.bottom ?? 0) - (box?.top ?? 0), number).toBeGreaterThanOrEqual(15 * paper58.dotsPerMm);
    }
  });

  it.each(papers)('never reaches the edge of %s, however long it is', async (_, paper) => {
    for (const number of ['WW9999', 'WWWW99999999']) {
      const dots = await draw(slipOf(numberBlock(number)), paper);
      const box = dots.inkBox();
      expect(box?.left, number).toBeGreaterThan(0);
      expect(box?.right, number).toBeLessThan(dots.width);
    }
  });
});

describe('The QR code on it', () => {
  it.each(papers)(
    'on %s has each module of the code in whole dots, in white as the standard asks',
    async (_, paper) => {
      const dots = await draw(slipOf({ kind: 'code', text: followUrl, sizeMm: 24 }), paper);
      const { data, size } = encode(followUrl, { ecc: 'M', border: 0 });
      const box = dots.inkBox();
      if (!box) throw new Error('No code was drawn');
      const module = (box.right - box.left) / size;
      expect(Number.isInteger(module)).toBe(true);
      expect(module).toBeGreaterThanOrEqual(3);
      expect(box.bottom - box.top).toBe(box.right - box.left);
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++)
          for (const inside of [0, module - 1])
            expect(dots.isBlack(box.left + column * module + inside, box.top + row * module + inside)).toBe(
              data[row]?.[column],
            );
      expect(Math.min(box.left, box.top, dots.width - box.right, dots.height - box.bottom)).toBeGreaterThanOrEqual(
        4 * module,
      );
    },
  );
});

describe('Vietnamese on it', () => {
  const line = (value: string, bold = false): SlipBlock => ({
    kind: 'text',
    text: value,
    sizeMm: 4,
    bold,
    align: 'left',
  });
  const inkOf = async (value: string): Promise<string> => {
    const dots = await draw(slipOf(line(value)));
    const box = dots.inkBox();
    if (!box) return '';
    let ink = '';
    for (let y = box.top; y < box.bottom; y++)
      for (let x = box.left; x < box.right; x++) ink += dots.isBlack(x, y) ? '#' : '.';
    return `${box.right - box.left} ${ink}`;
  };

  it('shows each of the 134 accented letters, none as a box and no two alike', async () => {
    const box = await inkOf('\u{10FFFD}');
    const seen = new Map<string, string>([[box, 'the box for missing letters']]);
    for (const letter of accentedLetters) {
      const ink = await inkOf(letter);
      expect(ink, letter).not.toBe('');
      expect(seen.get(ink), letter).toBeUndefined();
      seen.set(ink, letter);
    }
  });

  it.each([false, true])('never lets the accents of a line touch the line above it (bold: %s)', async (bold) => {
    const below = line('ẬẶỘỰẸỊỤỴ', bold);
    const above = line('ẤẦẨẪẬẮẰẲẴẶỐỒỔỖỘ', bold);
    const between = (await draw(slipOf(below))).height - paper80.marginMm * paper80.dotsPerMm;
    const runs = (await draw(slipOf(below, above))).rows();
    expect(runs.some(([, end]) => end < between)).toBe(true);
    expect(runs.some(([start]) => start > between)).toBe(true);
    expect(runs.filter(([start, end]) => start < between && end > between)).toEqual([]);
  });
});
