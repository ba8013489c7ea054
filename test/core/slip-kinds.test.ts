import { describe, expect, it } from 'vitest';
import { accentedLines, numberSlip, type Slip, type SlipLayout, usualLayout } from '../../core/slip.ts';
import { wordsOf } from '../../lang/index.ts';
import { everySlip, numberFacts } from '../printer/slips.ts';

const words = wordsOf('vi').slip;
const english = wordsOf('en').slip;
const textsOf = (slip: Slip): string[] =>
  slip.blocks.flatMap((block) => {
    if (block.kind === 'pair') return [block.label, block.value];
    return 'text' in block ? [block.text] : [];
  });
const slipOf = (kind: string, language: 'vi' | 'en' = 'vi'): Slip => {
  const slip = everySlip(language)[kind];
  if (!slip) throw new Error(`No slip ${kind}`);
  return slip;
};
const laidOut = (layout: Partial<SlipLayout>): string[] =>
  textsOf(
    numberSlip({ ...numberFacts('vi'), bring: ['Căn cước công dân'] }, words, {
      layout: { ...usualLayout, ...layout },
    }),
  );

describe('every kind of slip', () => {
  it.each(['vi', 'en'] as const)('in %s is never taken for the official receipt of a dossier (Mẫu 01)', (language) => {
    for (const [kind, slip] of Object.entries(everySlip(language)))
      for (const text of textsOf(slip)) {
        expect(text, kind).not.toMatch(/hẹn trả|trả kết quả|mẫu số|biên nhận/i);
        if (/tiếp nhận hồ sơ/i.test(text)) expect(text).toContain('không phải');
      }
  });

  it('says something in each block', () => {
    for (const language of ['vi', 'en'] as const)
      for (const slip of Object.values(everySlip(language)))
        for (const text of textsOf(slip)) expect(text.trim()).not.toBe('');
  });

  it('in English has no Vietnamese words of ours', () => {
    const ours = new Set(Object.values(words).filter((word) => typeof word === 'string'));
    for (const [kind, slip] of Object.entries(everySlip('en')))
      if (kind !== 'bilingual')
        for (const text of textsOf(slip)) expect(ours.has(text), `${kind}: ${text}`).toBe(false);
  });
});

describe('the number slip', () => {
  it('in two languages says each thing twice, the first language first', () => {
    const texts = textsOf(slipOf('bilingual'));
    for (const [first, second] of [
      [words.slipTitle, english.slipTitle],
      [words.slipAhead(3), english.slipAhead(3)],
      [words.slipWait(10, 20), english.slipWait(10, 20)],
      [words.slipKeep, english.slipKeep],
    ] as const)
      expect(texts.indexOf(second), second).toBeGreaterThan(texts.indexOf(first));
    expect(texts.filter((text) => text === 'A012')).toHaveLength(1);
  });

  it('in large print has a larger number and larger letters', () => {
    const sizes = (slip: Slip) => slip.blocks.flatMap((block) => (block.kind === 'text' ? [block.sizeMm] : []));
    expect(Math.max(...sizes(slipOf('large')))).toBeGreaterThan(Math.max(...sizes(slipOf('number'))));
    const heightOf = (slip: Slip) => slip.blocks.find((block) => block.kind === 'number')?.heightMm ?? 0;
    expect(heightOf(slipOf('large'))).toBeGreaterThan(heightOf(slipOf('number')));
  });

  it('has the lines of the centre above and below, and its logo', () => {
    const texts = laidOut({ header: ['ỦY BAN NHÂN DÂN'], footer: ['Điện thoại'] });
    expect(texts[0]).toBe('ỦY BAN NHÂN DÂN');
    expect(texts.at(-1)).toBe('Điện thoại');
    expect(slipOf('full').blocks.some((block) => block.kind === 'logo')).toBe(true);
  });

  it('leaves out what the centre does not want, never the number, its service and the wish to keep it', () => {
    const nothing = { ahead: false, wait: false, bring: false, code: false, time: false, thanks: false };
    const texts = laidOut({ show: nothing });
    expect(texts).toEqual(expect.arrayContaining([words.slipTitle, 'A012', numberFacts('vi').service, words.slipKeep]));
    for (const text of [words.slipAhead(3), words.slipWait(10, 20), words.slipFollow, words.slipBring])
      expect(texts).not.toContain(text);
    expect(laidOut({})).toEqual(expect.arrayContaining([words.slipBring, 'Căn cước công dân']));
  });
});

describe('the other slips', () => {
  it('given a second copy, then each says that it is printed again before anything else', () => {
    expect(textsOf(slipOf('full'))[0]).toBe(words.slipReprint(2));
    expect(slipOf('full').id).toBe('one-2');
  });

  it('a checklist has a box before each paper', () => {
    const items = slipOf('checklist').blocks.filter((block) => block.kind === 'item');
    expect(items).toHaveLength(3);
    expect(items.every((item) => item.box)).toBe(true);
  });

  it('an appointment has its day, its time and its code, and no name', () => {
    const texts = textsOf(slipOf('appointment'));
    expect(texts).toEqual(
      expect.arrayContaining([
        words.appointmentWhen('24/11/2026', 'Thứ Ba'),
        words.appointmentBetween('08:30', '09:00'),
        '482 915',
        words.appointmentNoReceipt,
      ]),
    );
  });

  it('the day in figures has minutes, and a dash where nobody was called', () => {
    const texts = textsOf(slipOf('day'));
    expect(texts).toContain(words.dayMinutes(14));
    expect(texts).toContain(words.dayServiceLine(13, null));
  });

  it('the test page has all 134 accented letters, each once', () => {
    const letters = [...accentedLines.join('').replaceAll(' ', '')];
    expect(new Set(letters).size).toBe(134);
    expect(letters).toHaveLength(134);
    const texts = textsOf(slipOf('test'));
    for (const line of accentedLines) expect(texts).toContain(line);
  });
});
