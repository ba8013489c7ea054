const longestDelayMs = 5 * 60_000;
const forgottenAfterMs = 30 * 60_000;

/**
 * Slows down guessing: after `freeAttempts` wrong ones under one key (a name, an address) the next one has to wait 2 s,
 * then 4 s, 8 s … up to five minutes. A right one, or half an hour, clears it.
 */
export class GrowingDelay {
  readonly #wrong = new Map<string, { count: number; until: number; at: number }>();
  readonly #turns = new Map<string, Promise<void>>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** ms until the next attempt is listened to; 0 = now. */
  remaining(key: string): number {
    const ms = (this.#wrong.get(key)?.until ?? 0) - this.#clock();
    // A clock that was set back meanwhile must not make the delay longer than it ever is.
    return Math.min(longestDelayMs, Math.max(0, ms));
  }

  wrong(key: string, freeAttempts = 3): void {
    const now = this.#clock();
    for (const [other, entry] of this.#wrong) if (now - entry.at > forgottenAfterMs) this.#wrong.delete(other);
    const count = (this.#wrong.get(key)?.count ?? 0) + 1;
    const delay = count < freeAttempts ? 0 : Math.min(longestDelayMs, 2000 * 2 ** (count - freeAttempts));
    this.#wrong.set(key, { count, until: now + delay, at: now });
  }

  right(key: string): void {
    this.#wrong.delete(key);
  }

  /** Runs the attempts under one key one after another: each meets the delay that those before it earned, also when many come at once. */
  inTurn<T>(key: string, attempt: () => Promise<T>): Promise<T> {
    const outcome = (this.#turns.get(key) ?? Promise.resolve()).then(attempt);
    const over = outcome.then(
      () => undefined,
      () => undefined, // its own sender is told
    );
    this.#turns.set(key, over);
    void over.then(() => {
      if (this.#turns.get(key) === over) this.#turns.delete(key);
    });
    return outcome;
  }
}
