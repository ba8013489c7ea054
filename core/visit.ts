import type { StatusName, Ticket } from './ticket.ts';

/** One row per visit, for reports; written in the same transaction as the events. Times in ms since 1970, spans in ms. */
export interface Visit {
  readonly ticket: string;
  readonly day: string;
  readonly number: string;
  readonly service: string;
  readonly sequence: number;
  readonly priority: string | null;
  readonly status: StatusName;
  readonly issuedAt: number;
  readonly calledAt: number | null;
  readonly endedAt: number | null;
  /** Wait = last call − join, added up over the times it stood in a line; null when it was never called. */
  readonly waitedMs: number | null;
  readonly servedMs: number | null;
  readonly quotedSeconds: number | null;
  readonly counter: string | null;
  readonly clerk: string | null;
  readonly outcome: string | null;
  readonly dossiers: number;
  readonly procedures: readonly string[];
  readonly recalls: number;
  readonly score: number | null;
  readonly reasons: readonly string[];
}

/** The report row of a ticket as it stands. */
export function visitOf(day: string, ticket: Ticket): Visit {
  return {
    ticket: ticket.id,
    day,
    number: ticket.number,
    service: ticket.service,
    sequence: ticket.sequence,
    priority: ticket.priority,
    status: ticket.status,
    issuedAt: ticket.issuedAt,
    calledAt: ticket.lastCalledAt,
    endedAt: ticket.endedAt,
    waitedMs: ticket.lastCalledAt === null ? null : ticket.waitedMs,
    servedMs: ticket.servedMs > 0 || ticket.status === 'done' ? ticket.servedMs : null,
    quotedSeconds: ticket.quoted?.expected ?? null,
    counter: ticket.lastCounter,
    clerk: ticket.lastClerk,
    outcome: ticket.outcome,
    dossiers: ticket.dossiers,
    procedures: ticket.procedures,
    recalls: ticket.recalls,
    score: ticket.rating?.score ?? null,
    reasons: ticket.rating?.reasons ?? [],
  };
}
