/** Many arrivals at random, exponential visits, one line, equal counters: the M/M/s queue in steady state. */
export interface SteadyQueue {
  /** Arrivals and completions of one busy counter, in the same unit of time. */
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly counters: number;
}

/** The probability that somebody has to wait (Erlang's C formula, 1917); 1 when more come than can be served. */
export function erlangC({ arrivalRate, serviceRate, counters }: SteadyQueue): number {
  const load = arrivalRate / serviceRate;
  if (load >= counters) return 1;
  // Erlang B by its recursion, which never overflows, then C from B.
  let blocked = 1;
  for (let n = 1; n <= counters; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / counters) * (1 - blocked));
}

/** The mean wait, in the unit of the rates; Infinity when more come than can be served. */
export function meanWait(queue: SteadyQueue): number {
  const spare = queue.counters * queue.serviceRate - queue.arrivalRate;
  return spare <= 0 ? Number.POSITIVE_INFINITY : erlangC(queue) / spare;
}

/** The mean wait when visits vary otherwise than exponentially (Allen and Cunneen's approximation). */
export const meanWaitWith = (queue: SteadyQueue, variation: number): number =>
  meanWait(queue) * ((1 + variation ** 2) / 2);
