/** A wait in seconds: in four of five cases it lies between `low` and `high`. */
export interface Interval {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/** A wait in minutes as people say it, the same on paper and on screens: whole minutes up to 10, then to the nearest 5. */
export function spokenMinutes(seconds: number): number {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes <= 10 ? minutes : Math.round(minutes / 5) * 5;
}
