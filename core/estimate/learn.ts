import type { Day } from '../day.ts';
import type { Rules } from '../rules.ts';
import type { Ticket } from '../ticket.ts';

/** What is believed about visits, from the settings and from what the day showed so far. */
export interface Belief {
  /** Mean time from one call to the next when somebody of this service comes, ms. */
  readonly lengthMs: number;
  /** How far off that mean may be: its standard deviation ÷ itself. */
  readonly doubt: number;
}

export interface Beliefs {
  readonly services: ReadonlyMap<string, Belief>;
  /** Standard deviation ÷ mean of single visits. */
  readonly variation: number;
  /** The chance that nobody comes when called after a wait of w ms: `atOnce + perMs × w`. */
  readonly noShow: { readonly atOnce: number; readonly perMs: number; readonly lengthMs: number };
  /** Arrivals per ms that may be called before those who wait now, by service. */
  readonly arrivals: ReadonlyMap<string, { readonly ordinary: number; readonly priority: number }>;
}

/** Service times are log-normal with a coefficient of variation near 0.8 (Brown et al. 2005). */
export const usualVariation = 0.8;
/** The usual length of a visit counts as much as this many measured ones. */
const usualWeight = 5;
/** Who needs longer than this many expected lengths may have been forgotten: the rest is not believed. */
const credible = 4;
const minute = 60_000;
/** From the end of a visit to the next call. */
const betweenMs = 15_000;
/** Arrivals count this long. */
const recentMs = 45 * minute;

class Lengths {
  weight = usualWeight;
  total: number;

  constructor(usualMs: number) {
    this.total = usualMs * usualWeight;
  }

  get mean(): number {
    return this.total / this.weight;
  }

  /** Adds a measured length, and gives the squared deviation ÷ squared mean that counts for the variation. */
  add(ms: number): number {
    const before = this.mean;
    const length = Math.min(ms, credible * before);
    this.total += length;
    this.weight += 1;
    return (length / before - 1) ** 2;
  }
}

/** Least squares of "was not there" on the wait, drawn towards a chance that does not grow. */
class NoShows {
  #count = 10;
  #gone = 0;
  #waits = 0;
  #squares = 0;
  #goneWaits = 0;
  #calls = 5;
  #callMs = 5 * minute;

  add(waitMs: number, isGone: boolean): void {
    this.#count += 1;
    this.#waits += waitMs;
    this.#squares += waitMs * waitMs;
    if (!isGone) return;
    this.#gone += 1;
    this.#goneWaits += waitMs;
  }

  addCall(ms: number): void {
    this.#calls += 1;
    this.#callMs += Math.min(ms, 5 * minute);
  }

  get result(): Beliefs['noShow'] {
    const mean = this.#waits / this.#count;
    const share = this.#gone / this.#count;
    const spread = this.#squares - mean * this.#waits + 15 * (15 * minute) ** 2;
    const perMs = Math.max(0, (this.#goneWaits - share * this.#waits) / spread);
    return { atOnce: share - perMs * mean, perMs, lengthMs: this.#callMs / this.#calls };
  }
}

/** Learns from the state of a day at a moment (ms since 1970). */
export function learn(day: Day, rules: Rules, at: number): Beliefs {
  const lengths = new Map(rules.services.map(({ id, usualMinutes }) => [id, new Lengths(usualMinutes * minute)]));
  const counts = new Map(rules.services.map(({ id }) => [id, { ordinary: 0, priority: 0 }]));
  const noShows = new NoShows();
  let deviations = 20 * usualVariation ** 2;
  let measured = 20;
  let firstAt = at;
  let recent = 0;
  day.tickets.forEach((ticket) => {
    firstAt = Math.min(firstAt, ticket.issuedAt);
    const count = counts.get(ticket.service);
    if (count) count[ticket.priority === null ? 'ordinary' : 'priority'] += 1;
    if (at - ticket.issuedAt < recentMs) recent += 1;
    const length = lengthOf(ticket);
    if (length !== null) {
      deviations += lengths.get(ticket.service)?.add(length) ?? 0;
      measured += 1;
      noShows.add(ticket.waitedMs, false);
    }
    if (ticket.status === 'absent') {
      noShows.add(ticket.waitedMs, true);
      noShows.addCall(ticket.since - (ticket.lastCalledAt ?? ticket.since));
    }
  });
  const variation = Math.sqrt(deviations / measured);
  const span = Math.max(20 * minute, Math.min(recentMs, at - firstAt));
  // As many as lately besides who asks, of the kinds that came all day.
  const rate = Math.max(0, recent - 1) / span / Math.max(1, day.tickets.size);
  return {
    services: new Map(
      [...lengths].map(([id, { mean, weight }]) => [id, { lengthMs: mean, doubt: variation / Math.sqrt(weight) }]),
    ),
    variation,
    noShow: noShows.result,
    arrivals: new Map(
      [...counts].map(([id, { ordinary, priority }]) => [id, { ordinary: ordinary * rate, priority: priority * rate }]),
    ),
  };
}

/** How long a finished visit held its counter, the gap before the next call included. */
function lengthOf(ticket: Ticket): number | null {
  if (ticket.status !== 'done' || ticket.endedAt === null || ticket.lastCalledAt === null) return null;
  return ticket.endedAt - ticket.lastCalledAt + betweenMs;
}
