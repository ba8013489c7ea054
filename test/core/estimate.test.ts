import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../bench/estimate/kinds.ts';
import { expectedVisitMs, forecast } from '../../core/estimate.ts';
import type { Interval } from '../../core/interval.ts';
import { nextTicket } from '../../core/next.ts';
import type { Rules } from '../../core/rules.ts';
import { simulateDay } from '../../core/simulate/day.ts';
import { presets } from '../../core/simulate/presets.ts';
import { always, centre } from '../support/centre.ts';
import {
  type Before,
  clerk,
  clock,
  finish,
  type Given,
  given,
  kiosk,
  lan,
  minh,
  next,
  open,
  pause,
  send,
  start,
  take,
} from '../support/given.ts';
import { run, someRules, withinADay } from '../support/sequences.ts';

const minutes = 60;
const at = clock('08:00');
/** Within a tenth: the courses that are played are few. */
const about = (wait: Interval | null | undefined, seconds: number): void => {
  expect(Math.abs((wait?.expected ?? 0) - seconds)).toBeLessThan(0.1 * seconds);
};
const waits = (lived: Given, time: number = at) => forecast(lived.day, lived.rules, time);

describe('the expected wait', () => {
  it('given no open counter for a service, then it is not known', () => {
    const nobody = given([[take('a1', 'certify'), kiosk('08:00')]]);
    expect(waits(nobody).byService).toEqual({ certify: null, civil: null, land: null });
    expect(waits(nobody).byTicket.size).toBe(0);
    const paused = given([
      [open('1'), lan('07:30')],
      [pause('1'), lan('07:40')],
    ]);
    expect(waits(paused).byService.certify).toBeNull();
    const other = given([[open('3'), minh('07:30')]]);
    expect(waits(other).byService).toEqual({ certify: null, civil: null, land: { low: 0, expected: 0, high: 0 } });
  });

  it('given a free counter and nobody waits, then it is zero', () => {
    const free = given([[open('1'), lan('07:30')]]);
    expect(waits(free).byService.certify).toEqual({ low: 0, expected: 0, high: 0 });
  });

  it('given one person is just being served, then a newcomer waits for one usual visit', () => {
    const busy = given([
      [open('1'), lan('07:30')],
      [take('a1', 'certify'), kiosk('08:00')],
      [next('1'), lan('08:00')],
      [start('1'), lan('08:00')],
    ]);
    const expected = (time: string) => waits(busy, clock(time)).byService.certify?.expected;
    expect(expected('08:00')).toBe(6 * minutes);
    // Once two of six minutes are over, a little more than four are left: it is no very short visit.
    expect(expected('08:02')).toBeGreaterThan(4 * minutes);
    expect(expected('08:02')).toBeLessThan(6 * minutes);
    // A visit that already takes long tends to take longer still, but three hours tell only that the end was not pressed.
    expect(expected('08:20')).toBeGreaterThan(6 * minutes);
    expect(expected('11:00')).toBeLessThan(20 * minutes);
  });

  it('given two wait at one counter, then each waits for those before', () => {
    const line = given([
      [take('a1', 'certify'), kiosk('08:00')],
      [take('a2', 'certify'), kiosk('08:00')],
      [open('1'), lan('08:00')],
    ]);
    expect(waits(line).byTicket.get('a1')?.expected).toBe(0);
    about(waits(line).byTicket.get('a2'), 6 * minutes);
    about(waits(line).byService.certify, 12 * minutes);
  });

  it('given someone with priority comes later, then those without wait longer and they do not', () => {
    const line = given([
      [take('a1', 'certify'), kiosk('08:00')],
      [take('a2', 'certify', 'elderly'), kiosk('08:00')],
      [open('1'), lan('08:00')],
    ]);
    expect(waits(line).byTicket.get('a2')?.expected).toBe(0);
    // Longer than that one visit: where one came with priority, more may come.
    expect(waits(line).byTicket.get('a1')?.expected).toBeGreaterThan(5.5 * minutes);
    expect(waits(line).byTicket.get('a1')?.expected).toBeLessThan(9 * minutes);
  });

  it('given a ticket reserved for a paused counter, then its wait is not known', () => {
    const reserved = given([
      [take('a1', 'certify'), kiosk('08:00')],
      [open('1'), lan('08:00')],
      [open('2'), minh('08:00')],
      [send('1', { counter: '2' }, 'original', 'a1'), lan('08:00')],
      [pause('2'), minh('08:00')],
    ]);
    expect(waits(reserved).byTicket.has('a1')).toBe(false);
    expect(waits(reserved).byService.certify?.expected).toBe(0);
  });

  it('given visits were measured today, then the usual length is drawn towards them', () => {
    const visits = Array.from({ length: 5 }, (_, i): Before[] => [
      [take(`a${i}`, 'certify'), kiosk(`08:${String(i * 10).padStart(2, '0')}`)],
      [next('1'), lan(`08:${String(i * 10).padStart(2, '0')}`)],
      [finish('1'), lan(`08:${String(i * 10 + 8).padStart(2, '0')}`)],
    ]).flat();
    const lived = given([[open('1'), lan('07:30')], ...visits]);
    // Five visits of eight minutes, and a quarter to the next call, weigh as much as the usual six.
    expect(expectedVisitMs(lived.day, lived.rules, 'certify')).toBe(7 * 60_000 + 7_500);
    expect(expectedVisitMs(given([]).day, lived.rules, 'certify')).toBe(6 * 60_000);
  });
});

