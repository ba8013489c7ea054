import { counterState, type Day, ticketAt } from './day.ts';
import type { Interval } from './interval.ts';
import { choose, type InLine, isCounterClosed, ordinaryCallsAfter, waitingTickets } from './next.ts';
import { type Counter, type Rules, serviceOf } from './rules.ts';

/** The waits still ahead of everyone, from one moment's state. */
export interface Forecast {
  readonly byTicket: ReadonlyMap<string, Interval>;
  /** For somebody who would take a number now; null where no counter is open for the service. */
  readonly byService: Readonly<Record<string, Interval | null>>;
}

/** How much one visit varies: service times are log-normal with a coefficient of variation near 0.8 (Brown et al. 2005). */
const variation = 0.8;
/** 80 % of a normal distribution lies within this many standard deviations. */
const spread = 1.2816;
/** The usual length of a visit counts as much as this many measured ones. */
const usualWeight = 5;

/** The expected length of one visit in ms: today's mean drawn towards the service's usual length. */
export function expectedVisitMs(day: Day, rules: Rules, service: string): number {
  const usual = (serviceOf(rules, service)?.usualMinutes ?? 10) * 60_000;
  const measured = day.measured[service] ?? { visits: 0, totalMs: 0 };
  return (usual * usualWeight + measured.totalMs) / (usualWeight + measured.visits);
}

interface Server {
  readonly counter: Counter;
  freeAt: number;
  variance: number;
  ordinaryCalls: number;
}

/**
 * Plays the rest of the day forward: every open counter calls whom the rules would give it, each visit takes its
 * expected time, nobody else comes. A phantom per service, who joins last and takes no time, tells the wait of a newcomer.
 */
export function forecast(day: Day, rules: Rules, at: number): Forecast {
  const lengths = new Map(rules.services.map((service) => [service.id, expectedVisitMs(day, rules, service.id)]));
  const lengthOf = (service: string): number => lengths.get(service) ?? 600_000;
  const line = new Set<InLine>([...waitingTickets(day), ...rules.services.map(phantomOf)]);
  const isClosed = isCounterClosed(day);
  const byTicket = new Map<string, Interval>();
  const byService: Record<string, Interval | null> = Object.fromEntries(rules.services.map((s) => [s.id, null]));

  const servers = rules.counters.flatMap((counter) => openServer(day, counter, at, lengthOf));
  while (servers.length > 0 && line.size > 0) {
    const server = servers.reduce((first, other) => (other.freeAt < first.freeAt ? other : first));
    const ticket = choose(line, server.counter, server.ordinaryCalls, rules.priorityOrder, isClosed);
    if (!ticket) {
      servers.splice(servers.indexOf(server), 1);
      continue;
    }
    line.delete(ticket);
    const wait = intervalOf(server.freeAt - at, server.variance);
    if (isPhantom(ticket)) {
      byService[ticket.service] = wait;
      continue;
    }
    byTicket.set(ticket.id, wait);
    const length = lengthOf(ticket.service);
    server.freeAt += length;
    server.variance += (variation * length) ** 2;
    server.ordinaryCalls = ordinaryCallsAfter(server.ordinaryCalls, ticket);
  }
  return { byTicket, byService };
}

function phantomOf(service: { readonly id: string }): InLine {
  return {
    id: '',
    service: service.id,
    priority: null,
    joinedAt: Infinity,
    sequence: Infinity,
    firstSince: null,
    reservedFor: null,
  };
}

const isPhantom = (ticket: InLine): boolean => ticket.joinedAt === Infinity;

function openServer(day: Day, counter: Counter, at: number, lengthOf: (service: string) => number): Server[] {
  const state = counterState(day, counter.id);
  if (state.state !== 'open') return [];
  const current = ticketAt(day, counter.id);
  if (!current) return [{ counter, freeAt: at, variance: 0, ordinaryCalls: state.ordinaryCalls }];
  const length = lengthOf(current.service);
  const elapsed = current.status === 'serving' ? at - current.since : 0;
  // Visits that already took long tend to take longer still.
  const remaining = Math.max(length - elapsed, 0.3 * length);
  return [
    { counter, freeAt: at + remaining, variance: (variation * remaining) ** 2, ordinaryCalls: state.ordinaryCalls },
  ];
}

function intervalOf(waitMs: number, varianceMs: number): Interval {
  const half = spread * Math.sqrt(varianceMs);
  const seconds = (ms: number) => Math.round(ms / 1000);
  return { low: seconds(Math.max(0, waitMs - half)), expected: seconds(waitMs), high: seconds(waitMs + half) };
}
