import type { CodePage } from '../profile.ts';

/** Part of a text in the bytes of a page (ESC t). */
export interface PageRun {
  /** Null: as the printer stands, for plain letters. */
  readonly page: number | null;
  readonly bytes: readonly number[];
}

/** TCVN 5712-3, as .VnTime fonts have it. The page of capitals has the same places. */
const tcvn3Small = 'ăâêôơưđ      ' + 'àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';
const tcvn3First = 0xa8;
/** Ă, Â and Đ stand lower among the capitals, where every page of this family has them. */
const tcvn3Capitals: Readonly<Record<string, number>> = { Ă: 0xa1, Â: 0xa2, Đ: 0xa7 };

/** Windows 1258: letters that are whole. */
const cp1258: Readonly<Record<string, number>> = {
  À: 0xc0,
  Á: 0xc1,
  Â: 0xc2,
  Ă: 0xc3,
  È: 0xc8,
  É: 0xc9,
  Ê: 0xca,
  Í: 0xcd,
  Đ: 0xd0,
  Ó: 0xd3,
  Ô: 0xd4,
  Ơ: 0xd5,
  Ù: 0xd9,
  Ú: 0xda,
  Ư: 0xdd,
  à: 0xe0,
  á: 0xe1,
  â: 0xe2,
  ă: 0xe3,
  è: 0xe8,
  é: 0xe9,
  ê: 0xea,
  í: 0xed,
  đ: 0xf0,
  ó: 0xf3,
  ô: 0xf4,
  ơ: 0xf5,
  ù: 0xf9,
  ú: 0xfa,
  ư: 0xfd,
};
/** Its tones, each after the letter it stands on. */
const cp1258Tones: Readonly<Record<string, number>> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
};
const tones = /[\u0300\u0309\u0303\u0301\u0323]/;

/** Signs outside ASCII that slips use, as any printer has them. */
const plainSigns: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '“': '"',
  '”': '"',
  '’': "'",
  '‘': "'",
  '×': 'x',
  '\u00a0': ' ',
};

/**
 * A text in the bytes of a printer's pages. What a page lacks loses its tone, then its mark: ế may become ê or e, never a stray
 * sign. Without pages all of it is plain.
 */
export function encodeText(text: string, pages: readonly CodePage[]): PageRun[] {
  const runs: { page: number | null; bytes: number[] }[] = [];
  for (const sign of text.normalize('NFC')) {
    const { page, bytes } = encodeSign(sign, pages[0]);
    const last = runs.at(-1);
    if (last && (page === null || last.page === page || last.page === null)) {
      last.page ??= page;
      last.bytes.push(...bytes);
    } else runs.push({ page, bytes: [...bytes] });
  }
  return runs;
}

function encodeSign(sign: string, page: CodePage | undefined): PageRun {
  if (/^[\x20-\x7e]$/.test(sign)) return { page: null, bytes: [sign.charCodeAt(0)] };
  if (page) {
    const found = page.encoding === 'tcvn3' ? inTcvn3(sign, page) : inCp1258(sign, page);
    if (found) return found;
    const withoutTone = sign.normalize('NFD').replace(tones, '').normalize('NFC');
    if (withoutTone !== sign) return encodeSign(withoutTone, page);
  }
  return { page: null, bytes: [...Buffer.from(plain(sign), 'latin1')] };
}

function inTcvn3(sign: string, { lower, upper }: CodePage & { encoding: 'tcvn3' }): PageRun | null {
  const small = sign.toLowerCase();
  const place = tcvn3Small.indexOf(small);
  if (place < 0 || small === ' ') return null;
  if (sign === small) return { page: lower, bytes: [tcvn3First + place] };
  return { page: upper, bytes: [tcvn3Capitals[sign] ?? tcvn3First + place] };
}

function inCp1258(sign: string, { page, combining }: CodePage & { encoding: 'cp1258' }): PageRun | null {
  const whole = cp1258[sign];
  if (whole !== undefined) return { page, bytes: [whole] };
  if (!combining) return null;
  const apart = sign.normalize('NFD');
  const tone = tones.exec(apart)?.[0];
  const letter = apart.replace(tones, '').normalize('NFC');
  const letterByte = /^[a-z]$/i.test(letter) ? letter.charCodeAt(0) : cp1258[letter];
  const toneByte = tone && cp1258Tones[tone];
  return letterByte === undefined || !toneByte ? null : { page, bytes: [letterByte, toneByte] };
}

/** A sign without its marks; a question mark where nothing is left of it. */
function plain(sign: string): string {
  const known = plainSigns[sign] ?? (sign === 'đ' ? 'd' : sign === 'Đ' ? 'D' : undefined);
  if (known !== undefined) return known;
  const letter = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[\x20-\x7e]+$/.test(letter) ? letter : '?';
}
