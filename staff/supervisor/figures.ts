import type { Language } from '../../lang/names.ts';
import type { Words } from '../../lang/words.ts';
import type { AnswerOf } from '../../wire/client.ts';

/** What stands for a figure that is not known; never 0. */
export const unknownFigure = '–';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** A number with at most `digits` and at least `least` decimals as the language writes it: 6,4 or 6.4. */
export function decimal(value: number, language: Language, digits = 1, least = 0): string {
  const options = { minimumFractionDigits: least, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locales[language], options).format(value);
}

/** A share of a whole as a percentage; the dash when the whole is nothing. */
export function percent(part: number, whole: number, language: Language): string {
  return whole === 0 ? unknownFigure : `${decimal((part / whole) * 100, language, 0)} %`;
}

/** The mean mark, 1 = worst; null when nobody rated. */
export function meanMark(counts: readonly number[]): number | null {
  const rated = counts.reduce((sum, count) => sum + count, 0);
  return rated === 0 ? null : counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / rated;
}

/** Names of marks, the worst first. */
export function markNames(levels: number, words: Words['supervisor']): readonly string[] {
  if (levels === 3) return words.marks.three;
  return levels === 5 ? words.marks.five : words.marks.four;
}

/** A day, YYYY-MM-DD, as people write it: 23/11/2026. */
export const dayText = (day: string): string => day.split('-').reverse().join('/');

export type RangeName = 'today' | 'week' | 'month' | 'lastMonth';

/** First and last day, YYYY-MM-DD, of a range that ends at or before `today`. */
export function rangeOf(name: RangeName, today: string): { readonly from: string; readonly to: string } {
  const [year = 1970, month = 1, date = 1] = today.split('-').map(Number);
  const day = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: day(year, month, date - 6), to: today };
    case 'month':
      return { from: day(year, month, 1), to: today };
    case 'lastMonth':
      return { from: day(year, month - 1, 1), to: day(year, month, 0) };
    default:
      return name satisfies never;
  }
}

type Column = AnswerOf<'report'>['columns'][number];
type Value = string | number | null | undefined;

/** One figure of a report; seconds are shown as minutes, as the heading of the column says. */
export function reportFigure(value: Value, unit: Column['unit'], language: Language): string {
  if (value === null || value === undefined || value === '') return unknownFigure;
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'seconds':
      return decimal(value / 60, language, 1, 1);
    case 'share':
      return decimal(value * 100, language, 0);
    case 'score':
      return decimal(value, language, 2, 2);
    case 'count':
    case 'text':
      return decimal(value, language, 0);
    default:
      return unit satisfies never;
  }
}

/** Heading of a report's column with its unit. */
export function columnHeading(column: Column, words: Words['supervisor']): string {
  const known = words.column;
  const name = column.key in known ? known[column.key as keyof typeof known] : column.key;
  if (column.unit === 'seconds') return words.columnMinutes(name);
  return column.unit === 'share' ? words.columnShare(name) : name;
}
