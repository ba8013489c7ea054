/** How a Vietnamese voice says 105 and 1,000: `north` linh, nghìn; `south` lẻ, ngàn. */
export type Region = 'north' | 'south';

const vietnameseDigits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const englishSmall =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Names of letters as halls call them, written as a voice reads them; a vowel alone is its own name. D is said like Đ in practice: prefixes should avoid one. */
const vietnameseLetters: Readonly<Record<string, string>> = {
  A: 'A',
  Ă: 'á',
  Â: 'ớ',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  Đ: 'đê',
  E: 'E',
  Ê: 'ê',
  F: 'ép phờ',
  G: 'giê',
  H: 'hát',
  I: 'I',
  J: 'gi',
  K: 'ca',
  L: 'lờ',
  M: 'mờ',
  N: 'nờ',
  O: 'O',
  Ô: 'ô',
  Ơ: 'ơ',
  P: 'pê',
  Q: 'quy',
  R: 'rờ',
  S: 'ét',
  T: 'tê',
  U: 'U',
  Ư: 'ư',
  V: 'vê',
  W: 'vê kép',
  X: 'ích',
  Y: 'i dài',
  Z: 'dét',
};

/** The largest whole number that is read as one; longer ones are codes and read digit by digit. */
export const largestRead = 999_999;

/** Reads a whole number from 0 to `largestRead` in Vietnamese: 1015 is "một nghìn không trăm mười lăm". Throws RangeError. */
export function vietnameseNumber(value: number, region: Region = 'north'): string {
  check(value);
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  if (thousands === 0) return vietnameseHundreds(rest, false, region);
  const head = `${vietnameseHundreds(thousands, false, region)} ${region === 'north' ? 'nghìn' : 'ngàn'}`;
  return rest === 0 ? head : `${head} ${vietnameseHundreds(rest, true, region)}`;
}

/** 0 to 999; `whole` reads the hundreds of a number below 100 too, as is done behind thousands. */
function vietnameseHundreds(value: number, whole: boolean, region: Region): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0 && !whole) return vietnameseTens(rest);
  const head = `${digit(hundreds)} trăm`;
  if (rest === 0) return head;
  if (rest < 10) return `${head} ${region === 'north' ? 'linh' : 'lẻ'} ${digit(rest)}`;
  return `${head} ${vietnameseTens(rest)}`;
}

/** 0 to 99. One, four and five sound different behind tens: 21 mốt, 24 tư, 15 and 25 lăm. */
function vietnameseTens(value: number): string {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  if (tens === 0) return digit(unit);
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
  if (unit === 0) return head;
  if (unit === 5) return `${head} lăm`;
  if (tens > 1 && unit === 1) return `${head} mốt`;
  if (tens > 1 && unit === 4) return `${head} tư`;
  return `${head} ${digit(unit)}`;
}

const digit = (value: number): string => vietnameseDigits[value] ?? '';

/** Reads a whole number from 0 to `largestRead` in English: 1015 is "one thousand and fifteen". Throws RangeError. */
export function englishNumber(value: number): string {
  check(value);
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  if (thousands === 0) return englishHundreds(rest);
  const head = `${englishHundreds(thousands)} thousand`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} and ${englishHundreds(rest)}` : `${head} ${englishHundreds(rest)}`;
}

function englishHundreds(value: number): string {
  if (value < 20) return englishSmall[value] ?? '';
  const unit = value % 10;
  if (value < 100) return `${englishTens[Math.floor(value / 10)]}${unit === 0 ? '' : `-${englishSmall[unit]}`}`;
  const head = `${englishSmall[Math.floor(value / 100)]} hundred`;
  return value % 100 === 0 ? head : `${head} and ${englishHundreds(value % 100)}`;
}

/**
 * Spells a ticket number in Vietnamese, letters by name and digits one by one: A012 is "A không một hai". Digits are always một,
 * bốn, năm here, never mốt, tư, lăm. Other signs are left out.
 */
export const spellVietnamese = (code: string): string =>
  spell(code, (sign) => (/\d/.test(sign) ? digit(Number(sign)) : (vietnameseLetters[sign] ?? '')));

/** Spells a ticket number in English: A012 is "A zero one two". */
export const spellEnglish = (code: string): string =>
  spell(code, (sign) => (/\d/.test(sign) ? (englishSmall[Number(sign)] ?? '') : /[A-Z]/.test(sign) ? sign : ''));

function spell(code: string, wordFor: (sign: string) => string): string {
  return [...code.normalize('NFC').toUpperCase()]
    .map(wordFor)
    .filter((word) => word !== '')
    .join(' ');
}

function check(value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > largestRead)
    throw new RangeError(`${value} is not a whole number from 0 to ${largestRead}`);
}
