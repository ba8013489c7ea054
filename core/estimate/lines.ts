import type { Counter, Rules } from '../rules.ts';
import type { Ticket } from '../ticket.ts';
import type { Beliefs } from './learn.ts';

/** Tickets among which every counter has the same order: one service, priority or not, reserved for one counter or none. */
export interface Line {
  /** Its place among the services of the rules; −1 for one that the rules no longer know. */
  readonly service: number;
  readonly isPriority: boolean;
  /** Only this counter calls it. */
  readonly reservedFor: string | null;
  /** Put first: in the order of that. */
  readonly isFirst: boolean;
  readonly tickets: readonly Ticket[];
  /** Where the first of them stands in the list of all who wait. */
  readonly offset: number;
  /** Others who join behind them, per ms. */
  readonly arrivals: number;
}

/** Whom one counter calls: line numbers in its order of services. */
export interface Reach {
  readonly first: readonly number[];
  readonly priority: readonly number[];
  readonly ordinary: readonly number[];
}

type Special = Omit<Line, 'tickets' | 'offset'> & { readonly tickets: Ticket[] };

const before = (a: Ticket, b: Ticket): number => {
  const first = (a.firstSince ?? 0) - (b.firstSince ?? 0);
  if (first !== 0) return first;
  if (a.joinedAt !== b.joinedAt) return a.joinedAt - b.joinedAt;
  return a.sequence - b.sequence || (a.id < b.id ? -1 : 1);
};

/** The number of a service's line without reservations: every service has both, also when nobody is in them. */
export const plainLine = (service: number, isPriority: boolean): number => 2 * service + (isPriority ? 1 : 0);

/** Sorts those who wait into lines: first the plain ones of every service, then those put first or reserved. */
export function linesOf(
  waiting: readonly Ticket[],
  rules: Rules,
  beliefs: Beliefs,
  isClosed: (id: string) => boolean,
): Line[] {
  const plain = rules.services.flatMap((): Ticket[][] => [[], []]);
  const specials = new Map<string, Special>();
  for (const ticket of waiting) {
    const service = rules.services.findIndex(({ id }) => id === ticket.service);
    const isPriority = ticket.priority !== null;
    if (ticket.reservedFor === null && ticket.firstSince === null && service >= 0) {
      plain[plainLine(service, isPriority)]?.push(ticket);
      continue;
    }
    const reservedFor = ticket.reservedFor !== null && !isClosed(ticket.reservedFor) ? ticket.reservedFor : null;
    const isFirst = ticket.firstSince !== null;
    const key = `${service} ${isPriority} ${isFirst} ${reservedFor}`;
    const special = specials.get(key) ?? { service, isPriority, reservedFor, isFirst, arrivals: 0, tickets: [] };
    special.tickets.push(ticket);
    specials.set(key, special);
  }
  let offset = 0;
  const placed = <T extends { readonly tickets: Ticket[] }>(line: T): T & { offset: number } => {
    offset += line.tickets.length;
    line.tickets.sort(before);
    return { ...line, offset: offset - line.tickets.length };
  };
  const lines = plain.map((tickets, number): Line => {
    const service = number >> 1;
    const isPriority = number % 2 === 1;
    const rates = beliefs.arrivals.get(rules.services[service]?.id ?? '');
    const arrivals = (isPriority ? rates?.priority : rates?.ordinary) ?? 0;
    return placed({ service, isPriority, reservedFor: null, isFirst: false, arrivals, tickets });
  });
  for (const special of specials.values()) lines.push(placed(special));
  return lines;
}

const plainReaches = new WeakMap<Rules, Map<string, Reach>>();

/** What a counter reaches when nobody is put first or reserved: it follows from the rules alone. */
function plainReach(counter: Counter, rules: Rules): Reach {
  const known = plainReaches.get(rules) ?? new Map<string, Reach>();
  plainReaches.set(rules, known);
  const reach = known.get(counter.id);
  if (reach) return reach;
  const services = counter.services.map((service) => rules.services.findIndex(({ id }) => id === service));
  const numbers = (isPriority: boolean) => services.filter((i) => i >= 0).map((i) => plainLine(i, isPriority));
  const made: Reach = { first: [], priority: numbers(true), ordinary: numbers(false) };
  known.set(counter.id, made);
  return made;
}

/** The lines that a counter calls from, as `choose` of the rules orders them. */
export function reachOf(counter: Counter, lines: readonly Line[], rules: Rules): Reach {
  const plain = plainReach(counter, rules);
  const plainCount = 2 * rules.services.length;
  if (lines.length === plainCount) return plain;
  const rank = (number: number): number => counter.services.indexOf(rules.services[lines[number]!.service]?.id ?? '');
  const specials = lines
    .map((line, number) => ({ line, number }))
    .slice(plainCount)
    .filter(({ line, number }) => (line.reservedFor === null ? rank(number) >= 0 : line.reservedFor === counter.id));
  const numbers = (of: (line: Line) => boolean) => specials.filter(({ line }) => of(line)).map(({ number }) => number);
  const merged = (own: readonly number[], isPriority: boolean) =>
    [...own, ...numbers((line) => !line.isFirst && line.isPriority === isPriority)].sort((a, b) => rank(a) - rank(b));
  return {
    first: numbers((line) => line.isFirst),
    priority: merged(plain.priority, true),
    ordinary: merged(plain.ordinary, false),
  };
}
