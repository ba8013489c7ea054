import { localTime } from '../calendar.ts';
import { counterState, type Day, ticketAt } from '../day.ts';
import type { Forecast } from '../estimate.ts';
import type { Interval } from '../interval.ts';
import type { Rules, Text } from '../rules.ts';
import type { StatusName, Ticket } from '../ticket.ts';
import { longestWaitMs } from './counter.ts';

export interface SupervisedService {
  readonly id: string;
  readonly name: Text;
  readonly waiting: number;
  /** ms; null when nobody waits */
  readonly longestWaitMs: number | null;
  readonly waitLimitMinutes: number;
  readonly expectedWait: Interval | null;
  readonly issued: number;
  readonly served: number;
  /** Mean wait of those called today in ms, or null. */
  readonly meanWaitMs: number | null;
}

export interface SupervisedCounter {
  readonly id: string;
  readonly name: Text;
  readonly state: 'closed' | 'open' | 'paused';
  readonly clerk: string | null;
  readonly reason: string | null;
  /** ms since 1970; null when closed */
  readonly since: number | null;
  readonly number: string | null;
  readonly ticketState: 'called' | 'serving' | null;
  /** Since when the ticket is called or served, ms since 1970. */
  readonly ticketSince: number | null;
  readonly served: number;
}

/** One hour of the day's curve. */
export interface HourCount {
  readonly hour: number;
  readonly issued: number;
  readonly called: number;
}

export type Alarm =
  | {
      readonly kind: 'wait-over-limit';
      readonly service: string;
      readonly longestWaitMs: number;
      readonly waiting: number;
    }
  | { readonly kind: 'nobody-serving'; readonly service: string; readonly waiting: number }
  | {
      readonly kind: 'printer';
      /** `near-end`: it still prints. */
      readonly state: 'near-end' | 'blocked';
      readonly cause: string;
      readonly since: number;
    }
  | { readonly kind: 'slip-failed'; readonly number: string; readonly cause: string }
  | { readonly kind: 'device-lost'; readonly device: string; readonly name: string; readonly since: number }
  | { readonly kind: 'settings-recovered'; readonly file: string; readonly since: number };

export interface RatingFigures {
  /** Finished visits: the denominator of the response rate. */
  readonly visits: number;
  readonly rated: number;
  readonly levels: number;
  /** Marks by level, the worst first. */
  readonly counts: readonly number[];
}

export interface SupervisorView {
  readonly day: string | null;
  readonly closed: boolean;
  readonly counts: Readonly<Record<StatusName, number>>;
  readonly services: readonly SupervisedService[];
  readonly counters: readonly SupervisedCounter[];
  readonly hours: readonly HourCount[];
  readonly ratings: RatingFigures;
  readonly alarms: readonly Alarm[];
}

/** The supervisor's present; `outside` are alarms that the rules cannot know of: devices, files. `at` in ms since 1970. */
export function supervisorView(
  day: Day,
  rules: Rules,
  waits: Forecast,
  at: number,
  outside: readonly Alarm[],
): SupervisorView {
  const tickets = [...day.tickets.values()];
  const services = rules.services
    .map((service) => ({ active: service.active, view: supervisedService(service, day, tickets, waits, at) }))
    // Whoever waits for a service that was retired meanwhile stays in sight.
    .filter(({ active, view }) => active || view.waiting > 0)
    .map(({ view }) => view);
  return {
    day: day.day,
    closed: day.closed,
    counts: countByStatus(tickets),
    services,
    counters: rules.counters.filter((c) => c.active).map((counter) => supervisedCounter(counter, day, tickets)),
    hours: hourCounts(tickets, rules.timeZone),
    ratings: ratingFigures(tickets, rules.rating.levels),
    alarms: [...lineAlarms(services, day, rules), ...slipAlarms(tickets), ...outside],
  };
}

function countByStatus(tickets: readonly Ticket[]): Record<StatusName, number> {
  const counts = { waiting: 0, called: 0, serving: 0, absent: 0, parked: 0, done: 0, cancelled: 0, leftOvernight: 0 };
  for (const ticket of tickets) counts[ticket.status] += 1;
  return counts;
}

