import type { Interval } from './interval.ts';

/** How a visit ended, as the clerk recorded it. */
export type Outcome = 'received' | 'returned' | 'guided' | 'supplement' | 'refused';
export const outcomes: readonly Outcome[] = ['received', 'returned', 'guided', 'supplement', 'refused'];

export interface Rating {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  readonly at: number;
}

/** What happened to the paper of a ticket. `copy` 1 is the first print; later ones say that they are reprints. */
export interface SlipState {
  readonly copy: number;
  readonly state: 'wanted' | 'sending' | 'printed' | 'failed';
  readonly cause: string | null;
}

/** What stays true of a ticket whatever its status. Times are ms since 1970. */
export interface TicketFacts {
  /** Not guessable: the citizen's key to follow the ticket. */
  readonly id: string;
  readonly number: string;
  readonly sequence: number;
  readonly service: string;
  /** Id of a priority kind, or null. */
  readonly priority: string | null;
  readonly language: string;
  readonly issuedAt: number;
  /** Decides the order in line; kept by tickets that return or are transferred. */
  readonly joinedAt: number;
  /** When it joined the line it stands in now: where its present wait began. */
  readonly queuedAt: number;
  /** Set when it was put first in line, to the moment of that. */
  readonly firstSince: number | null;
  /** Only this counter calls it, while that counter is not closed. */
  readonly reservedFor: string | null;
  /** The wait that was promised when it was taken. */
  readonly quoted: Interval | null;
  /** Sum over its times in line of (last call − joining), ms. */
  readonly waitedMs: number;
  /** Sum of time at counters, ms. */
  readonly servedMs: number;
  readonly lastCalledAt: number | null;
  readonly recalls: number;
  readonly lastCounter: string | null;
  readonly lastClerk: string | null;
  readonly outcome: Outcome | null;
  readonly procedures: readonly string[];
  readonly dossiers: number;
  readonly endedAt: number | null;
  readonly rating: Rating | null;
  readonly slip: SlipState;
}

/** Where a ticket stands in its life. */
export type TicketStatus =
  | { readonly status: 'waiting' }
  | { readonly status: 'called'; readonly counter: string; readonly since: number }
  | { readonly status: 'serving'; readonly counter: string; readonly since: number }
  | { readonly status: 'absent'; readonly since: number }
  | { readonly status: 'parked'; readonly since: number }
  | { readonly status: 'done' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'leftOvernight' };

export type Ticket = TicketFacts & TicketStatus;
export type StatusName = TicketStatus['status'];

/** Prefix and at least three digits: A001 … A999, A1000. */
export const ticketNumber = (prefix: string, sequence: number): string => prefix + String(sequence).padStart(3, '0');
