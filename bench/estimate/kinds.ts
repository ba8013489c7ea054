import type { Counter, Rules } from '../../core/rules.ts';
import { centreWith, ordinary, presets } from '../../core/simulate/presets.ts';
import type { Scenario, Shift } from '../../core/simulate/scenario.ts';

const from = 450;
const to = 990;

const always: Rules['takingHours'] = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
const counters = (count: number): Counter[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${i + 1}`,
    name: { vi: '', en: '' },
    services: ['chung-thuc'],
    active: true,
  }));

const shift = (i: number, change: Partial<Shift> = {}): Shift => ({
  clerk: `clerk${i}`,
  counter: `${i}`,
  from,
  to,
  pauses: [],
  pace: 1,
  ...change,
});

/** One service at equal counters, people coming evenly from 07:30 to 16:30, a few no-shows: nothing changes over the day. */
function stationary(): Scenario {
  const own = counters(4);
  const rules: Rules = { ...centreWith(own), takingHours: always, servingHours: always };
  return {
    ...ordinary('stationary', rules, 285),
    weekdayFactors: [1, 1, 1, 1, 1, 1, 1],
    opening: { share: 0, at: from, minutes: 1 },
    arrivals: [{ from, to, share: 1 }],
    demand: [{ service: 'chung-thuc', share: 1, meanMinutes: 6.6, variation: 0.8 }],
    moreDossiers: 0,
    patienceMinutes: null,
    transferShare: 0,
    parkShare: 0,
    shifts: own.map((_, i) => shift(i + 1)),
  };
}

/** The kinds of days on which estimates are compared. */
export const kinds: readonly Scenario[] = [
  stationary(),
  {
    ...stationary(),
    name: 'surging',
    patienceMinutes: 240,
    arrivals: [
      { from, to: 540, share: 10 },
      { from: 540, to: 660, share: 50 },
      { from: 660, to, share: 50 },
    ],
  },
  {
    ...stationary(),
    name: 'priority-heavy',
    priorityShare: 0.35,
    rules: { ...stationary().rules, priorityOrder: { mode: 'first' } },
  },
  { ...presets['ward-350'](), name: 'multi-skill' },
  {
    ...stationary(),
    name: 'staff-change',
    shifts: [
      shift(1),
      shift(2, {
        pauses: [
          { from: 570, to: 585 },
          { from: 690, to: 750 },
        ],
      }),
      shift(3, { from: 510, pauses: [{ from: 600, to: 612 }] }),
      shift(4, { to: 840, pauses: [{ from: 660, to: 672 }] }),
      { ...shift(5), counter: '4', from: 930 },
    ],
  },
];
