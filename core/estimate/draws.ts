import { Random } from '../simulate/random.ts';
import { normalQuantile, normalShare } from './normal.ts';

/** In how many different courses the rest of the day is played. */
export const courses = 8;
const rows = 61;

/** Middles of equal shares of a standard normal distribution, one for each course. */
const middles = Float64Array.from({ length: courses }, (_, i) => normalQuantile((i + 0.5) / courses));

/** Courses in groups that believe the same of how long visits take on average. */
const groups = 2;
const perGroup = courses / groups;

/**
 * Fixed shuffles: which of the middles a course takes for its k-th draw. Always the same, so that estimates are. Each group
 * takes one of every two neighbouring middles, so that no group has luck.
 */
const shuffles: readonly Uint8Array[] = Array.from({ length: rows }, (_, row) => {
  const random = new Random(20260302, row);
  const order = new Uint8Array(courses);
  for (let group = 0; group < groups; group += 1) order.set(shuffled(perGroup, random), group * perGroup);
  const neighbours = Array.from({ length: perGroup }, () => shuffled(groups, random));
  return order.map((pair, course) => pair * groups + neighbours[pair]![Math.floor(course / perGroup)]!);
});

function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i -= 1) {
    const other = Math.floor(random.uniform() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** After so many draws a course begins again: no line is as long. */
export const drawCount = rows * courses;

/**
 * By course, the middle that it takes for its k-th draw: over all courses, each draw takes every middle once. Later rounds
 * give the same shuffles to other courses: first to other groups, then within groups.
 */
export const draws: readonly Uint8Array[] = Array.from({ length: courses }, (_, course) =>
  Uint8Array.from({ length: drawCount }, (_, k) => {
    const round = Math.floor(k / rows);
    return shuffles[k % rows]![((course + perGroup * round) % courses) ^ ((round >> 1) & 3)]!;
  }),
);

/** Factors with mean 1 on all lengths of one service in each course: how far its believed mean may be off. */
export function doubts(service: number, doubt: number): Float64Array {
  const values = [-1, 1].map((z) => Math.exp(1.1 * doubt * z));
  const mean = (values[0]! + values[1]!) / 2;
  const factors = new Float64Array(courses);
  for (let course = 0; course < courses; course += 1) {
    factors[course] = values[(Math.floor(course / perGroup) + service) % groups]! / mean;
  }
  return factors;
}

/** Gives again what was made for the same key: the tables below are few and asked for all the time. */
function remembered<T>(make: (a: number, b: number) => T): (a: number, b: number) => T {
  const made = new Map<number, T>();
  return (a, b) => {
    const key = a * 1000 + b;
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(a, b);
    made.set(key, value);
    return value;
  };
}

const steps = 50;
const factorsOf = remembered((variation: number, _: number): Float64Array => {
  const sigma = Math.sqrt(Math.log(1 + (variation / steps) ** 2));
  const values = middles.map((z) => Math.exp(sigma * z));
  const mean = values.reduce((sum, value) => sum + value, 0) / courses;
  return values.map((value) => value / mean);
});

/** Log-normal lengths with mean 1 at the middles; eight middles have less spread than the whole, which is made up for. */
export const multipliers = (variation: number): Float64Array => factorsOf(Math.round(1.1 * variation * steps), 0);

const ratioSteps = 16;
const credibleRatio = 4;

/**
 * What is left, in ms at the middles, of a visit that already takes `elapsed`, given log-normal lengths. Visits that take
 * long tend to take longer still, up to four usual lengths: then somebody rather forgot to end the visit.
 */
export function residuals(length: number, variation: number, elapsed: number): Float64Array {
  const ratio = Math.min(Math.max(elapsed / length, 0), credibleRatio);
  const shares = residualsOf(Math.round(variation * steps), Math.round(ratio * ratioSteps));
  const left = new Float64Array(courses);
  for (let i = 0; i < courses; i += 1) left[i] = shares[i]! * length;
  return left;
}

/** As parts of one mean length. */
const residualsOf = remembered((variation: number, ratio: number): Float64Array => {
  const variance = Math.log(1 + (variation / steps) ** 2);
  const sigma = Math.sqrt(variance);
  const elapsed = Math.max(ratio / ratioSteps, 1e-6);
  const z = (Math.log(elapsed) + variance / 2) / sigma;
  const before = normalShare(z);
  const left = Float64Array.from({ length: courses }, (_, i) => {
    const share = before + ((i + 0.5) / courses) * (1 - before);
    return Math.max(1e-6, Math.exp(sigma * normalQuantile(Math.min(share, 0.999999)) - variance / 2) - elapsed);
  });
  // The middles have not quite the mean of the whole: E[X | X > a] = Φ(σ − z) / (1 − Φ(z)) of the mean.
  const mean = normalShare(sigma - z) / (1 - before) - elapsed;
  const sum = left.reduce((total, value) => total + value, 0);
  return left.map((value) => (value * mean * courses) / sum);
});
