import type { Day } from '../core/day.ts';
import { type Beliefs, learn } from '../core/estimate/learn.ts';
import { forecast, forecastWith } from '../core/estimate.ts';
import { simulateDay } from '../core/simulate/day.ts';
import type { Scenario } from '../core/simulate/scenario.ts';
import { kinds } from './estimate/kinds.ts';
import { Past, rivals } from './estimate/rivals.ts';

const seeds = 40;
const minute = 60_000;
const monday = Date.parse('2026-03-02T00:00:00+07:00');
const names = ['ours', ...rivals, 'oracle'] as const;

/** One promise: what each estimator said to somebody who took a number, ms. */
interface Quote {
  readonly said: Readonly<Record<(typeof names)[number], number>>;
  readonly low: number;
  readonly high: number;
}

/** Says how far estimates are from what came, on 40 days of each kind, and how long one takes. */
export async function run(): Promise<void> {
  console.table(kinds.map(compare));
  console.table([30, 100, 500].map(time));
}

function compare(scenario: Scenario): Record<string, string | number> {
  const errors = Object.fromEntries(names.map((name) => [name, 0])) as Record<(typeof names)[number], number>;
  let people = 0;
  let within = 0;
  let waited = 0;
  let width = 0;
  let bias = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const { said, low, high, actual } of quotesOf(scenario, seed)) {
      people += 1;
      waited += actual;
      bias += said.ours - actual;
      width += high - low;
      // Quotes are whole seconds.
      if (actual >= low - 500 && actual <= high + 500) within += 1;
      for (const name of names) errors[name] += Math.abs(said[name] - actual);
    }
  }
  const mean = (sum: number) => (sum / people / minute).toFixed(2);
  return {
    day: scenario.name,
    people,
    'mean wait': mean(waited),
    ...Object.fromEntries(names.map((name) => [name, mean(errors[name])])),
    'coverage %': ((100 * within) / people).toFixed(1),
    width: mean(width),
    bias: mean(bias),
  };
}

function quotesOf(scenario: Scenario, seed: number): (Quote & { actual: number })[] {
  const past = new Past(scenario.rules);
  const quotes = new Map<string, Quote>();
  const called = new Map<string, number>();
  const { day } = simulateDay(scenario, {
    midnight: monday,
    seed,
    watch: (step) => {
      for (const event of step.events) {
        if (event.type === 'TicketCalled' && !called.has(event.ticket)) called.set(event.ticket, event.at);
        if (event.type !== 'TicketTaken' || event.quoted === null) continue;
        const { low, expected, high } = event.quoted;
        const truth = forecastWith(step.after, scenario.rules, step.at, oracle(scenario, step.after, step.at));
        const ticket = step.after.tickets.get(event.ticket)!;
        quotes.set(event.ticket, {
          said: {
            ...past.say(step.after, ticket, step.at),
            ours: expected * 1000,
            oracle: (truth.byTicket.get(event.ticket)?.expected ?? 0) * 1000,
          },
          low: low * 1000,
          high: high * 1000,
        });
      }
      past.see(step);
    },
  });
  return [...quotes].flatMap(([id, quote]) => {
    const at = called.get(id);
    return at === undefined ? [] : [{ ...quote, actual: at - (day.tickets.get(id)?.issuedAt ?? at) }];
  });
}

/** Beliefs as somebody would have who knows the rates from which chance draws. */
function oracle(scenario: Scenario, day: Day, at: number): Beliefs {
  const { noShow, services } = learn(day, scenario.rules, at);
  const time = (at - monday) / minute;
  const shares = scenario.arrivals.reduce((sum, { share }) => sum + share, 0);
  const window = scenario.arrivals.find(({ from, to }) => time >= from && time < to);
  const factor = scenario.weekdayFactors[1]! * scenario.visitsADay * (1 - scenario.opening.share);
  const rate = window ? (factor * window.share) / shares / ((window.to - window.from) * minute) : 0;
  const wanted = scenario.demand.reduce((sum, { share }) => sum + share, 0);
  return {
    services: new Map([
      ...services,
      ...scenario.demand.map(
        ({ service, meanMinutes }) =>
          [
            service,
            { lengthMs: meanMinutes * minute + (scenario.walkSeconds + scenario.betweenSeconds) * 1000, doubt: 0.01 },
          ] as const,
      ),
    ]),
    variation: scenario.demand[0]!.variation,
    noShow: {
      atOnce: scenario.noShowShare,
      perMs: scenario.patienceMinutes === null ? 0 : 1 / (scenario.patienceMinutes * minute),
      lengthMs: noShow.lengthMs,
    },
    arrivals: new Map(
      scenario.demand.map(({ service, share }) => [
        service,
        {
          ordinary: (rate * (1 - scenario.priorityShare) * share) / wanted,
          priority: (rate * scenario.priorityShare * share) / wanted,
        },
      ]),
    ),
  };
}

/** How long one forecast of a ward's hall takes with so many in line. */
function time(waiting: number): Record<string, string | number> {
  const scenario = kinds.find(({ name }) => name === 'multi-skill')!;
  let crowded: { day: Day; at: number } | undefined;
  const crowd = { ...scenario, visitsADay: 9 * waiting + 300 };
  simulateDay(crowd, {
    midnight: monday,
    seed: 1,
    watch: ({ after, at }) => {
      const count = [...after.tickets.values()].filter(({ status }) => status === 'waiting').length;
      if (!crowded && count === waiting) crowded = { day: after, at };
    },
  });
  const { day, at } = crowded!;
  const times = Array.from({ length: 300 }, () => {
    const start = performance.now();
    forecast(day, scenario.rules, at);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return {
    waiting,
    tickets: day.tickets.size,
    'forecast of everybody, p50 ms': times[150]!.toFixed(3),
    'p95 ms': times[285]!.toFixed(3),
  };
}
