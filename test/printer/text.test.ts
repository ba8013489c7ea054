import { describe, expect, it } from 'vitest';
import type { Slip } from '../../core/slip.ts';
import { encodeText } from '../../printer/encode/code-page.ts';
import { encodeSlip } from '../../printer/encode.ts';
import type { CodePage, PrinterProfile } from '../../printer/profile.ts';
import { paperOf } from '../../printer/profile.ts';
import { findProfile, profiles } from '../../printer/profiles.ts';
import { slipBitmap } from '../../printer/render.ts';
import { decode, differences, type Printed } from '../support/escpos-decoder.ts';
import { accentedLetters } from './letters.ts';
import { everySlip, followUrl, usualSlip } from './slips.ts';

const epsonPages: CodePage[] = [{ encoding: 'tcvn3', lower: 30, upper: 31 }];
const combining: CodePage[] = [{ encoding: 'cp1258', page: 52, combining: true }];
const separate: CodePage[] = [{ encoding: 'cp1258', page: 27, combining: false }];

/** The small letters of TCVN 5712-3 from 0xB5 on, as the standard lists them; no letter where there is a dot. */
const standard = 'àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ';
const standardMarks: Record<number, string> = { 168: 'ă', 169: 'â', 170: 'ê', 171: 'ô', 172: 'ơ', 173: 'ư', 174: 'đ' };
const capitalMarks: Record<number, string> = { 161: 'Ă', 162: 'Â', 167: 'Đ', 170: 'Ê', 171: 'Ô', 172: 'Ơ', 173: 'Ư' };

/** What a printer prints for the bytes of a page. */
function read(page: number | null, bytes: readonly number[]): string {
  if (page === 27 || page === 52)
    return new TextDecoder('windows-1258').decode(Uint8Array.from(bytes)).normalize('NFC');
  return bytes
    .map((byte) => {
      if (byte < 128) return String.fromCharCode(byte);
      if (page === 30) return standardMarks[byte] ?? standard[byte - 0xb5];
      if (page === 31) return capitalMarks[byte] ?? standard[byte - 0xb5]?.toUpperCase();
      return '�';
    })
    .join('');
}
const readAll = (runs: readonly { page: number | null; bytes: readonly number[] }[]): string =>
  runs.map((run) => read(run.page, run.bytes)).join('');
const without = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('Vietnamese in a printer’s own letters', () => {
  it('with TCVN-3 pages has all 134 letters, small ones and capitals on pages of their own', () => {
    for (const letter of accentedLetters) expect(readAll(encodeText(letter, epsonPages)), letter).toBe(letter);
    expect(readAll(encodeText('Ủy ban nhân dân xã ĐẮK', epsonPages))).toBe('Ủy ban nhân dân xã ĐẮK');
  });

  it('with a page of letters and combining marks has all 134', () => {
    for (const letter of accentedLetters) expect(readAll(encodeText(letter, combining)), letter).toBe(letter);
  });

  it('where marks would stand beside their letter, only whole letters are used: the tone goes before the mark', () => {
    expect(readAll(encodeText('Quầy tiếp nhận: á Đ ư', separate))).toBe('Quây tiêp nhân: á Đ ư');
    for (const letter of accentedLetters) expect(encodeText(letter, separate)[0]?.bytes, letter).toHaveLength(1);
  });

  it('without pages has plain letters, and signs that every printer has', () => {
    for (const letter of accentedLetters) {
      const runs = encodeText(letter, []);
      expect(readAll(runs), letter).toBe(without(letter));
      expect(runs.every((run) => run.page === null)).toBe(true);
    }
    expect(readAll(encodeText('10–20 phút · “xong”…', []))).toBe('10-20 phut - "xong"...');
    expect(readAll(encodeText('漢', []))).toBe('?');
  });

  it('never has a byte that a printer takes for a command', () => {
    for (const pages of [epsonPages, combining, separate, []])
      for (const run of encodeText(accentedLetters.join('\u0007\u001b'), pages))
        for (const byte of run.bytes) expect(byte).toBeGreaterThanOrEqual(0x20);
  });
});

const textProfiles = profiles.filter((profile) => profile.mode === 'text' && profile.dialect === 'escpos');
const print = async (slip: Slip, profile: PrinterProfile): Promise<Printed> =>
  decode(await encodeSlip(slip, profile), { widthDots: profile.widthDots, letters: true });
const linesOf = (printed: Printed): string[] => printed.lines.map((line) => readAll(line.runs));

describe.each(textProfiles.map((profile) => [profile.name, profile] as const))(
  'A slip in letters on %s',
  (_, profile) => {
    it('in every kind and language: no line is too long, no byte is stray, one cut', async () => {
      for (const language of ['vi', 'en'] as const)
        for (const [kind, slip] of Object.entries(everySlip(language))) {
          const printed = await print(slip, profile);
          expect(printed.cuts, kind).toBe(profile.cutter === 'none' ? 0 : 1);
          for (const line of printed.lines) {
            const text = readAll(line.runs);
            expect([...text].length * line.width, text).toBeLessThanOrEqual(profile.columns);
            expect(text).not.toContain('�');
          }
        }
    });

    it('the number is as large as the printer can, and at least 15 mm tall', async () => {
      const number = (await print(usualSlip('vi'), profile)).lines.find((line) => readAll(line.runs) === 'A012');
      // Digits are about 0.7 of a letter’s 24 dots.
      expect(((number?.height ?? 0) * 24 * 0.7) / profile.dotsPerMm).toBeGreaterThanOrEqual(15);
    });
  },
);

describe('A slip in letters', () => {
  const withPages = findProfile('text-80') as PrinterProfile;
  const drawn = findProfile('text-58') as PrinterProfile;

  it('reads back as it was written', async () => {
    const text = linesOf(await print(usualSlip('vi'), withPages)).join('\n');
    for (const words of [
      'PHIẾU SỐ THỨ TỰ',
      'Hộ tịch - Tư pháp',
      'Số người chờ trước: 3',
      'Vui lòng giữ phiếu và chờ gọi số',
    ])
      expect(text).toContain(words);
  });

  it('has its code drawn by the printer where the profile says so, else as a picture', async () => {
    expect((await print(usualSlip('vi'), withPages)).codes).toEqual([followUrl]);
    const code = { kind: 'code', text: followUrl, sizeMm: 24 } as const;
    const printed = await print({ id: 'one-1', blocks: [code] }, drawn);
    expect(printed.codes).toEqual([]);
    const preview = await slipBitmap({ id: 'one-1', blocks: [code] }, paperOf(drawn));
    expect(differences(printed.paper, preview)).toEqual([]);
  });

  it('on a Daruma has plain letters and its own cut, and the address in plain', async () => {
    const bytes = await encodeSlip(usualSlip('vi'), findProfile('daruma-80') as PrinterProfile);
    const text = bytes.toString('latin1');
    expect(text).toContain('PHIEU SO THU TU');
    expect(text).toContain(followUrl);
    expect(text.split('\u001bm')).toHaveLength(2);
  });
});
