import type { Interval } from './interval.ts';
import type { Outcome } from './ticket.ts';

/** When (ms since 1970) and by whom; `by` is a staff name, `device:…`, `citizen` or `system`. */
export interface Stamp {
  readonly at: number;
  readonly by: string;
}

type TicketAt = { readonly ticket: string; readonly counter: string };

/** Everything that can happen on a working day. Past facts: they are stored for ever and never change. */
export type Event = Stamp &
  (
    | { readonly type: 'DayOpened'; readonly day: string }
    | {
        readonly type: 'TicketTaken';
        readonly ticket: string;
        readonly service: string;
        readonly sequence: number;
        readonly number: string;
        readonly priority: string | null;
        readonly language: string;
        readonly quoted: Interval | null;
      }
    | ({ readonly type: 'TicketCalled'; readonly clerk: string } & TicketAt)
    | ({ readonly type: 'CallRepeated' } & TicketAt)
    | ({ readonly type: 'ServiceStarted' } & TicketAt)
    | ({
        readonly type: 'VisitFinished';
        readonly outcome: Outcome | null;
        readonly procedures: readonly string[];
        readonly dossiers: number;
      } & TicketAt)
    | ({ readonly type: 'TicketAbsent' } & TicketAt)
    | { readonly type: 'TicketReturned'; readonly ticket: string }
    | ({ readonly type: 'TicketParked' } & TicketAt)
    | { readonly type: 'TicketUnparked'; readonly ticket: string }
    | {
        readonly type: 'TicketTransferred';
        readonly ticket: string;
        /** The service it waits for from now on. */
        readonly service: string;
        readonly reservedFor: string | null;
        readonly place: 'first' | 'original';
      }
    | { readonly type: 'TicketCancelled'; readonly ticket: string }
    | { readonly type: 'TicketLeftOvernight'; readonly ticket: string }
    | {
        readonly type: 'VisitRated';
        readonly ticket: string;
        readonly score: number;
        readonly levels: number;
        readonly reasons: readonly string[];
        readonly comment: string | null;
      }
    | { readonly type: 'CounterOpened'; readonly counter: string; readonly clerk: string }
    | { readonly type: 'CounterClosed'; readonly counter: string }
    | { readonly type: 'CounterPaused'; readonly counter: string; readonly reason: string }
    | { readonly type: 'CounterResumed'; readonly counter: string }
    | { readonly type: 'SlipRequested'; readonly ticket: string; readonly copy: number }
    | { readonly type: 'SlipSending'; readonly ticket: string; readonly copy: number }
    | { readonly type: 'SlipPrinted'; readonly ticket: string; readonly copy: number }
    | { readonly type: 'SlipFailed'; readonly ticket: string; readonly copy: number; readonly cause: string }
    | { readonly type: 'DayClosed'; readonly day: string }
  );

export type EventType = Event['type'];
/** The event of one type. */
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
/** An event as the store keeps it: `seq` grows by one over all days. */
export interface StoredEvent {
  readonly seq: number;
  readonly day: string;
  readonly event: Event;
}
