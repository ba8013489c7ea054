/** Answers of one reconnection may arrive this far apart, ms. */
const sameMoment = 3000;

/** When the views on a screen arrived and what the centre says of its day. */
export interface Arrivals {
  /** When the board's view arrived, ms by the server's clock. */
  readonly boardAt: number;
  /** When the centre's view first named another working day than before, or null while it never did. */
  readonly dayChangedAt: number | null;
  /** The present, ms by the server's clock. */
  readonly now: number;
  readonly timeZone: string;
}

/**
 * Whether the board on screen may belong to an earlier working day: the centre has since begun another day, or the server has
 * been away for so long that the calendar date changed. Such a board is not shown.
 */
export function isOfEarlierDay({ boardAt, dayChangedAt, now, timeZone }: Arrivals): boolean {
  if (dayChangedAt !== null && boardAt < dayChangedAt - sameMoment) return true;
  return dateOf(boardAt, timeZone) !== dateOf(now, timeZone);
}

const dateOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

/** Remembers when the working day changed, as seen by one screen. */
export class DayWatch {
  #day: string | null = null;
  #changedAt: number | null = null;

  /** When the day last changed, ms by the server's clock, or null. */
  get changedAt(): number | null {
    return this.#changedAt;
  }

  /** Takes the day of a new centre view that arrived at `at`. */
  see(day: string | null, at: number): void {
    if (this.#day !== null && day !== this.#day) this.#changedAt = at;
    this.#day = day;
  }
}
