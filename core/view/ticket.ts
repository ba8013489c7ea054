import type { Day } from '../day.ts';
import type { Forecast } from '../estimate.ts';
import type { Interval } from '../interval.ts';
import { lineOf } from '../next.ts';
import type { Rules } from '../rules.ts';
import type { StatusName, Ticket } from '../ticket.ts';

/** What a citizen who holds the key sees of the own ticket, and nothing of others. */
export interface TicketView {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly status: StatusName;
  readonly priority: string | null;
  readonly language: string;
  /** ms since 1970 */
  readonly issuedAt: number;
  /** Tickets of the same service called earlier by the rules; null when it does not wait. */
  readonly ahead: number | null;
  /** Seconds; null when it does not wait or no counter is open for it. */
  readonly expectedWait: Interval | null;
  readonly counter: string | null;
  /** ms since 1970 */
  readonly calledAt: number | null;
  /** How often its call was repeated: a phone tells of each one. */
  readonly recalls: number;
  readonly rated: boolean;
  readonly slip: Ticket['slip'];
}

/** The view of one ticket. */
export function ticketView(day: Day, rules: Rules, waits: Forecast, ticket: Ticket): TicketView {
  const waiting = ticket.status === 'waiting';
  return {
    id: ticket.id,
    number: ticket.number,
    service: ticket.service,
    status: ticket.status,
    priority: ticket.priority,
    language: ticket.language,
    issuedAt: ticket.issuedAt,
    ahead: waiting ? lineOf(day, rules, ticket.service).findIndex((other) => other.id === ticket.id) : null,
    expectedWait: waiting ? (waits.byTicket.get(ticket.id) ?? null) : null,
    counter: ticket.status === 'called' || ticket.status === 'serving' ? ticket.counter : null,
    calledAt: ticket.lastCalledAt,
    recalls: ticket.recalls,
    rated: ticket.rating !== null,
    slip: ticket.slip,
  };
}
