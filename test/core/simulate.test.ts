import { describe, expect, it } from 'vitest';
import { counterState } from '../../core/day.ts';
import { replay } from '../../core/evolve.ts';
import { nextTicket } from '../../core/next.ts';
import { type Counter, counterOf, type Rules } from '../../core/rules.ts';
import { type SimulatedDay, type Step, simulateDay } from '../../core/simulate/day.ts';
import { erlangC, meanWait } from '../../core/simulate/erlang.ts';
import { centreWith, ordinary, type PresetName, presets } from '../../core/simulate/presets.ts';
import { Random } from '../../core/simulate/random.ts';
import type { Scenario } from '../../core/simulate/scenario.ts';
import { always } from '../support/centre.ts';
import { clock } from '../support/given.ts';

const monday = clock('00:00');
const names = Object.keys(presets) as PresetName[];

describe('a simulated day', () => {
  it('given the same seed, then the events are the same, and given another, they are not', () => {
    const live = (seed: number) => simulateDay(presets['ward-80'](), { midnight: monday, seed }).events;
    expect(live(1)).toEqual(live(1));
    expect(live(2)).not.toEqual(live(1));
  });

  it.each(names)('%s: the events, stored and replayed, give the state at the end', (name) => {
    const { day, events } = simulateDay(presets[name](), { midnight: monday, seed: 1 });
    expect(replay(JSON.parse(JSON.stringify(events)))).toEqual(day);
    expect(day.closed).toBe(true);
  });

  it.each(names)('%s: about as many come as were expected, and nearly all are served', (name) => {
    const scenario = presets[name]();
    const days = Array.from({ length: 10 }, (_, seed) => simulateDay(scenario, { midnight: monday, seed }));
    const came = days.reduce((sum, { visitors }) => sum + visitors, 0);
    const expected = 10 * scenario.visitsADay * scenario.weekdayFactors[1]!;
    expect(Math.abs(came - expected)).toBeLessThan(4 * Math.sqrt(expected));
    const statuses = days.flatMap(({ day }) => [...day.tickets.values()].map(({ status }) => status));
    expect(statuses.filter((status) => status === 'done').length / statuses.length).toBeGreaterThan(0.6);
  });

  it('everything that people do happens on a few bad days', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 5; seed += 1) {
      for (const { type } of simulateDay(presets['after-holiday'](), { midnight: monday, seed }).events) seen.add(type);
    }
    expect([...seen].filter((type) => type !== 'TicketLeftOvernight').toSorted()).toEqual([
      'CallRepeated',
      'CounterClosed',
      'CounterOpened',
      'CounterPaused',
      'CounterResumed',
      'DayClosed',
      'DayOpened',
      'ServiceStarted',
      'TicketAbsent',
      'TicketCalled',
      'TicketCancelled',
      'TicketParked',
      'TicketReturned',
      'TicketTaken',
      'TicketTransferred',
      'TicketUnparked',
      'VisitFinished',
    ]);
  });

  it('who waits longer leaves more often', () => {
    const days = Array.from({ length: 10 }, (_, seed) =>
      simulateDay(presets['after-holiday'](), { midnight: monday, seed }),
    );
    const called = days.flatMap(({ day }) => [...day.tickets.values()].filter((t) => t.lastCalledAt !== null));
    const gone = (from: number, to: number) => {
      const some = called.filter(({ waitedMs }) => waitedMs >= from * 60_000 && waitedMs < to * 60_000);
      return some.filter(({ status }) => status === 'absent').length / some.length;
    };
    expect(gone(0, 20)).toBeLessThan(gone(20, 60));
    expect(gone(20, 60)).toBeLessThan(gone(60, 180));
  });
});

describe('the rules hold on every simulated day', () => {
  const watched = (name: PresetName, watch: (step: Step, rules: Rules) => void): SimulatedDay => {
    const scenario = presets[name]();
    return simulateDay(scenario, { midnight: monday, seed: 7, watch: (step) => watch(step, scenario.rules) });
  };
  const counterNamed = (rules: Rules, id: string): Counter => counterOf(rules, id)!;

  it.each(names)(
    '%s: numbers have no gap, no two counters have one ticket, and the next is whom the rules name',
    (name) => {
      const last = new Map<string, number>();
      watched(name, ({ before, after, command, events }, rules) => {
        for (const event of events) {
          if (event.type !== 'TicketTaken') continue;
          expect(event.sequence).toBe((last.get(event.service) ?? 0) + 1);
          last.set(event.service, event.sequence);
        }
        if (command.type === 'CallNext') {
          const next = nextTicket(before, rules, counterNamed(rules, command.counter));
          expect(events).toMatchObject([{ type: 'TicketCalled', ticket: next?.id }]);
        }
        const atCounters = rules.counters.flatMap(({ id }) => {
          const state = counterState(after, id);
          return state.state === 'open' && state.ticket !== null ? [state.ticket] : [];
        });
        expect(new Set(atCounters).size).toBe(atCounters.length);
      });
    },
  );

  it.each(names)('%s: no clerk stays idle while somebody waits whom that clerk may call', (name) => {
    const long = 150_000;
    watched(name, ({ at, before }, rules) => {
      for (const counter of rules.counters) {
        const state = counterState(before, counter.id);
        if (state.state !== 'open' || state.ticket !== null || at - state.freeSince < long) continue;
        const next = nextTicket(before, rules, counter);
        if (next) expect(at - next.queuedAt).toBeLessThan(long);
      }
    });
  });
});

