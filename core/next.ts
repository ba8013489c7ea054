import { counterState, type Day } from './day.ts';
import type { Counter, PriorityOrder, Rules } from './rules.ts';
import type { Ticket } from './ticket.ts';
import { TicketTable } from './ticket-table.ts';

/** What the order of a line looks at. */
export type InLine = Pick<
  Ticket,
  'id' | 'service' | 'priority' | 'joinedAt' | 'sequence' | 'firstSince' | 'reservedFor'
>;

/** Whether a counter may call a ticket: it takes the service, or the ticket is reserved for it. A reservation for a
 * counter that closed no longer binds, so that nobody is forgotten. */
export function mayCall(counter: Counter, ticket: InLine, isClosed: (counter: string) => boolean): boolean {
  if (ticket.reservedFor === counter.id) return true;
  if (ticket.reservedFor !== null && !isClosed(ticket.reservedFor)) return false;
  return counter.services.includes(ticket.service);
}

/** Whether the next call of a counter belongs to somebody with priority, given its ordinary calls since the last one. */
export function isPriorityTurn(order: PriorityOrder, ordinaryCalls: number): boolean {
  return order.mode === 'first' || ordinaryCalls >= order.every - 1;
}

/** Negative when `a` is called before `b` at a counter: put first, then whose turn it is, then the counter's order of
 * services, then the time of joining. */
function compare(a: InLine, b: InLine, services: readonly string[], priorityTurn: boolean): number {
  if (a.firstSince !== b.firstSince) return (a.firstSince ?? Infinity) - (b.firstSince ?? Infinity);
  const aPriority = a.priority !== null;
  if (aPriority !== (b.priority !== null)) return aPriority === priorityTurn ? -1 : 1;
  if (a.service !== b.service) {
    const difference = rank(services, a.service) - rank(services, b.service);
    if (difference !== 0) return difference;
  }
  if (a.joinedAt !== b.joinedAt) return a.joinedAt < b.joinedAt ? -1 : 1;
  return a.sequence - b.sequence || (a.id < b.id ? -1 : 1);
}

// A reserved ticket of a service that the counter does not list was sent to this very counter: it goes before the list.
const rank = (services: readonly string[], service: string): number => services.indexOf(service);

/** The one of `line` that a counter calls next, or undefined. */
export function choose<T extends InLine>(
  line: Iterable<T>,
  counter: Counter,
  ordinaryCalls: number,
  order: PriorityOrder,
  isClosed: (counter: string) => boolean,
): T | undefined {
  const priorityTurn = isPriorityTurn(order, ordinaryCalls);
  let best: T | undefined;
  for (const ticket of line) {
    if (!mayCall(counter, ticket, isClosed)) continue;
    if (best === undefined || compare(ticket, best, counter.services, priorityTurn) < 0) best = ticket;
  }
  return best;
}

/** All tickets that wait, in no order. */
export const waitingTickets = (day: Day): readonly Ticket[] => TicketTable.of(day.tickets).waiting;

export const isCounterClosed =
  (day: Day) =>
  (counter: string): boolean =>
    counterState(day, counter).state === 'closed';

/** The ticket that `counter` calls next, or undefined when nobody waits for it. */
export function nextTicket(day: Day, rules: Rules, counter: Counter): Ticket | undefined {
  const state = counterState(day, counter.id);
  const ordinaryCalls = state.state === 'closed' ? 0 : state.ordinaryCalls;
  return choose(waitingTickets(day), counter, ordinaryCalls, rules.priorityOrder, isCounterClosed(day));
}

/** The count of ordinary calls after a ticket was called. */
export const ordinaryCallsAfter = (before: number, called: Pick<Ticket, 'priority'>): number =>
  called.priority === null ? before + 1 : 0;

/** Tickets in the order in which one counter would call them all, given its ordinary calls so far. */
function inOrder(
  tickets: Ticket[],
  services: readonly string[],
  ordinaryCalls: number,
  order: PriorityOrder,
): Ticket[] {
  const sorted = tickets.sort((a, b) => compare(a, b, services, true));
  const line = sorted.filter((ticket) => ticket.firstSince !== null);
  const priority = sorted.filter((ticket) => ticket.firstSince === null && ticket.priority !== null);
  const ordinary = sorted.filter((ticket) => ticket.firstSince === null && ticket.priority === null);
  let calls = line.reduce(ordinaryCallsAfter, ordinaryCalls);
  while (priority.length + ordinary.length > 0) {
    const isTurn = isPriorityTurn(order, calls);
    const source = (isTurn && priority.length > 0) || ordinary.length === 0 ? priority : ordinary;
    const ticket = source.shift()!;
    line.push(ticket);
    calls = ordinaryCallsAfter(calls, ticket);
  }
  return line;
}

/** Everyone whom a counter may call, in the order in which it would call them if nothing else happened. */
export function callingOrder(day: Day, rules: Rules, counter: Counter): Ticket[] {
  const state = counterState(day, counter.id);
  const isClosed = isCounterClosed(day);
  const callable = [...waitingTickets(day)].filter((ticket) => mayCall(counter, ticket, isClosed));
  return inOrder(callable, counter.services, state.state === 'closed' ? 0 : state.ordinaryCalls, rules.priorityOrder);
}

/** The line of one service in the order in which the rules would call it if one counter served nothing else. */
export function lineOf(day: Day, rules: Rules, service: string): Ticket[] {
  const waiting = [...waitingTickets(day)].filter((ticket) => ticket.service === service);
  return inOrder(waiting, [service], 0, rules.priorityOrder);
}
