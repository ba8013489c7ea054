import type { KioskView } from '../wire/client.ts';

/** Whether numbers can be taken, and if not, what to tell the citizen. */
export type Opening =
  | { readonly state: 'open' }
  | { readonly state: 'opens-at'; readonly minute: number }
  | { readonly state: 'full' }
  | { readonly state: 'closed' };

/** What the kiosk's first screen says about taking numbers. */
export function openingOf(view: KioskView): Opening {
  if (view.services.some((service) => service.open)) return { state: 'open' };
  const reasons = new Set(view.services.map((service) => service.closedBecause));
  if (reasons.has('day-closed')) return { state: 'closed' };
  if (view.opensAtMinute !== null && !reasons.has('daily-limit'))
    return { state: 'opens-at', minute: view.opensAtMinute };
  return { state: reasons.has('daily-limit') ? 'full' : 'closed' };
}

/** A minute of the day as the clock on the wall shows it: 450 → 07:30. */
export function wallClock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Windows of a day as people write them: 07:30–11:30, 13:30–17:00. */
export const wallHours = (windows: KioskView['servingToday']): string =>
  windows.map((window) => `${wallClock(window.from)}–${wallClock(window.to)}`).join(', ');
