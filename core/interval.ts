/** A wait in seconds: in four of five cases it lies between `low` and `high`. */
export interface Interval {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}
