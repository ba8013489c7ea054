/** How long one part of a long list stands, ms: long enough to find one's number. */
const turnTime = 8000;

/** Counts the turns of long lists. `now` in ms. */
export const turnAt = (now: number): number => Math.floor(now / turnTime);

/** One part of a list that is too long for the screen. */
export interface Page<T> {
  readonly items: readonly T[];
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** The part whose turn it is: a hall screen cannot scroll. Parts are as even as can be. */
export function pageAt<T>(items: readonly T[], size: number, turn: number): Page<T> {
  const count = Math.max(1, Math.ceil(items.length / size));
  const even = Math.ceil(items.length / count);
  const index = turn % count;
  return { items: items.slice(index * even, (index + 1) * even), index, count };
}
