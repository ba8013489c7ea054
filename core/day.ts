import type { Ticket } from './ticket.ts';

export type CounterState =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open';
      readonly clerk: string;
      readonly since: number;
      /** The ticket called or served here. */
      readonly ticket: string | null;
      /** When the last visit here ended or the counter opened: idle time counts from it. */
      readonly freeSince: number;
      /** Calls without priority since the last one with it: decides whose turn it is when priority is interleaved. */
      readonly ordinaryCalls: number;
    }
  | {
      readonly state: 'paused';
      readonly clerk: string;
      readonly since: number;
      readonly reason: string;
      readonly ordinaryCalls: number;
    };

/** Service times measured today, for the estimate. */
export interface Measured {
  readonly visits: number;
  readonly totalMs: number;
}

/** One call that the board shows and speaks. `id` is unique within the day. */
export interface Call {
  readonly id: string;
  readonly ticket: string;
  readonly number: string;
  readonly counter: string;
  readonly language: string;
  readonly at: number;
  /** 1 for the first call of this ticket at this counter, then 2, 3… */
  readonly time: number;
}

/** The state of one working day: what the events of the day add up to. */
export interface Day {
  /** YYYY-MM-DD, or null before the first day was opened. */
  readonly day: string | null;
  readonly closed: boolean;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly counters: Readonly<Record<string, CounterState>>;
  /** Last sequence by service. */
  readonly issued: Readonly<Record<string, number>>;
  readonly measured: Readonly<Record<string, Measured>>;
  /** The latest calls, newest first, at most `keptCalls`. */
  readonly calls: readonly Call[];
  readonly callCount: number;
}

export const keptCalls = 12;

export const emptyDay: Day = {
  day: null,
  closed: false,
  tickets: new Map(),
  counters: {},
  issued: {},
  measured: {},
  calls: [],
  callCount: 0,
};

const closedCounter: CounterState = { state: 'closed' };

export const counterState = (day: Day, id: string): CounterState => day.counters[id] ?? closedCounter;

/** The ticket that is called or served at a counter. */
export function ticketAt(day: Day, counter: string): Ticket | undefined {
  const state = counterState(day, counter);
  return state.state === 'open' && state.ticket !== null ? day.tickets.get(state.ticket) : undefined;
}
