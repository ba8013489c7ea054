import { type LocalTime, localTime } from '../core/calendar.ts';
import { type NumberSlip, numberSlip, type Slip, type SlipLayout, usualLayout } from '../core/slip.ts';
import { type Language, wordsOf } from '../lang/index.ts';
import type { Settings } from '../wire/settings.ts';

interface Name {
  readonly vi: string;
  readonly en: string;
}

/** What a number slip tells, before it is put into a language. */
export interface NumberFacts extends Pick<NumberSlip, 'ticket' | 'copy' | 'number' | 'ahead' | 'wait' | 'followUrl'> {
  readonly service: Name | null;
  readonly priority: Name | null;
  /** When the number was taken, ms since 1970. */
  readonly at: number;
  /** The citizen's. */
  readonly language: Language;
  readonly demonstration: boolean;
}

/** The number slip as a centre wants it: its layout, in the citizen's language or in both. */
export function numberSlipOf({ centre, slip }: Pick<Settings, 'centre' | 'slip'>, facts: NumberFacts): Slip {
  const { service, priority, at, language, ...same } = facts;
  const local = localTime(at, centre.timeZone);
  const inLanguage = (words: Language) => ({
    centre: centre.name[words],
    service: service?.[words] ?? '',
    priority: priority?.[words] ?? null,
  });
  const other = language === 'vi' ? 'en' : 'vi';
  return numberSlip(
    { ...same, ...inLanguage(language), date: dateOf(local), time: timeOf(local) },
    wordsOf(language).slip,
    {
      layout: layoutOf(slip, language),
      second: slip.languages === 'both' ? { ...inLanguage(other), words: wordsOf(other).slip } : undefined,
    },
  );
}

const layoutOf = ({ header, footer, large, show }: Settings['slip'], language: Language): SlipLayout => ({
  ...usualLayout,
  header: header.map((line) => line[language]),
  footer: footer.map((line) => line[language]),
  large,
  show: { ...usualLayout.show, ...show },
});

/** As slips show it: DD/MM/YYYY. */
export const dateOf = ({ date }: LocalTime): string => date.split('-').reverse().join('/');

/** As slips show it: HH:MM. */
export const timeOf = ({ minute }: LocalTime): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
