import type { PriorityKind, RatingScale, Text } from '../core/rules.ts';
import type { BoardView } from '../core/view/board.ts';
import type { CounterView } from '../core/view/counter.ts';
import type { KioskView } from '../core/view/kiosk.ts';
import type { RatingView } from '../core/view/rating.ts';
import type { SupervisorView } from '../core/view/supervisor.ts';
import type { TicketView } from '../core/view/ticket.ts';

export type { Interval } from '../core/interval.ts';
export type { RejectionCode } from '../core/rejection.ts';
export type { PriorityKind, RatingScale, Text } from '../core/rules.ts';
export type { Outcome, StatusName } from '../core/ticket.ts';
export type { BoardCall, BoardCounter, BoardLine, BoardView } from '../core/view/board.ts';
export type { CounterTicket, CounterView } from '../core/view/counter.ts';
export type { KioskView, ServiceView } from '../core/view/kiosk.ts';
export type { RatableVisit, RatingView } from '../core/view/rating.ts';
export type {
  Alarm,
  HourCount,
  RatingFigures,
  SupervisedCounter,
  SupervisedService,
  SupervisorView,
} from '../core/view/supervisor.ts';
export type { TicketView } from '../core/view/ticket.ts';

/** What every screen needs to know of the centre. */
export interface CentreView {
  readonly name: Text;
  readonly timeZone: string;
  /** Working day, YYYY-MM-DD. */
  readonly day: string | null;
  readonly demonstration: boolean;
  /** Whether slips come out on paper: in a demonstration they are shown as if; without a printer nobody waits for one. */
  readonly paper: boolean;
  /** Address of this server as phones in the hall reach it: what QR codes say. */
  readonly address: string;
  /** Changes when the screens were built anew: a screen with another build reloads itself. */
  readonly build: string;
  readonly kiosk: {
    /** Screen diagonal in inches and its longer side in CSS pixels give mm. */
    readonly diagonalInches: number;
    readonly idleSeconds: number;
    readonly warningSeconds: number;
  };
  readonly display: {
    /** A call older than this many seconds is shown, not spoken. */
    readonly speakWithinSeconds: number;
    readonly speechRegion: 'north' | 'south';
  };
  readonly rating: RatingScale;
  /** Names for the ids that other views carry, retired services included. */
  readonly services: readonly { readonly id: string; readonly prefix: string; readonly name: Text }[];
  readonly priorities: readonly PriorityKind[];
}

/** A printed slip that the file driver keeps. */
export interface KeptSlip {
  readonly id: string;
  /** ms since 1970 */
  readonly at: number;
}

/** Every live view by name: whole views, never differences. */
export interface Views {
  readonly centre: CentreView;
  readonly kiosk: KioskView;
  readonly board: BoardView;
  readonly ticket: TicketView;
  readonly counter: CounterView;
  readonly rating: RatingView;
  readonly supervisor: SupervisorView;
  readonly slips: readonly KeptSlip[];
}

export type ViewName = keyof Views;
