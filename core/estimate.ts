import { localTime } from './calendar.ts';
import { counterState, type Day, ticketAt } from './day.ts';
import { courses, doubts, draws, residuals } from './estimate/draws.ts';
import { type Beliefs, learn } from './estimate/learn.ts';
import { type Line, linesOf, plainLine, reachOf } from './estimate/lines.ts';
import { play, type Server, type Situation, type Waits } from './estimate/play.ts';
import type { Interval } from './interval.ts';
import { isCounterClosed, nextTicket, waitingTickets } from './next.ts';
import type { Counter, Rules } from './rules.ts';

/** The waits still ahead of everyone, from one moment's state. */
export interface Forecast {
  readonly byTicket: ReadonlyMap<string, Interval>;
  /** For somebody who would take a number now; null where no counter is open for the service. */
  readonly byService: Readonly<Record<string, Interval | null>>;
}

/** 80 % of a normal distribution lies within this many standard deviations. */
const spread = 1.2816;
/** What the courses leave out widens the interval: found by `npm run bench -- estimate`. */
const widening = 1.35;
const minute = 60_000;
/** How long a counter that just paused is away, and how long at least from any moment of its pause. */
const pauseMs = 10 * minute;
const leastPauseMs = 4 * minute;
/** A pause longer than this does not end soon. */
const longPauseMs = 30 * minute;

/** The expected length of one visit in ms: what the day showed drawn towards the service's usual length. */
export function expectedVisitMs(day: Day, rules: Rules, service: string): number {
  return learn(day, rules, 0).services.get(service)?.lengthMs ?? pauseMs;
}

/**
 * The waits of everybody in line and of who would come now: the rest of the day is played in several courses, in the
 * real order of calling, with what the day taught about lengths, no-shows and arrivals. Always the same for one state.
 */
export function forecast(day: Day, rules: Rules, at: number): Forecast {
  return forecastWith(day, rules, at, learn(day, rules, at));
}

/** As `forecast`, from given beliefs about visits. */
export function forecastWith(day: Day, rules: Rules, at: number, beliefs: Beliefs): Forecast {
  const situation = situationOf(day, rules, at, beliefs);
  const waits = play(situation);
  const isKnown = knownBy(day, rules);
  const byTicket = new Map<string, Interval>();
  const byService: Record<string, Interval | null> = Object.fromEntries(rules.services.map(({ id }) => [id, null]));
  situation.lines.forEach((line, number) => {
    if (!isKnown(line)) return;
    line.tickets.forEach((ticket, place) => {
      const wait = intervalOf(waits({ line: number, place }));
      if (wait) byTicket.set(ticket.id, wait);
    });
    const service = rules.services[line.service];
    if (service && number === plainLine(line.service, false)) {
      byService[service.id] = intervalOf(waits({ line: number, place: line.tickets.length }));
    }
  });
  return { byTicket, byService };
}

/** The wait of one ticket in line, or null when no open counter would call it: the same as in `forecast`, but sooner. */
export function waitOf(day: Day, rules: Rules, at: number, ticket: string): Interval | null {
  // Most often nobody is before them: then there is nothing to play.
  if (isNextSomewhere(day, rules, ticket)) return { low: 0, expected: 0, high: 0 };
  const situation = situationOf(day, rules, at, learn(day, rules, at));
  const number = situation.lines.findIndex((line) => line.tickets.some(({ id }) => id === ticket));
  const line = situation.lines[number];
  if (!line || !knownBy(day, rules)(line)) return null;
  const place = { line: number, place: line.tickets.findIndex(({ id }) => id === ticket) };
  return intervalOf(play(situation, place)(place));
}

const isNextSomewhere = (day: Day, rules: Rules, ticket: string): boolean =>
  rules.counters.some((counter) => {
    const state = counterState(day, counter.id);
    return state.state === 'open' && state.ticket === null && nextTicket(day, rules, counter)?.id === ticket;
  });

