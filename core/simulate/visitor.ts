import type { Random } from './random.ts';
import type { Demand, Scenario } from './scenario.ts';

/** Somebody who will come, with all that chance decided about them beforehand. Times in ms. */
export interface Visitor {
  readonly at: number;
  readonly service: string;
  readonly priority: string | null;
  readonly lengthMs: number;
  readonly dossiers: number;
  readonly walkMs: number;
  readonly betweenMs: number;
  /** When they give up if nobody called them before. */
  readonly leavesAt: number;
  readonly handsBack: boolean;
  readonly isAwayAtCall: boolean;
  /** How long after being marked absent they are back; null: never. */
  readonly lateMs: number | null;
  readonly transferTo: Demand | null;
  readonly transferLengthMs: number;
  readonly parkedMs: number | null;
}

const minute = 60_000;

/** Everybody who comes on a day that began at `midnight` (ms since 1970), in order of arrival. */
export function visitorsOf(scenario: Scenario, midnight: number, weekday: number, random: Random): Visitor[] {
  const expected = scenario.visitsADay * (scenario.weekdayFactors[weekday] ?? 1);
  const { opening, arrivals } = scenario;
  const times: number[] = [];
  const spread = (count: number, from: number, length: number) => {
    for (let i = random.poisson(count); i > 0; i -= 1) {
      times.push(midnight + Math.floor((from + random.uniform() * length) * minute));
    }
  };
  spread(expected * opening.share, opening.at, opening.minutes);
  const shares = arrivals.reduce((sum, window) => sum + window.share, 0);
  for (const { from, to, share } of arrivals) {
    spread((expected * (1 - opening.share) * share) / shares, from, to - from);
  }
  return times.sort((a, b) => a - b).map((at) => visitor(scenario, at, random));
}

function visitor(scenario: Scenario, at: number, random: Random): Visitor {
  const wanted = random.pick(scenario.demand)!;
  const { priorities } = scenario.rules;
  const hasPriority = random.happens(scenario.priorityShare) && priorities.length > 0;
  const dossiers = 1 + random.poisson(scenario.moreDossiers);
  const factor = (1 + 0.5 * (dossiers - 1)) / (1 + 0.5 * scenario.moreDossiers);
  const isAwayAtCall = random.happens(scenario.noShowShare);
  const others = scenario.demand.filter(({ service }) => service !== wanted.service);
  const transferTo = others.length > 0 && random.happens(scenario.transferShare) ? (random.pick(others) ?? null) : null;
  return {
    at,
    service: wanted.service,
    priority: hasPriority ? priorities[Math.floor(random.uniform() * priorities.length)]!.id : null,
    lengthMs: Math.round(lengthOf(scenario, wanted, random) * factor),
    dossiers,
    walkMs: Math.round(random.logNormal(scenario.walkSeconds, 0.4) * 1000),
    betweenMs: Math.round(random.logNormal(scenario.betweenSeconds, 0.6) * 1000),
    leavesAt:
      scenario.patienceMinutes === null
        ? Number.POSITIVE_INFINITY
        : at + random.exponential(scenario.patienceMinutes * minute),
    handsBack: random.happens(scenario.cancelShare),
    isAwayAtCall,
    lateMs: random.happens(scenario.lateShare) ? Math.round(random.exponential(scenario.lateMinutes * minute)) : null,
    transferTo,
    transferLengthMs: transferTo ? Math.round(lengthOf(scenario, transferTo, random)) : 0,
    parkedMs: random.happens(scenario.parkShare) ? Math.round(minute * (5 + random.exponential(10))) : null,
  };
}

const lengthOf = ({ lengths }: Scenario, { meanMinutes, variation }: Demand, random: Random): number =>
  lengths === 'exponential'
    ? random.exponential(meanMinutes * minute)
    : random.logNormal(meanMinutes * minute, variation);