/** A hall in which every counter takes the one service, strictly in order: `counters` open, `busy` of them serving. */
interface Hall {
  readonly counters: number;
  readonly busySinceMinutes: readonly number[];
  readonly waiting: number;
  readonly usualMinutes: number;
}

const hall: fc.Arbitrary<Hall> = fc
  .record({
    counters: fc.integer({ min: 1, max: 6 }),
    busySinceMinutes: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
    waiting: fc.nat(20),
    usualMinutes: fc.integer({ min: 1, max: 60 }),
  })
  .map((some) => ({ ...some, busySinceMinutes: some.busySinceMinutes.slice(0, some.counters) }));

function rulesOf({ usualMinutes }: Hall, counters: number): Rules {
  const [certify] = centre().services;
  return centre({
    services: [{ ...certify!, usualMinutes }],
    counters: Array.from({ length: counters }, (_, i) => ({
      ...centre().counters[0]!,
      id: `${i + 1}`,
      services: ['certify'],
    })),
  });
}

function lived(some: Hall, counters = some.counters, waiting = some.waiting): Given {
  const ids = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
  const serving = some.busySinceMinutes.length;
  const early = (since: number) => ({ ...lan('08:00'), at: at - since * 60_000 });
  const from = (counter: number, since: number) => ({
    ...early(since),
    actor: clerk(`clerk${counter}`, `${counter}`)('08:00').actor,
  });
  return given(
    [
      ...Array.from({ length: counters }, (_, i): Before => [open(`${i + 1}`), from(i + 1, 60)]),
      ...ids(serving, 'served').map((id): Before => [take(id, 'certify'), { ...kiosk('07:00'), at: at - 3_600_000 }]),
      ...some.busySinceMinutes.flatMap((since, i): Before[] => [
        [next(`${i + 1}`), from(i + 1, since)],
        [start(`${i + 1}`), from(i + 1, since)],
      ]),
      ...ids(waiting, 'waiting').map((id): Before => [take(id, 'certify'), kiosk('08:00')]),
    ],
    rulesOf(some, counters),
  );
}

const newcomer = (state: Given): Interval => {
  const wait = waits(state).byService.certify;
  if (!wait) throw new Error('no wait although a counter is open');
  return wait;
};

describe('what is learnt', () => {
  /** Visits one after another at counter 1, of these lengths in minutes. */
  const served = (...lengths: number[]): Given => {
    let time = clock('08:00');
    const visits = lengths.flatMap((length, i): Before[] => {
      const from = time;
      time += length * 60_000 + 15_000;
      const meta = (at: number) => ({ ...lan('08:00'), at });
      return [
        [take(`a${i}`, 'certify'), { ...kiosk('08:00'), at: from }],
        [next('1'), meta(from)],
        [finish('1'), meta(time - 15_000)],
      ];
    });
    return given([[open('1'), lan('07:30')], ...visits], centre({ takingHours: always }));
  };
  const learnt = (state: Given) => expectedVisitMs(state.day, state.rules, 'certify') / 60_000;
  const usual = Array.from({ length: 20 }, () => 6);

  it('given a clerk forgot to press finish for three hours, then the estimate hardly moves', () => {
    expect(learnt(served(...usual, 180))).toBeLessThan(learnt(served(...usual)) + 1);
    expect(learnt(served(180))).toBeLessThan(10);
  });

  it('given a first day without history, then the usual length counts, and the interval is wide', () => {
    const line = given([
      [take('a1', 'certify'), kiosk('08:00')],
      [take('a2', 'certify'), kiosk('08:00')],
      [open('1'), lan('08:00')],
    ]);
    const wait = waits(line).byTicket.get('a2')!;
    expect(wait.low).toBeLessThan(0.6 * wait.expected);
    expect(wait.high).toBeGreaterThan(1.5 * wait.expected);
  });

  it('given a service of which only one visit was seen, then its usual length counts most', () => {
    expect(learnt(served(20))).toBeLessThan(9);
    expect(learnt(served(1))).toBeGreaterThan(5);
  });

  it('given the clock of the PC jumped back, then nobody waits less than nothing', () => {
    const jumped = served(...usual).when(take('later', 'certify'), { ...kiosk('08:00'), at: clock('16:00') });
    for (const wait of Object.values(forecast(jumped.day, centre(), clock('07:00')).byService)) {
      if (wait === null) continue;
      expect(wait.low).toBeGreaterThanOrEqual(0);
      expect(wait.high).toBeGreaterThanOrEqual(wait.low);
      expect(Number.isFinite(wait.high)).toBe(true);
    }
  });
});

