import type { Day } from '../day.ts';
import { counterState, ticketAt } from '../day.ts';
import type { Forecast } from '../estimate.ts';
import type { Interval } from '../interval.ts';
import { lineOf } from '../next.ts';
import type { Rules, Text } from '../rules.ts';

/** A call as the hall sees it. It carries no ticket id: that is the citizen's own key. */
export interface BoardCall {
  /** Spoken once by this id. */
  readonly id: string;
  readonly number: string;
  readonly counter: string;
  readonly language: string;
  /** ms since 1970: an old call is shown, not spoken. */
  readonly at: number;
  readonly time: number;
}

export interface BoardCounter {
  readonly id: string;
  readonly name: Text;
  readonly state: 'closed' | 'open' | 'paused';
  readonly reason: string | null;
  readonly number: string | null;
  readonly ticketState: 'called' | 'serving' | null;
}

export interface BoardLine {
  readonly service: string;
  readonly name: Text;
  readonly waiting: number;
  /** The next numbers in the order of calling. */
  readonly next: readonly string[];
  readonly expectedWait: Interval | null;
}

export interface BoardView {
  readonly calls: readonly BoardCall[];
  readonly counters: readonly BoardCounter[];
  readonly lines: readonly BoardLine[];
}

const shownNext = 5;

/** What the hall display shows: calls newest first, every counter, who waits where. */
export function boardView(day: Day, rules: Rules, waits: Forecast): BoardView {
  return {
    calls: day.calls.map(({ id, number, counter, language, at, time }) => ({
      id,
      number,
      counter,
      language,
      at,
      time,
    })),
    counters: rules.counters.filter((c) => c.active).map((counter) => boardCounter(day, counter.id, counter.name)),
    lines: rules.services.flatMap(({ id, name, active }) => {
      const line = lineOf(day, rules, id);
      // Whoever waits for a service that was retired meanwhile stays in sight.
      if (!active && line.length === 0) return [];
      const next = line.slice(0, shownNext).map((ticket) => ticket.number);
      return [{ service: id, name, waiting: line.length, next, expectedWait: waits.byService[id] ?? null }];
    }),
  };
}

function boardCounter(day: Day, id: string, name: Text): BoardCounter {
  const state = counterState(day, id);
  const ticket = ticketAt(day, id);
  return {
    id,
    name,
    state: state.state,
    reason: state.state === 'paused' ? state.reason : null,
    number: ticket?.number ?? null,
    ticketState: ticket?.status === 'called' || ticket?.status === 'serving' ? ticket.status : null,
  };
}
