import type { Slip } from './block.ts';
import { piecesOf, rule, space, usualLayout } from './layout.ts';
import type { SlipWords } from './words.ts';

/** What a technician looks at before a printer goes into the hall. */
export interface TestPage {
  /** Each trial is a new one: a printer must not take it for a copy. */
  readonly id: string;
  readonly printer: string;
  readonly profile: string;
  /** Width of the roll and of the head, in mm. */
  readonly rollMm: number;
  readonly headMm: number;
  readonly address: string;
  /** DD/MM/YYYY and HH:MM. */
  readonly date: string;
  readonly time: string;
}

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** The 134 accented letters: 67 small ones, each before its capital; a line for each vowel. */
export const accentedLines: readonly string[] = [
  ...[...'aăâeêioôơuưy'].map((vowel) =>
    tones
      .map((tone) => (vowel + tone).normalize('NFC'))
      .filter((letter) => !/[a-z]/.test(letter))
      .map((letter) => letter + letter.toUpperCase())
      .join(' '),
  ),
  'đĐ',
];

/** Rulers, every accented letter, the sizes of letters in use, a number and a code. */
export function testPage(facts: TestPage, words: SlipWords): Slip {
  const { text } = piecesOf(usualLayout);
  return {
    id: facts.id,
    blocks: [
      text(words.testTitle, 4.6, true),
      text(words.testPrinter(facts.printer), 3.6, true),
      text(words.testProfile(facts.profile, `${facts.rollMm}/${facts.headMm} mm`), 3.2),
      text(`${facts.time} · ${facts.date}`, 3.2),
      rule,
      text(words.testAcross, 3.2, false, 'left'),
      space(0.5),
      { kind: 'ruler', direction: 'across', lengthMm: facts.headMm },
      space(1),
      text(words.testDown, 3.2, false, 'left'),
      space(0.5),
      { kind: 'ruler', direction: 'down', lengthMm: 30 },
      rule,
      text(words.testLetters, 3.2, false, 'left'),
      ...accentedLines.map((line) => text(line, 4.4, false, 'left')),
      text(accentedLines.join(' '), 3.2, true, 'left'),
      rule,
      text(words.testSizes, 3.2, false, 'left'),
      ...[3.2, 3.8, 4.4].map((size) => text('Thiện Mỹ, ưỡng ẩn ỗ ẵ Ặ', size, false, 'left')),
      space(2),
      { kind: 'number', text: 'A012', heightMm: 18, leastMm: 15 },
      { kind: 'code', text: facts.address, sizeMm: 24 },
      text(words.testCode, 3.2),
      rule,
      text(words.testEnd, 3.6, true),
    ],
  };
}
