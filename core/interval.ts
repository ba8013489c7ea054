/** A wait in seconds: in four of five cases it lies between `low` and `high`. */
export interface Interval {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/**
 * A wait in minutes as people say it, the same on paper and on screens: whole minutes up to 10, then to the nearest 5.
 * `low` 0: at most `high`.
 */
export function spokenWait({ low, high }: Pick<Interval, 'low' | 'high'>): {
  readonly low: number;
  readonly high: number;
} {
  const spoken = { low: wholeMinutes(low), high: wholeMinutes(high) };
  const isShort = low < 60 || (spoken.low === 1 && spoken.high > 1);
  return isShort ? { low: 0, high: spoken.high } : spoken;
}

function wholeMinutes(seconds: number): number {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes <= 10 ? minutes : Math.round(minutes / 5) * 5;
}
