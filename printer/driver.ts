import type { Slip } from '../core/slip.ts';

/** Why a slip was not printed, or may not have been. Stable: stored in events, worded in lang/. */
export type PrintCause =
  /** The caller gave up before anything was printed. */
  | 'aborted'
  /** This printer was closed. */
  | 'closed'
  /** The slip could not be drawn; trying again will not help. */
  | 'not-drawable'
  | 'disk-full'
  | 'no-permission'
  /** What the printer prints to is not there. */
  | 'unreachable'
  /** It is there and failed. */
  | 'device-error'
  | 'paper-out'
  /** Paper still comes out; soon it will not. */
  | 'paper-near-end'
  | 'cover-open'
  /** Its knife or its head reports a fault. */
  | 'printer-error'
  /** Switched off line by its own button or for a reason it does not tell. */
  | 'offline'
  /** It can answer and does not, or takes no more bytes. */
  | 'no-answer'
  /** The connection broke while a slip was under way. */
  | 'connection-lost';

/**
 * What became of a slip.
 * - `printed`: the whole slip is on paper, also when it was already there from an earlier call with the same id.
 * - `sent`: handed over whole to a printer, or a queue, that cannot say what became of it.
 * - `not-printed`: no part of it is or will ever be on paper; it may be sent again as it is.
 * - `unknown`: it may be on paper, whole or in part. Only a copy that is marked as a reprint may follow.
 *
 * `detail` is the system's own message, for the log only.
 */
export type PrintOutcome =
  | { readonly state: 'printed' }
  | { readonly state: 'sent' }
  | { readonly state: 'not-printed'; readonly cause: PrintCause; readonly detail?: string }
  | { readonly state: 'unknown'; readonly cause: PrintCause; readonly detail?: string };

/**
 * What a printer is like now. `since` is when it became so, in ms since 1970.
 * - `near-end`: it prints, and its roll is nearly used up.
 * - `blocked`: nothing comes out until someone mends the cause. A slip that is under way then waits and goes on by itself.
 */
export type PrinterStatus =
  | { readonly state: 'ready'; readonly since: number }
  | { readonly state: 'near-end'; readonly cause: 'paper-near-end'; readonly since: number }
  | { readonly state: 'blocked'; readonly cause: PrintCause; readonly detail?: string; readonly since: number };

/** One printer. Slips come out one after another, in the order of the calls. */
export interface Printer {
  /**
   * Prints a slip, or finds it already printed under the same id. Troubles of the printer are outcomes, never exceptions.
   * `signal` takes back a slip that has not begun; one that has begun runs to its end.
   */
  print(slip: Slip, signal?: AbortSignal): Promise<PrintOutcome>;
  /** Whether a slip would probably come out now. */
  status(): Promise<PrinterStatus>;
  /** Tells of each change from now on; the listener must not throw. Returns how to stop. */
  onStatus(listener: (status: PrinterStatus) => void): () => void;
  /** Takes no more slips and resolves when the one under way has ended; one that waits for paper ends as `unknown`. */
  close(): Promise<void>;
}
