import { isPriorityTurn } from '../next.ts';
import type { PriorityOrder } from '../rules.ts';
import { courses, drawCount, draws, multipliers } from './draws.ts';
import type { Beliefs } from './learn.ts';
import type { Line, Reach } from './lines.ts';

/** A counter that will call: when it is free in each course, and whom it calls. */
export interface Server {
  readonly freeAt: Float64Array;
  readonly ordinaryCalls: number;
  readonly reach: Reach;
}

/** What is known at the moment from which the rest of the day is played. Times in ms since 1970. */
export interface Situation {
  readonly at: number;
  readonly servers: readonly Server[];
  readonly lines: readonly Line[];
  /** Mean length of a visit in each course, by number of the service. */
  readonly lengths: readonly Float64Array[];
  readonly beliefs: Beliefs;
  readonly order: PriorityOrder;
  /** When nobody is called although counters are open now: lunch. */
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
  /** When the last number can be taken. */
  readonly arrivalsEnd: number;
}

/** Sums over the courses, ms: of waits and of their squares. */
export interface Waits {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** One ticket, or who comes next, by line and place in it. */
export interface Place {
  readonly line: number;
  readonly place: number;
}

const never = Number.POSITIVE_INFINITY;
/** Nobody needs to know more than that they wait longer than this. */
const mostOthers = 200;

/**
 * Plays the rest of the day in several courses: each counter calls whom the rules give it, visits take lengths drawn
 * from what is believed, and others join behind. In each line the place after the last is that of somebody who joins it
 * now. Given `wanted`, only that wait is sure to be known.
 */
export function play(situation: Situation, wanted?: Place): (place: Place) => Waits {
  const game = new Game(situation, wanted);
  if (situation.servers.length > 0) for (let course = 0; course < courses; course += 1) game.run(course);
  return (place) => game.waits(place);
}

/** All courses use the same arrays: making them takes longer than playing a short line. */
class Game {
  readonly #s: Situation;
  readonly #factors: Float64Array;
  readonly #free: Float64Array;
  readonly #ordinaryCalls: Int32Array;
  /** By line: how many there are, with who comes next; how many were called; when the next other joins. */
  readonly #size: Int32Array;
  readonly #called: Int32Array;
  readonly #joins: Float64Array;
  readonly #joinGaps: Float64Array;
  readonly #isPriority: Uint8Array;
  /** By line, the mean length of a visit in this course. */
  readonly #lengths: Float64Array;
  readonly #wantedSpot: number;
  /** By line, where its tickets and who comes next begin in the four below. */
  readonly #spots: Int32Array;
  readonly #queuedAt: Float64Array;
  readonly #counts: Uint8Array;
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;

  constructor(situation: Situation, wanted?: Place) {
    const { lines, servers } = situation;
    this.#s = situation;
    this.#factors = multipliers(situation.beliefs.variation);
    this.#free = new Float64Array(servers.length);
    this.#ordinaryCalls = new Int32Array(servers.length);
    this.#size = new Int32Array(lines.length);
    this.#spots = new Int32Array(lines.length);
    this.#called = new Int32Array(lines.length);
    this.#joins = new Float64Array(lines.length);
    this.#joinGaps = new Float64Array(lines.length);
    this.#isPriority = new Uint8Array(lines.length);
    this.#lengths = new Float64Array(lines.length);
    let length = 0;
    for (let number = 0; number < lines.length; number += 1) {
      const line = lines[number]!;
      // Who comes next joins a plain line without priority: elsewhere nobody is asked for.
      this.#size[number] = line.tickets.length + (isAsked(line) ? 1 : 0);
      this.#spots[number] = length;
      this.#joinGaps[number] = line.arrivals > 0 ? 1 / line.arrivals : never;
      this.#isPriority[number] = line.isPriority ? 1 : 0;
      length += line.tickets.length + 1;
    }
    this.#wantedSpot = wanted ? this.#spots[wanted.line]! + wanted.place : -1;
    this.#queuedAt = new Float64Array(length).fill(never);
    for (let number = 0; number < lines.length; number += 1) {
      const { tickets } = lines[number]!;
      for (let i = 0; i < tickets.length; i += 1) this.#queuedAt[this.#spots[number]! + i] = tickets[i]!.queuedAt;
    }
    this.#counts = new Uint8Array(length);
    this.#sums = new Float64Array(length);
    this.#squares = new Float64Array(length);
  }

