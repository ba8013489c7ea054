import type { Day } from '../day.ts';
import type { RatingScale, Rules } from '../rules.ts';
import type { Ticket } from '../ticket.ts';

/** A visit that may be rated now at a panel. */
export interface RatableVisit {
  readonly ticket: string;
  readonly number: string;
  readonly counter: string;
  readonly language: string;
  /** ms since 1970 */
  readonly finishedAt: number;
}

export interface RatingView {
  readonly scale: RatingScale;
  /** The visit that just finished at this panel's counter, or null: the panel sleeps. */
  readonly visit: RatableVisit | null;
}

/** How long after the visit the panel stays awake, ms. */
export const panelAwakeMs = 120_000;

/** What a rating panel shows; `counter` null = a shared panel, awake for the visit that finished last anywhere. */
export function ratingView(day: Day, rules: Rules, at: number, counter: string | null): RatingView {
  const visits = [...latestAtCounters(day).values()].flatMap((ticket): RatableVisit[] => {
    const { id, number, language, endedAt, lastCounter } = ticket;
    if (lastCounter === null || (counter !== null && lastCounter !== counter)) return [];
    if (ticket.status !== 'done' || ticket.rating !== null || endedAt === null || at - endedAt > panelAwakeMs)
      return [];
    return [{ ticket: id, number, counter: lastCounter, language, finishedAt: endedAt }];
  });
  const latest = visits.sort((a, b) => b.finishedAt - a.finishedAt)[0];
  return { scale: rules.rating, visit: latest ?? null };
}

/** The ticket that each counter called last: once the next one is called, the visit before is no longer asked about. */
function latestAtCounters(day: Day): Map<string, Ticket> {
  const latest = new Map<string, Ticket>();
  for (const ticket of day.tickets.values()) {
    if (ticket.lastCounter === null) continue;
    const other = latest.get(ticket.lastCounter);
    if (!other || (other.lastCalledAt ?? 0) <= (ticket.lastCalledAt ?? 0)) latest.set(ticket.lastCounter, ticket);
  }
  return latest;
}