function supervisedService(
  service: Rules['services'][number],
  day: Day,
  tickets: readonly Ticket[],
  waits: Forecast,
  at: number,
): SupervisedService {
  const own = tickets.filter((ticket) => ticket.service === service.id);
  const called = own.filter((ticket) => ticket.lastCalledAt !== null);
  return {
    id: service.id,
    name: service.name,
    waiting: own.filter((ticket) => ticket.status === 'waiting').length,
    longestWaitMs: longestWaitMs(day, service.id, at),
    waitLimitMinutes: service.waitLimitMinutes,
    expectedWait: waits.byService[service.id] ?? null,
    issued: day.issued[service.id] ?? 0,
    served: own.filter((ticket) => ticket.status === 'done').length,
    meanWaitMs: called.length > 0 ? Math.round(called.reduce((sum, t) => sum + t.waitedMs, 0) / called.length) : null,
  };
}

function supervisedCounter(
  counter: Rules['counters'][number],
  day: Day,
  tickets: readonly Ticket[],
): SupervisedCounter {
  const state = counterState(day, counter.id);
  const ticket = ticketAt(day, counter.id);
  const atCounter = ticket?.status === 'called' || ticket?.status === 'serving' ? ticket : null;
  return {
    id: counter.id,
    name: counter.name,
    state: state.state,
    clerk: state.state === 'closed' ? null : state.clerk,
    reason: state.state === 'paused' ? state.reason : null,
    since: state.state === 'closed' ? null : state.since,
    number: atCounter?.number ?? null,
    ticketState: atCounter?.status ?? null,
    ticketSince: atCounter?.since ?? null,
    served: tickets.filter((t) => t.status === 'done' && t.lastCounter === counter.id).length,
  };
}

function hourCounts(tickets: readonly Ticket[], timeZone: string): HourCount[] {
  const hours = new Map<number, { issued: number; called: number }>();
  const at = (time: number) => {
    const hour = Math.floor(localTime(time, timeZone).minute / 60);
    const counts = hours.get(hour) ?? { issued: 0, called: 0 };
    hours.set(hour, counts);
    return counts;
  };
  for (const ticket of tickets) {
    at(ticket.issuedAt).issued += 1;
    if (ticket.lastCalledAt !== null) at(ticket.lastCalledAt).called += 1;
  }
  return [...hours].sort(([a], [b]) => a - b).map(([hour, counts]) => ({ hour, ...counts }));
}

function ratingFigures(tickets: readonly Ticket[], levels: number): RatingFigures {
  const counts = Array.from({ length: levels }, () => 0);
  let rated = 0;
  for (const { rating } of tickets) {
    if (!rating) continue;
    rated += 1;
    if (rating.score <= levels) counts[rating.score - 1]! += 1;
  }
  return { visits: tickets.filter((ticket) => ticket.status === 'done').length, rated, levels, counts };
}

function lineAlarms(services: readonly SupervisedService[], day: Day, rules: Rules): Alarm[] {
  return services.flatMap((service): Alarm[] => {
    if (service.longestWaitMs === null) return [];
    const { id, waiting, longestWaitMs } = service;
    const serving = rules.counters.some((c) => c.services.includes(id) && counterState(day, c.id).state === 'open');
    const alarms: Alarm[] = [];
    if (longestWaitMs > service.waitLimitMinutes * 60_000)
      alarms.push({ kind: 'wait-over-limit', service: id, longestWaitMs, waiting });
    if (!serving) alarms.push({ kind: 'nobody-serving', service: id, waiting });
    return alarms;
  });
}

/** Missing paper matters while its citizen is still waiting. */
function slipAlarms(tickets: readonly Ticket[]): Alarm[] {
  return tickets
    .filter((ticket) => ticket.slip.state === 'failed' && ticket.status === 'waiting')
    .map((ticket) => ({ kind: 'slip-failed', number: ticket.number, cause: ticket.slip.cause ?? '' }));
}
