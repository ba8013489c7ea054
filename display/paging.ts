/** How long one part of a long list stands, ms: long enough to find one's number. */
export const pageTime = 8000;

/** One part of a list that is too long for the screen. */
export interface Page<T> {
  readonly items: readonly T[];
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** The part that is due at `now` (ms): the parts take turns, because a hall screen cannot scroll. Parts are as even as can be. */
export function pageAt<T>(items: readonly T[], size: number, now: number): Page<T> {
  const count = Math.max(1, Math.ceil(items.length / size));
  const even = Math.ceil(items.length / count);
  const index = Math.floor(now / pageTime) % count;
  return { items: items.slice(index * even, (index + 1) * even), index, count };
}