/** A wait is only said where a counter is open that may call: a pause has no end that anybody promised. */
function knownBy(day: Day, rules: Rules): (line: Line) => boolean {
  const open = rules.counters.filter(({ id }) => counterState(day, id).state === 'open');
  return (line) =>
    line.reservedFor === null
      ? open.some(({ services }) => services.includes(rules.services[line.service]?.id ?? ''))
      : open.some(({ id }) => id === line.reservedFor);
}

function situationOf(day: Day, rules: Rules, at: number, beliefs: Beliefs): Situation {
  const lines = linesOf(waitingTickets(day), rules, beliefs, isCounterClosed(day));
  const { breaks, arrivalsEnd } = hoursFrom(rules, at);
  return {
    at,
    lines,
    beliefs,
    order: rules.priorityOrder,
    breaks,
    arrivalsEnd,
    servers: rules.counters.flatMap((counter) => serverOf(day, counter, lines, rules, at, beliefs)),
    lengths: rules.services.map(({ id, usualMinutes }, i) => {
      const { lengthMs, doubt } = beliefs.services.get(id) ?? { lengthMs: usualMinutes * minute, doubt: 0 };
      return doubts(i, doubt).map((factor) => factor * lengthMs);
    }),
  };
}

function serverOf(
  day: Day,
  counter: Counter,
  lines: readonly Line[],
  rules: Rules,
  at: number,
  beliefs: Beliefs,
): Server[] {
  const state = counterState(day, counter.id);
  if (state.state === 'closed') return [];
  const { ordinaryCalls } = state;
  const reach = reachOf(counter, lines, rules);
  const all = (time: number) => new Float64Array(courses).fill(time);
  if (state.state === 'paused') {
    const elapsed = at - state.since;
    if (elapsed > longPauseMs) return [];
    return [{ freeAt: all(at + Math.max(pauseMs - elapsed, leastPauseMs)), ordinaryCalls, reach }];
  }
  const current = ticketAt(day, counter.id);
  const belief = current && beliefs.services.get(current.service);
  if (!current || !belief) return [{ freeAt: all(at), ordinaryCalls, reach }];
  const since = current.status === 'called' || current.status === 'serving' ? (current.lastCalledAt ?? at) : at;
  const left = residuals(belief.lengthMs, beliefs.variation, at - since);
  const row = 30 + rules.counters.indexOf(counter);
  const freeAt = new Float64Array(courses);
  for (let course = 0; course < courses; course += 1) freeAt[course] = at + left[draws[course]![row]!]!;
  return [{ freeAt, ordinaryCalls, reach }];
}

/** The pauses between the hours of service that are still to come today, and when the last number is given out. */
function hoursFrom(rules: Rules, at: number): Pick<Situation, 'breaks' | 'arrivalsEnd'> {
  const { minute: now, weekday } = localTime(at, rules.timeZone);
  const clockOf = (time: number) => at + (time - now) * minute;
  const windows = (rules.servingHours[weekday] ?? []).toSorted((a, b) => a.from - b.from);
  const breaks = windows.slice(1).flatMap((window, i) => {
    const from = windows[i]!.to;
    return from > now && window.from > from ? [{ from: clockOf(from), to: clockOf(window.from) }] : [];
  });
  const taking = rules.takingHours[weekday] ?? [];
  return { breaks, arrivalsEnd: clockOf(Math.max(now, ...taking.map(({ to }) => to))) };
}

/** An 80 % interval around the mean: waits have a longer tail above than below, like a log-normal distribution. */
function intervalOf({ count, sum, squares }: Waits): Interval | null {
  if (count === 0) return null;
  const mean = sum / count;
  const variance = Math.max(0, squares / count - mean * mean);
  const seconds = (ms: number) => Math.round(ms / 1000);
  const expected = seconds(mean);
  if (mean < 1) return { low: 0, expected, high: 0 };
  const sigma = Math.sqrt(Math.log(1 + variance / (mean * mean)));
  const middle = mean * Math.exp((-sigma * sigma) / 2);
  const low = seconds(middle * Math.exp(-spread * widening * sigma));
  const high = seconds(middle * Math.exp(spread * widening * sigma));
  return { low: Math.min(low, expected), expected, high: Math.max(high, expected) };
}
