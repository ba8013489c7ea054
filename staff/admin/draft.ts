import type { AnswerOf } from '../../wire/client.ts';
import type { Words } from './language.ts';

/** Parts of the administrator's page, by the `section` of its address. */
export const settingsSections = [
  'services',
  'counters',
  'hours',
  'order',
  'rating',
  'centre',
  'screens',
  'printing',
] as const;
export const sectionNames = [...settingsSections, 'staff', 'devices', 'audit'] as const;
export type SectionName = (typeof sectionNames)[number];

export const isSection = (value: string | null): value is SectionName => sectionNames.some((name) => name === value);

/** All settings of the centre; never changed in place. */
export type CentreSettings = AnswerOf<'settings'>;

/** The settings being changed, next to what the server has. Never changed in place. */
export interface Draft {
  readonly saved: CentreSettings;
  readonly current: CentreSettings;
  /** Fields that the server refused, as dotted paths: `services.2.prefix`. */
  readonly refused: ReadonlySet<string>;
}

export const draftOf = (saved: CentreSettings): Draft => ({ saved, current: saved, refused: new Set() });

export const isDirty = (draft: Draft): boolean => JSON.stringify(draft.saved) !== JSON.stringify(draft.current);

/** The draft with new settings; what was refused at or below `path` is forgotten, since it has been touched. */
export function edited(draft: Draft, current: CentreSettings, path: string): Draft {
  const refused = [...draft.refused].filter((other) => other !== path && !other.startsWith(`${path}.`));
  return { ...draft, current, refused: new Set(refused) };
}

const sectionOfKey: Record<keyof CentreSettings, SectionName> = {
  services: 'services',
  counters: 'counters',
  takingHours: 'hours',
  servingHours: 'hours',
  priorities: 'order',
  priorityOrder: 'order',
  absentGraceMinutes: 'order',
  rating: 'rating',
  centre: 'centre',
  kiosk: 'screens',
  display: 'screens',
  printer: 'printing',
  slip: 'printing',
};

/** How many places need a change: the two ends of one window of the hours are one. */
export function placesToMend(refused: ReadonlySet<string>): number {
  return new Set([...refused].map((path) => path.replace(/^((?:taking|serving)Hours\..*)\.(?:from|to)$/, '$1'))).size;
}

/** Where the field of a path is shown; null for a path that no section knows. */
export function sectionOf(path: string): SectionName | null {
  const key = path.split('.')[0] ?? '';
  return key in sectionOfKey ? sectionOfKey[key as keyof CentreSettings] : null;
}

/** What is wrong with the field of a path: a sentence that says what is right. */
export function problemAt(path: string, words: Words['admin']['problem']): string {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  if (parts[0] === 'printer') return words.printerAddress;
  if (parts[0] === 'slip') return words.slipLine;
  if (last === 'vi' || last === 'en' || last === 'name') return words.text;
  if (parts[0] === 'counters') return last === 'id' ? words.counterId : words.counterServices;
  if (parts[0] === 'takingHours' || parts[0] === 'servingHours') return words.window;
  if (last === 'id') return words.identifier;
  if (last === 'dayChange') return words.clock;
  return last in words ? words[last as keyof typeof words] : words.other;
}

/** The list with one entry moved by `by` places; unchanged at the ends. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const copy = [...list];
  const other = copy[index + by];
  const own = copy[index];
  if (own === undefined || other === undefined) return copy;
  copy[index] = other;
  copy[index + by] = own;
  return copy;
}

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

/** The list with some fields of one entry replaced. */
export const replaced = <T>(list: readonly T[], index: number, part: Partial<T>): T[] =>
  list.map((entry, i) => (i === index ? { ...entry, ...part } : entry));

/** An id made from a Vietnamese name, once: "Hộ tịch – Tư pháp" → "ho-tich-tu-phap"; numbered when it is taken. */
export function idFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'muc' : plain;
  let id = base;
  for (let n = 2; taken.includes(id); n += 1) id = `${base}-${n}`;
  return id;
}

/** Letters told apart best when a loudspeaker says them in Vietnamese. */
const clearLetters = 'ACEGHKLMNRSX';
/** "bê, pê, đê, tê, vê", "i, y", "o, quy" and the figure 0: these are mistaken for one another. */
const soundingAlike = ['BDPTV', 'IY', 'OQ'];

/** The first clear letter that no service has; empty when all are taken. */
export const freePrefix = (taken: readonly string[]): string =>
  [...clearLetters].find((letter) => !taken.includes(letter)) ?? '';

/** What speaks against a prefix: another one sounding like it, or a letter hard to hear; null for nothing. */
export function prefixConcern(
  prefix: string,
  others: readonly string[],
): { readonly kind: 'alike'; readonly other: string } | { readonly kind: 'hard'; readonly letter: string } | null {
  const sound = (text: string) => [...text].map((l) => soundingAlike.find((group) => group.includes(l)) ?? l).join('|');
  const alike = others.find((other) => other !== prefix && sound(other) === sound(prefix));
  if (alike !== undefined) return { kind: 'alike', other: alike };
  const hard = [...prefix].find((letter) => !clearLetters.includes(letter));
  return hard === undefined ? null : { kind: 'hard', letter: hard };
}
