import type { BoardCall } from '../../wire/client.ts';

/** Which calls were said already. */
export interface SpokenCalls {
  has(call: BoardCall): boolean;
  add(call: BoardCall): void;
}

/**
 * The call to say now: the oldest one that was not said and is not too old. `calls` are those of the newest view, newest
 * first, so that a call that was repeated or replaced since is never said again. Null when there is nothing to say.
 * `now` in ms by the server's clock.
 */
export function nextCall(
  calls: readonly BoardCall[],
  spoken: SpokenCalls,
  now: number,
  speakWithinSeconds: number,
): BoardCall | null {
  return calls.findLast((call) => now - call.at <= speakWithinSeconds * 1000 && !spoken.has(call)) ?? null;
}
