import type { Hours, Rules } from './rules.ts';

/** A moment as the wall clock of the centre shows it. */
export interface LocalTime {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Minutes after local midnight. */
  readonly minute: number;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: number;
}

// Making a formatter costs far more than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

// Clocks everywhere differ from UTC by whole quarters of an hour, and change on one: what a quarter began with says the rest of it.
const quarter = 900_000;
let known = { quarter: Number.NaN, timeZone: '', local: { date: '', minute: 0, weekday: 0 } };

/** The local time of `at` (ms since 1970) in an IANA time zone. Throws RangeError when the zone is unknown. */
export function localTime(at: number, timeZone: string): LocalTime {
  const began = Math.floor(at / quarter);
  if (known.quarter !== began || known.timeZone !== timeZone) {
    known = { quarter: began, timeZone, local: localTimeOf(began * quarter, timeZone) };
  }
  const { date, minute, weekday } = known.local;
  return { date, minute: minute + Math.floor((at - began * quarter) / 60_000), weekday };
}

function localTimeOf(at: number, timeZone: string): LocalTime {
  const parts: Record<string, string> = {};
  for (const part of formatterOf(timeZone).formatToParts(at)) parts[part.type] = part.value;
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return {
    date,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay(),
  };
}

/** The working day (YYYY-MM-DD) that `at` belongs to: before the hour of change it is still yesterday. */
export function workingDay(at: number, rules: Pick<Rules, 'timeZone' | 'dayChangeMinute'>): string {
  const local = localTime(at, rules.timeZone);
  if (local.minute >= rules.dayChangeMinute) return local.date;
  return new Date(Date.parse(`${local.date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Whether `at` lies within the hours of its weekday. */
export function isWithin(hours: Hours, at: number, timeZone: string): boolean {
  const { minute, weekday } = localTime(at, timeZone);
  return (hours[weekday] ?? []).some((window) => minute >= window.from && minute < window.to);
}

/** The next time today at which the hours begin, in minutes after midnight, or null when they do not begin again today. */
export function nextOpeningToday(hours: Hours, at: number, timeZone: string): number | null {
  const { minute, weekday } = localTime(at, timeZone);
  const later = (hours[weekday] ?? []).map((window) => window.from).filter((from) => from > minute);
  return later.length > 0 ? Math.min(...later) : null;
}
