import { describe, expect, it } from 'vitest';
import { englishNumber, largestRead, spellEnglish, spellVietnamese, vietnameseNumber } from '../../lang/number.ts';

/** Checked by hand, in northern words; the southern ones follow by their two words. */
const upTo40 = `không, một, hai, ba, bốn, năm, sáu, bảy, tám, chín,
mười, mười một, mười hai, mười ba, mười bốn, mười lăm, mười sáu, mười bảy, mười tám, mười chín,
hai mươi, hai mươi mốt, hai mươi hai, hai mươi ba, hai mươi tư, hai mươi lăm, hai mươi sáu, hai mươi bảy, hai mươi tám, hai mươi chín,
ba mươi, ba mươi mốt, ba mươi hai, ba mươi ba, ba mươi tư, ba mươi lăm, ba mươi sáu, ba mươi bảy, ba mươi tám, ba mươi chín,
bốn mươi`.split(/,\s/);

const larger: readonly [number, north: string, south: string][] = [
  [44, 'bốn mươi tư', 'bốn mươi tư'],
  [55, 'năm mươi lăm', 'năm mươi lăm'],
  [91, 'chín mươi mốt', 'chín mươi mốt'],
  [100, 'một trăm', 'một trăm'],
  [101, 'một trăm linh một', 'một trăm lẻ một'],
  [104, 'một trăm linh bốn', 'một trăm lẻ bốn'],
  [105, 'một trăm linh năm', 'một trăm lẻ năm'],
  [110, 'một trăm mười', 'một trăm mười'],
  [111, 'một trăm mười một', 'một trăm mười một'],
  [115, 'một trăm mười lăm', 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt', 'một trăm hai mươi mốt'],
  [124, 'một trăm hai mươi tư', 'một trăm hai mươi tư'],
  [125, 'một trăm hai mươi lăm', 'một trăm hai mươi lăm'],
  [215, 'hai trăm mười lăm', 'hai trăm mười lăm'],
  [505, 'năm trăm linh năm', 'năm trăm lẻ năm'],
  [999, 'chín trăm chín mươi chín', 'chín trăm chín mươi chín'],
  [1000, 'một nghìn', 'một ngàn'],
  [1005, 'một nghìn không trăm linh năm', 'một ngàn không trăm lẻ năm'],
  [1015, 'một nghìn không trăm mười lăm', 'một ngàn không trăm mười lăm'],
  [1100, 'một nghìn một trăm', 'một ngàn một trăm'],
  [2024, 'hai nghìn không trăm hai mươi tư', 'hai ngàn không trăm hai mươi tư'],
  [5500, 'năm nghìn năm trăm', 'năm ngàn năm trăm'],
  [10000, 'mười nghìn', 'mười ngàn'],
  [21015, 'hai mươi mốt nghìn không trăm mười lăm', 'hai mươi mốt ngàn không trăm mười lăm'],
  [99999, 'chín mươi chín nghìn chín trăm chín mươi chín', 'chín mươi chín ngàn chín trăm chín mươi chín'],
  [105005, 'một trăm linh năm nghìn không trăm linh năm', 'một trăm lẻ năm ngàn không trăm lẻ năm'],
];

describe('Whole numbers in Vietnamese', () => {
  it('reads 0 to 40 as checked by hand, the same in both regions', () => {
    expect(upTo40).toHaveLength(41);
    expect(upTo40.map((_, value) => vietnameseNumber(value, 'north'))).toEqual(upTo40);
    expect(upTo40.map((_, value) => vietnameseNumber(value, 'south'))).toEqual(upTo40);
  });

  it.each(larger)('reads %i as "%s" in the north and "%s" in the south', (value, north, south) => {
    expect(vietnameseNumber(value, 'north')).toBe(north);
    expect(vietnameseNumber(value, 'south')).toBe(south);
  });

  it('never says two numbers alike', () => {
    for (const region of ['north', 'south'] as const) {
      const said = new Set(Array.from({ length: 100_000 }, (_, value) => vietnameseNumber(value, region)));
      expect(said.size).toBe(100_000);
    }
  });

  it.each([-1, 1.5, Number.NaN, largestRead + 1])('refuses %d', (value) => {
    expect(() => vietnameseNumber(value)).toThrow(RangeError);
    expect(() => englishNumber(value)).toThrow(RangeError);
  });
});

describe('Whole numbers in English', () => {
  it.each([
    [0, 'zero'],
    [12, 'twelve'],
    [20, 'twenty'],
    [21, 'twenty-one'],
    [40, 'forty'],
    [100, 'one hundred'],
    [105, 'one hundred and five'],
    [121, 'one hundred and twenty-one'],
    [1000, 'one thousand'],
    [1015, 'one thousand and fifteen'],
    [2124, 'two thousand one hundred and twenty-four'],
    [99999, 'ninety-nine thousand nine hundred and ninety-nine'],
  ])('reads %i as "%s"', (value, said) => {
    expect(englishNumber(value)).toBe(said);
  });
});

describe('Ticket numbers, sign by sign', () => {
  it.each([
    ['A012', 'A không một hai', 'A zero one two'],
    ['C145', 'xê một bốn năm', 'C one four five'],
    ['K1000', 'ca một không không không', 'K one zero zero zero'],
    ['GH021', 'giê hát không hai một', 'G H zero two one'],
    ['b-7', 'bê bảy', 'B seven'],
    ['', '', ''],
  ])('spells %s as "%s" and "%s"', (code, vietnamese, english) => {
    expect(spellVietnamese(code)).toBe(vietnamese);
    expect(spellEnglish(code)).toBe(english);
  });

  it('has a name of its own for each Vietnamese and each English letter', () => {
    const letters = [...'AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ'];
    const names = letters.map(spellVietnamese);
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(letters.length);
    expect(spellVietnamese('D')).toBe('dê');
    expect(spellVietnamese('Đ')).toBe('đê');
    expect(spellVietnamese('Ă'.normalize('NFD'))).toBe('á');
  });
});