  waits({ line, place }: Place): Waits {
    const spot = this.#spots[line]! + place;
    return { count: this.#counts[spot]!, sum: this.#sums[spot]!, squares: this.#squares[spot]! };
  }

  run(course: number): void {
    const { at, servers, order, breaks } = this.#s;
    const { atOnce, perMs, lengthMs: noShowMs } = this.#s.beliefs.noShow;
    const free = this.#free;
    const called = this.#called;
    const size = this.#size;
    const ordinaryCalls = this.#ordinaryCalls;
    const factors = this.#factors;
    const own = draws[course]!;
    let left = this.#begin(course);
    const most = 2 * left + mostOthers;
    for (let calls = 0; left > 0 && calls < most; ) {
      let server = 0;
      let time = free[0]!;
      for (let i = 1; i < free.length; i += 1) {
        if (free[i]! >= time) continue;
        server = i;
        time = free[i]!;
      }
      if (time === never) return;
      if (breaks.length > 0) {
        const after = afterBreaks(breaks, time);
        if (after > time) {
          free[server] = after;
          continue;
        }
      }
      const { reach } = servers[server]!;
      const number = this.#choose(reach, isPriorityTurn(order, ordinaryCalls[server]!), time);
      if (number < 0) {
        free[server] = this.#nextJoining(reach, time);
        continue;
      }
      const place = called[number]!;
      called[number] = place + 1;
      let gone = atOnce;
      if (place < size[number]!) {
        left -= 1;
        const spot = this.#spots[number]! + place;
        const wait = time - at;
        this.#counts[spot]! += 1;
        this.#sums[spot]! += wait;
        this.#squares[spot]! += wait * wait;
        if (spot === this.#wantedSpot) return;
        const queuedAt = this.#queuedAt[spot]!;
        // Who comes next takes no time: the others' waits are without them.
        if (queuedAt === never) continue;
        gone = Math.min(0.8, atOnce + perMs * (time - queuedAt));
      } else {
        this.#joins[number] = this.#ifBeforeEnd(this.#joins[number]! + this.#joinGaps[number]!);
      }
      const length = this.#lengths[number]! * factors[own[calls % drawCount]!]!;
      free[server] = time + length + gone * (noShowMs - length);
      ordinaryCalls[server] = this.#isPriority[number] === 1 ? 0 : ordinaryCalls[server]! + 1;
      calls += 1;
    }
  }

  /** Puts everything back to the beginning, and gives how many waits are to be found out. */
  #begin(course: number): number {
    const { at, lines, lengths, servers } = this.#s;
    const { noShow } = this.#s.beliefs;
    servers.forEach(({ freeAt, ordinaryCalls }, i) => {
      this.#free[i] = freeAt[course]!;
      this.#ordinaryCalls[i] = ordinaryCalls;
    });
    this.#called.fill(0);
    let left = 0;
    for (let number = 0; number < lines.length; number += 1) {
      left += this.#size[number]!;
      this.#lengths[number] = lengths[lines[number]!.service]?.[course] ?? noShow.lengthMs;
      // Others join evenly, in each course with another beginning.
      const part = (draws[course]![number % drawCount]! + 0.5) / courses;
      this.#joins[number] = this.#ifBeforeEnd(at + part * this.#joinGaps[number]!);
    }
    return left;
  }

  #ifBeforeEnd = (time: number): number => (time > this.#s.arrivalsEnd ? never : time);

  #choose(reach: Reach, isTurn: boolean, time: number): number {
    if (reach.first.length > 0) {
      const first = this.#firstOf(reach.first, time, true);
      if (first >= 0) return first;
    }
    const chosen = this.#firstOf(isTurn ? reach.priority : reach.ordinary, time, false);
    return chosen >= 0 ? chosen : this.#firstOf(isTurn ? reach.ordinary : reach.priority, time, false);
  }

  /** The first line in which somebody is; of lines of one service, or put first, the one whose first came earlier. */
  #firstOf(numbers: readonly number[], time: number, areFirst: boolean): number {
    const { lines } = this.#s;
    let best = -1;
    for (let i = 0; i < numbers.length; i += 1) {
      const number = numbers[i]!;
      if (best >= 0 && !areFirst && lines[number]!.service !== lines[best]!.service) return best;
      if (this.#called[number]! >= this.#size[number]! && this.#joins[number]! > time) continue;
      if (best < 0 || this.#cameAt(number) < this.#cameAt(best)) best = number;
    }
    return best;
  }

  #cameAt(number: number): number {
    const { tickets } = this.#s.lines[number]!;
    const head = tickets[this.#called[number]!];
    return head ? (head.firstSince ?? head.joinedAt) : never;
  }

  #nextJoining({ priority, ordinary }: Reach, time: number): number {
    let soonest = never;
    for (const numbers of [priority, ordinary]) {
      for (const number of numbers) {
        const joins = this.#joins[number]!;
        if (joins > time && joins < soonest) soonest = joins;
      }
    }
    return soonest;
  }
}

const isAsked = (line: Line): boolean =>
  !line.isPriority && !line.isFirst && line.reservedFor === null && line.service >= 0;

function afterBreaks(breaks: Situation['breaks'], time: number): number {
  for (let i = 0; i < breaks.length; i += 1) if (time >= breaks[i]!.from && time < breaks[i]!.to) return breaks[i]!.to;
  return time;
}