describe('before lunch', () => {
  it('given more wait than can be served until noon, then the last of them wait over lunch', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `a${i}`);
    const late = given([...ids.map((id): Before => [take(id, 'certify'), kiosk('10:59')]), [open('1'), lan('10:59')]]);
    const { byTicket } = waits(late, clock('11:00'));
    expect(byTicket.get('a2')?.expected).toBeLessThan(30 * minutes);
    expect(byTicket.get('a11')?.expected).toBeGreaterThan(150 * minutes);
  });
});

describe('on simulated days', () => {
  it('what is promised on even days holds in about eight of ten cases', () => {
    const scenario = kinds[0]!;
    let within = 0;
    let people = 0;
    for (let seed = 100; seed < 115; seed += 1) {
      const { day } = simulateDay(scenario, { midnight: clock('00:00'), seed });
      for (const { quoted, waitedMs, lastCalledAt } of day.tickets.values()) {
        if (quoted === null || lastCalledAt === null) continue;
        people += 1;
        if (waitedMs >= quoted.low * 1000 - 500 && waitedMs <= quoted.high * 1000 + 500) within += 1;
      }
    }
    expect(within / people).toBeGreaterThan(0.75);
    expect(within / people).toBeLessThan(0.87);
  });

  it('the promise for one ticket is what is said of it among all', () => {
    simulateDay(presets['ward-80'](), {
      midnight: clock('00:00'),
      seed: 3,
      watch: ({ after, events, at: time }) => {
        for (const event of events) {
          if (event.type !== 'TicketTaken') continue;
          const all = forecast(after, presets['ward-80']().rules, time);
          expect(all.byTicket.get(event.ticket) ?? null).toEqual(event.quoted);
        }
      },
    });
  });

  it('whoever is said to be next at a free counter is whom the rules call, in every state of a busy day', () => {
    const { rules } = presets['surge-day']();
    simulateDay(presets['surge-day'](), {
      midnight: clock('00:00'),
      seed: 4,
      watch: ({ after, at: time, command }) => {
        if (command.type !== 'FinishVisit') return;
        const next = nextTicket(after, rules, rules.counters.find(({ id }) => id === command.counter)!);
        if (next) expect(forecast(after, rules, time).byTicket.get(next.id)?.expected).toBe(0);
      },
    });
  });
});

describe('in any hall with one line', () => {
  it('one more counter never lengthens a wait', () => {
    fc.assert(
      fc.property(hall, (some) => {
        const fewer = waits(lived(some));
        const more = waits(lived(some, some.counters + 1));
        for (const [ticket, wait] of fewer.byTicket) {
          expect(more.byTicket.get(ticket)?.expected).toBeLessThanOrEqual(wait.expected);
        }
        expect(more.byService.certify?.expected).toBeLessThanOrEqual(fewer.byService.certify?.expected ?? -1);
      }),
    );
  });

  it('one more person ahead never shortens a wait', () => {
    fc.assert(
      fc.property(hall, (some) => {
        const more = newcomer(lived(some, some.counters, some.waiting + 1));
        expect(more.expected).toBeGreaterThanOrEqual(newcomer(lived(some)).expected);
      }),
    );
  });

  it('the wait is zero exactly when a counter is free for the newcomer', () => {
    fc.assert(
      fc.property(hall, (some) => {
        const free = some.counters - some.busySinceMinutes.length;
        expect(newcomer(lived(some)).expected === 0).toBe(free > some.waiting);
      }),
    );
  });
});

describe('after whatever many people tried', () => {
  it('the interval holds the expectation, no wait is negative, and every service with an open counter has one', () => {
    fc.assert(
      fc.property(someRules, withinADay, (rules, attempts) => {
        const last = run(attempts, rules).steps.at(-1)!;
        const { byTicket, byService } = forecast(last.after, rules, last.meta.at);
        for (const wait of [...byTicket.values(), ...Object.values(byService)]) {
          if (wait === null) continue;
          expect(wait.low).toBeGreaterThanOrEqual(0);
          expect(wait.low).toBeLessThanOrEqual(wait.expected);
          expect(wait.expected).toBeLessThanOrEqual(wait.high);
        }
        for (const { id } of rules.services) {
          const isOpen = rules.counters.some(
            (c) => c.services.includes(id) && last.after.counters[c.id]?.state === 'open',
          );
          expect(byService[id] !== null).toBe(isOpen);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('somebody waits no time wherever a free counter has someone to call', () => {
    fc.assert(
      fc.property(someRules, withinADay, (rules, attempts) => {
        const { after, meta } = run(attempts, rules).steps.at(-1)!;
        const { byTicket } = forecast(after, rules, meta.at);
        for (const counter of rules.counters) {
          const state = after.counters[counter.id];
          const first =
            state?.state === 'open' && state.ticket === null ? nextTicket(after, rules, counter) : undefined;
          if (first) expect(byTicket.get(first.id)?.expected).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
