import { type CounterState, counterState, type Day, ticketAt } from '../day.ts';
import type { Forecast } from '../estimate.ts';
import type { Interval } from '../interval.ts';
import { callingOrder, waitingTickets } from '../next.ts';
import type { Counter, Rules, Text } from '../rules.ts';
import type { StatusName, Ticket } from '../ticket.ts';

/** A ticket as the counter sees it. */
export interface CounterTicket {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly status: StatusName;
  readonly priority: string | null;
  readonly language: string;
  /** ms since 1970 */
  readonly issuedAt: number;
  /** When its present wait, call, service, absence or parking began, ms since 1970. */
  readonly since: number;
  /** Time spent in lines up to the last call, ms; the present wait is not in it. */
  readonly waitedMs: number;
  readonly recalls: number;
  readonly slip: Ticket['slip'];
  readonly overLimit: boolean;
  readonly expectedWait: Interval | null;
}

export interface CounterView {
  readonly id: string;
  readonly name: Text;
  readonly state: CounterState['state'];
  readonly clerk: string | null;
  /** ms since 1970; null when closed */
  readonly since: number | null;
  readonly reason: string | null;
  readonly services: readonly string[];
  /** The ticket called or served here. */
  readonly ticket: CounterTicket | null;
  /** Whom "next" would call. */
  readonly next: string | null;
  /** Everyone who may be called here, in the order in which it would happen. */
  readonly waiting: readonly CounterTicket[];
  readonly absent: readonly CounterTicket[];
  readonly parked: readonly CounterTicket[];
  /** Visits finished here today. */
  readonly served: number;
  /** Mean time at the counter today in ms, or null before the first. */
  readonly meanServiceMs: number | null;
}

/** What a clerk works with. `at` in ms since 1970. */
export function counterView(day: Day, rules: Rules, waits: Forecast, at: number, counter: Counter): CounterView {
  const state = counterState(day, counter.id);
  const view = (ticket: Ticket) => counterTicket(ticket, rules, waits, at);
  const callable = callingOrder(day, rules, counter);
  const own = [...day.tickets.values()].filter(
    (t) => counter.services.includes(t.service) || t.lastCounter === counter.id,
  );
  const done = [...day.tickets.values()].filter((t) => t.status === 'done' && t.lastCounter === counter.id);
  const current = ticketAt(day, counter.id);
  return {
    id: counter.id,
    name: counter.name,
    state: state.state,
    clerk: state.state === 'closed' ? null : state.clerk,
    since: state.state === 'closed' ? null : state.since,
    reason: state.state === 'paused' ? state.reason : null,
    services: counter.services,
    ticket: current ? view(current) : null,
    next: callable[0]?.id ?? null,
    waiting: callable.map(view),
    absent: own.filter((t) => t.status === 'absent' && at - t.since <= rules.absentGraceMinutes * 60_000).map(view),
    parked: own.filter((t) => t.status === 'parked').map(view),
    served: done.length,
    meanServiceMs: done.length > 0 ? Math.round(done.reduce((sum, t) => sum + t.servedMs, 0) / done.length) : null,
  };
}

function counterTicket(ticket: Ticket, rules: Rules, waits: Forecast, at: number): CounterTicket {
  const limit = rules.services.find((service) => service.id === ticket.service)?.waitLimitMinutes ?? Infinity;
  return {
    id: ticket.id,
    number: ticket.number,
    service: ticket.service,
    status: ticket.status,
    priority: ticket.priority,
    language: ticket.language,
    issuedAt: ticket.issuedAt,
    since: 'since' in ticket ? ticket.since : ticket.queuedAt,
    waitedMs: ticket.waitedMs,
    recalls: ticket.recalls,
    slip: ticket.slip,
    overLimit: ticket.status === 'waiting' && at - ticket.queuedAt > limit * 60_000,
    expectedWait: waits.byTicket.get(ticket.id) ?? null,
  };
}

/** Longest present wait among waiting tickets of a service in ms, or null when nobody waits. */
export function longestWaitMs(day: Day, service: string, at: number): number | null {
  let longest: number | null = null;
  for (const ticket of waitingTickets(day)) {
    if (ticket.service === service) longest = Math.max(longest ?? 0, at - ticket.queuedAt);
  }
  return longest;
}
