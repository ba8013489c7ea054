import type { Actor } from './command.ts';
import type { Counter, Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';

/** Clerks work at their own counters, supervisors and administrators in anybody's place. */
export const mayWorkAt = (actor: Actor, counter: Counter): boolean =>
  actor.role === 'clerk'
    ? actor.counters.includes(counter.id)
    : actor.role === 'supervisor' || actor.role === 'administrator' || actor.role === 'system';

/** Whether a ticket is this counter's business: of its services, sent to it, or seen here before. */
export const isOfCounter = (ticket: Ticket, counter: Counter): boolean =>
  counter.services.includes(ticket.service) || ticket.reservedFor === counter.id || ticket.lastCounter === counter.id;

/** Whether somebody may decide about a ticket away from a counter: clerks only where one of their counters deals with it. */
export function mayHandle(actor: Actor, ticket: Ticket, rules: Rules): boolean {
  if (actor.role !== 'clerk') return true;
  return rules.counters.some((counter) => mayWorkAt(actor, counter) && isOfCounter(ticket, counter));
}
