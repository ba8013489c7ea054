import type { Language } from '../lang/names.ts';
import type { Words } from '../lang/words.ts';
import { type Interval, spokenWait, type Text } from '../wire/client.ts';

/** The time at the centre, HH:MM. `at` in ms since 1970. */
export function clock(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at,
  );
}

/** The date at the centre as people write it: "thứ Hai, 23/11/2026", "Monday, 23 November 2026". `at` in ms since 1970. */
export function localDate(at: number, timeZone: string, language: Language): string {
  if (language === 'en') {
    const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
    return new Intl.DateTimeFormat('en-GB', { timeZone, ...parts }).format(at).replace(/^(\p{L}+) /u, '$1, ');
  }
  const weekday = new Intl.DateTimeFormat('vi', { timeZone, weekday: 'long' }).format(at);
  const date = new Intl.DateTimeFormat('en-GB', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${weekday.replace(/^\p{L}/u, (letter) => letter.toLocaleLowerCase('vi'))}, ${date.format(at)}`;
}

/** A length of time in words, whole minutes, seconds below one: "45 giây", "3 phút", "1 giờ 5 phút". */
export function span(ms: number, words: Pick<Words, 'common'>): string {
  const { seconds, minutes, hours } = words.common;
  const total = Math.max(0, Math.floor(ms / 1000));
  if (total < 60) return seconds(total);
  if (total < 3600) return minutes(Math.floor(total / 60));
  const rest = Math.floor((total % 3600) / 60);
  return rest === 0 ? hours(Math.floor(total / 3600)) : `${hours(Math.floor(total / 3600))} ${minutes(rest)}`;
}

/** A running time, MM:SS, from an hour on H:MM:SS. */
export function stopwatch(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}

/** An expected wait as people say it. `wait` in seconds. */
export function waitText(wait: Interval | null, words: Pick<Words, 'common'>): string {
  if (wait === null) return words.common.waitUnknown;
  const { low, high } = spokenWait(wait);
  return words.common.waitRange(low, high);
}

/** A text of the settings in the language of the page. */
export function textOf(text: Text, language: Language): string {
  return text[language];
}