/** One line, equal counters, arrivals and visits as the formula wants them: no noise of a real hall. */
function plainQueue(counters: number, arrivalsAnHour: number, meanMinutes: number, hours: number): Scenario {
  const own = Array.from({ length: counters }, (_, i) => ({
    id: `${i + 1}`,
    name: { vi: '', en: '' },
    services: ['chung-thuc'],
    active: true,
  }));
  const rules: Rules = { ...centreWith(own), takingHours: always, servingHours: always };
  return {
    ...ordinary('plain', rules, arrivalsAnHour * hours),
    weekdayFactors: [1, 1, 1, 1, 1, 1, 1],
    opening: { share: 0, at: 0, minutes: 0 },
    arrivals: [{ from: 0, to: hours * 60, share: 1 }],
    demand: [{ service: 'chung-thuc', share: 1, meanMinutes, variation: 1 }],
    lengths: 'exponential',
    priorityShare: 0,
    noShowShare: 0,
    patienceMinutes: null,
    transferShare: 0,
    parkShare: 0,
    moreDossiers: 0,
    walkSeconds: 0,
    betweenSeconds: 0,
    shifts: own.map(({ id }) => ({ clerk: `c${id}`, counter: id, from: 0, to: hours * 60, pauses: [], pace: 1 })),
  };
}

describe('queueing theory', () => {
  it('knows the textbook values of Erlang C', () => {
    // Two counters at half load each, and ten with load 8: from published tables.
    expect(erlangC({ arrivalRate: 1, serviceRate: 1, counters: 2 })).toBeCloseTo(1 / 3, 10);
    expect(erlangC({ arrivalRate: 8, serviceRate: 1, counters: 10 })).toBeCloseTo(0.4092, 4);
    // One counter: the probability of waiting is the load itself.
    expect(erlangC({ arrivalRate: 0.7, serviceRate: 1, counters: 1 })).toBeCloseTo(0.7, 10);
    expect(meanWait({ arrivalRate: 2, serviceRate: 1, counters: 2 })).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    [1, 8, 5],
    [2, 18, 5],
    [5, 48, 5],
  ])(
    'agrees with %d counters, %d arrivals an hour and visits of %d minutes',
    (counters, arrivals, minutes) => {
      const hours = 60;
      const scenario = plainQueue(counters, arrivals, minutes, hours);
      const means = Array.from({ length: 40 }, (_, seed) => {
        const { day } = simulateDay(scenario, { midnight: monday, seed });
        // Neither the empty morning nor the end belongs to the steady state.
        const steady = [...day.tickets.values()].filter(
          ({ issuedAt }) => issuedAt > monday + 8 * 3_600_000 && issuedAt < monday + (hours - 2) * 3_600_000,
        );
        return steady.reduce((sum, { waitedMs }) => sum + waitedMs, 0) / steady.length / 60_000;
      });
      const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
      const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1);
      // Student's t for 99 % with 39 degrees of freedom.
      const half = 2.708 * Math.sqrt(variance / means.length);
      const theory = meanWait({ arrivalRate: arrivals / 60, serviceRate: 1 / minutes, counters });
      expect(theory).toBeGreaterThan(mean - half);
      expect(theory).toBeLessThan(mean + half);
      expect(half / theory).toBeLessThan(0.2);
    },
    120_000,
  );
});

describe('chance', () => {
  const random = new Random(5);
  const many = (draw: () => number) => Array.from({ length: 40_000 }, draw);
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('has the means and spreads that it promises', () => {
    expect(meanOf(many(() => random.uniform()))).toBeCloseTo(0.5, 1);
    expect(meanOf(many(() => random.exponential(3))) / 3).toBeCloseTo(1, 1);
    expect(meanOf(many(() => random.poisson(4))) / 4).toBeCloseTo(1, 1);
    const lengths = many(() => random.logNormal(6, 0.8));
    const mean = meanOf(lengths);
    expect(mean / 6).toBeCloseTo(1, 1);
    expect(Math.sqrt(meanOf(lengths.map((x) => (x - mean) ** 2))) / mean).toBeCloseTo(0.8, 1);
  });
});
