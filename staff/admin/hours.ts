import type { Weekday } from '../../wire/client.ts';
import type { CentreSettings } from './draft.ts';

export type Week = CentreSettings['takingHours'];
export type Window = Week[Weekday][number];

/** The week as people in Vietnam and most offices count it. */
export const weekOrder: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const workingDays: readonly Weekday[] = weekOrder.slice(0, 5);

/** What people type for a time of day as HH:MM: "730", "7:30", "7h30", "7" → "07:30", "07:00"; as typed where it is no time. */
export function timeFrom(typed: string): string {
  const [, hour, minute] = /^(\d{1,2})(?:\s*[:hg.]?\s*(\d{2}))?\s*[hg]?$/i.exec(typed.trim()) ?? [];
  return hour === undefined ? typed.trim() : `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/** Whether it is a time of day as HH:MM, 00:00–24:00. */
export const isTime = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);

/** The week with Monday's windows on every working day. */
export const mondayThroughFriday = (week: Week): Week => ({
  ...week,
  ...Object.fromEntries(workingDays.map((day) => [day, week.monday])),
});

/** A window after the last one: the usual afternoon, or an hour more. */
export function nextWindow(windows: readonly Window[]): Window {
  const last = windows.at(-1)?.to;
  if (last === undefined) return { from: '07:30', to: '11:30' };
  if (last < '13:30') return { from: '13:30', to: '17:00' };
  return { from: last, to: last < '23:00' ? `${String(Number(last.slice(0, 2)) + 1).padStart(2, '0')}:00` : '24:00' };
}
