import type { PrinterStatus } from './driver.ts';

/** A status without its time. */
export type Condition =
  | Omit<Extract<PrinterStatus, { state: 'ready' }>, 'since'>
  | Omit<Extract<PrinterStatus, { state: 'near-end' }>, 'since'>
  | Omit<Extract<PrinterStatus, { state: 'blocked' }>, 'since'>;

/** The status of one printer: remembers since when, and tells listeners of changes only. */
export class StatusBoard {
  readonly #listeners = new Set<(status: PrinterStatus) => void>();
  #status: PrinterStatus | null = null;

  /** Null until it is known. */
  get status(): PrinterStatus | null {
    return this.#status;
  }

  /** Takes a new condition; the same one as before changes nothing. */
  show(condition: Condition): PrinterStatus {
    const before = this.#status;
    if (before && before.state === condition.state && causeOf(before) === causeOf(condition)) return before;
    const status = { ...condition, since: Date.now() };
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
    return status;
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const causeOf = (condition: Condition): string | null => (condition.state === 'ready' ? null : condition.cause);
