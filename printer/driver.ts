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
  | 'device-error';

/**
 * What became of a slip.
 * - `printed`: the whole slip is on paper, also when it was already there from an earlier call with the same id.
 * - `not-printed`: no part of it is or will ever be on paper; it may be sent again as it is.
 * - `unknown`: it may be on paper, whole or in part. Only a copy that is marked as a reprint may follow.
 *
 * `detail` is the system's own message, for the log only.
 */
export type PrintOutcome =
  | { readonly state: 'printed' }
  | { readonly state: 'not-printed'; readonly cause: PrintCause; readonly detail?: string }
  | { readonly state: 'unknown'; readonly cause: PrintCause; readonly detail?: string };

export type PrinterStatus =
  | { readonly state: 'ready' }
  | { readonly state: 'not-ready'; readonly cause: PrintCause; readonly detail?: string };

/** One printer. Slips come out one after another, in the order of the calls. */
export interface Printer {
  /**
   * Prints a slip, or finds it already printed under the same id. Troubles of the printer are outcomes, never exceptions.
   * `signal` takes back a slip that has not begun; one that has begun runs to its end.
   */
  print(slip: Slip, signal?: AbortSignal): Promise<PrintOutcome>;
  /** Whether a slip would probably come out now. */
  status(): Promise<PrinterStatus>;
  /** Takes no more slips and resolves when the one under way has ended. */
  close(): Promise<void>;
}
