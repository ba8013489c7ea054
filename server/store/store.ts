import type { Event, StoredEvent } from '../../core/event.ts';
import type { Visit } from '../../core/visit.ts';

/** The first answer to a request id, for repeating it. */
export interface StoredReply {
  /** Tells a repeated request from another one under the same id. */
  readonly fingerprint: string;
  /** JSON */
  readonly reply: string;
}

export interface AuditRow {
  readonly seq: number;
  /** ms since 1970 */
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly detail: string;
}

/** What may be written inside a commit. */
export interface Writer {
  /** Adds an event to a day and gives it the next sequence number. */
  append(day: string, event: Event): StoredEvent;
  /** Writes the row of a visit as it stands. Throws when the day has the number already. */
  saveVisit(visit: Visit): void;
  reply(key: string): StoredReply | undefined;
  saveReply(key: string, reply: StoredReply, at: number): void;
  audit(row: Omit<AuditRow, 'seq'>): void;
  saveCheckpoint(name: string, seq: number): void;
}

/** The memory of the centre. Every implementation passes test/contract/store.ts. */
export interface Store {
  /**
   * Runs the jobs in order inside one synced transaction, each behind its own savepoint. Gives for each job the error
   * that undid it, or null. Throws when the whole could not be committed: then nothing of it happened.
   */
  commit(jobs: readonly ((writer: Writer) => void)[]): (Error | null)[];
  /** The latest day that has events, YYYY-MM-DD, or null. */
  lastDay(): string | null;
  eventsOf(day: string): StoredEvent[];
  /** Events with a greater sequence number, in order. */
  eventsAfter(seq: number, limit: number): StoredEvent[];
  /** Visits of the working days `from` to `to`, both included (YYYY-MM-DD), in order of issue. */
  visits(from: string, to: string): Visit[];
  /** Audit rows with a smaller sequence number, the newest first. */
  auditBefore(seq: number, limit: number): AuditRow[];
  /** How far a reactor came: 0 at first. */
  checkpoint(name: string): number;
  /** Forgets replies given before `at` (ms since 1970). */
  forgetReplies(at: number): void;
  close(): void;
}
