import { counterState, type Day } from '../day.ts';
import type { RatingScale, Rules } from '../rules.ts';

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
  const counters = counter === null ? rules.counters.map((c) => c.id) : [counter];
  const visits = counters.flatMap((id): RatableVisit[] => {
    const state = counterState(day, id);
    const ticket = state.state === 'closed' || state.lastVisit === null ? undefined : day.tickets.get(state.lastVisit);
    if (!ticket || ticket.rating !== null || ticket.endedAt === null || at - ticket.endedAt > panelAwakeMs) return [];
    return [
      { ticket: ticket.id, number: ticket.number, counter: id, language: ticket.language, finishedAt: ticket.endedAt },
    ];
  });
  const latest = visits.sort((a, b) => b.finishedAt - a.finishedAt)[0];
  return { scale: rules.rating, visit: latest ?? null };
}
