import { counterState, type Day } from '../../core/day.ts';
import { nextTicket } from '../../core/next.ts';
import type { Rules } from '../../core/rules.ts';
import type { Step } from '../../core/simulate/day.ts';
import type { Ticket } from '../../core/ticket.ts';

const minute = 60_000;
const recent = 60 * minute;
export const rivals = ['QL', 'LES', 'HOL', 'LCS', 'naive'] as const;
export type Rival = (typeof rivals)[number];

/** What the literature's estimators know of the day so far: they see only the service and kind of line of who asks. */
export class Past {
  readonly #rules: Rules;
  readonly #completions = new Map<string, number[]>();
  readonly #lengths = new Map<string, { count: number; sum: number }>();
  readonly #lastEntered = new Map<string, number>();
  readonly #lastCompleted = new Map<string, number>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  see({ events, after, at }: Step): void {
    for (const event of events) {
      if (event.type !== 'TicketCalled' && event.type !== 'VisitFinished') continue;
      const ticket = after.tickets.get(event.ticket)!;
      if (event.type === 'TicketCalled') {
        this.#lastEntered.set(lineOf(ticket), ticket.waitedMs);
        continue;
      }
      this.#lastCompleted.set(lineOf(ticket), ticket.waitedMs);
      const times = this.#completions.get(ticket.service) ?? [];
      this.#completions.set(ticket.service, [...times.filter((time) => at - time < recent), at]);
      const { count, sum } = this.#lengths.get(ticket.service) ?? { count: 0, sum: 0 };
      this.#lengths.set(ticket.service, { count: count + 1, sum: sum + ticket.servedMs });
    }
  }

  /** The waits in ms that each would say to somebody who just took a number. */
  say(day: Day, ticket: Ticket, at: number): Record<Rival, number> {
    const open = this.#rules.counters.filter(
      (counter) => counter.services.includes(ticket.service) && counterState(day, counter.id).state === 'open',
    );
    const isFree = open.some((counter) => {
      const state = counterState(day, counter.id);
      return state.state === 'open' && state.ticket === null && nextTicket(day, this.#rules, counter)?.id === ticket.id;
    });
    if (isFree) return { QL: 0, LES: 0, HOL: 0, LCS: 0, naive: 0 };
    const waiting = [...day.tickets.values()].filter((t) => t.status === 'waiting' && t.service === ticket.service);
    const ahead = waiting.filter(
      (t) =>
        t.id !== ticket.id &&
        (ticket.priority === null || t.priority !== null || this.#rules.priorityOrder.mode !== 'first'),
    );
    const usual = (this.#rules.services.find(({ id }) => id === ticket.service)?.usualMinutes ?? 10) * minute;
    const { count, sum } = this.#lengths.get(ticket.service) ?? { count: 0, sum: 0 };
    const mean = count > 0 ? sum / count : usual;
    const done = (this.#completions.get(ticket.service) ?? []).filter((time) => at - time < recent);
    const betweenCompletions = done.length >= 5 ? (at - done[0]!) / done.length : mean / Math.max(1, open.length);
    const own = ahead.filter((t) => lineOf(t) === lineOf(ticket));
    const head = Math.min(...own.map((t) => t.queuedAt), at);
    return {
      QL: (ahead.length + 1) * betweenCompletions,
      LES: this.#lastEntered.get(lineOf(ticket)) ?? 0,
      HOL: at - head,
      LCS: this.#lastCompleted.get(lineOf(ticket)) ?? 0,
      naive: (ahead.length * mean) / Math.max(1, open.length),
    };
  }
}

const lineOf = (ticket: Ticket): string => `${ticket.service} ${ticket.priority !== null}`;
