import type { Counter, Hours, Rules, Service, Window } from '../rules.ts';
import type { Demand, Scenario, Shift } from './scenario.ts';

const at = (hour: number, minutes = 0): number => hour * 60 + minutes;
const onWeekdays = (...windows: Window[]): Hours => [[], windows, windows, windows, windows, windows, []];
const morning: Window = { from: at(7, 30), to: at(11, 30) };
const afternoon: Window = { from: at(13, 30), to: at(17) };

const service = (id: string, prefix: string, vi: string, en: string, usualMinutes: number): Service => ({
  id,
  prefix,
  name: { vi, en },
  dailyLimit: null,
  usualMinutes,
  waitLimitMinutes: 30,
  active: true,
});

/** The fields of work that the settings begin with, too. */
const services: readonly Service[] = [
  service('chung-thuc', 'A', 'Chứng thực', 'Certification', 6),
  service('ho-tich', 'C', 'Hộ tịch – Tư pháp', 'Civil status', 12),
  service('dat-dai', 'E', 'Đất đai – Xây dựng', 'Land and construction', 15),
  service('bao-tro-xa-hoi', 'G', 'Bảo trợ xã hội – Người có công', 'Social protection', 12),
  service('ho-kinh-doanh', 'H', 'Hộ kinh doanh', 'Household business', 12),
  service('tra-ket-qua', 'K', 'Nhận kết quả', 'Collect results', 3),
];

/** Shares of the fields as a ward published them (Hải Châu, Đà Nẵng, July 2025: 58 % certification, 15 % civil status). */
const shares: Readonly<Record<string, number>> = {
  'chung-thuc': 58,
  'ho-tich': 15,
  'dat-dai': 8,
  'bao-tro-xa-hoi': 5,
  'ho-kinh-doanh': 7,
  'tra-ket-qua': 7,
};

/** How true lengths differ from the usual ones that a centre writes down, service by service. */
const truth = [1.1, 0.9, 1.2, 1, 0.85, 1.15];

const counter = (number: number, ...own: string[]): Counter => ({
  id: String(number),
  name: { vi: `Quầy ${number}`, en: `Counter ${number}` },
  services: own,
  active: true,
});

const [certify, civil, land, social, business, results] = services.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Rules of a centre like those of the settings a server begins with, with these counters. */
export const centreWith = (counters: readonly Counter[]): Rules => ({
  timeZone: 'Asia/Ho_Chi_Minh',
  dayChangeMinute: 0,
  services,
  counters,
  priorities: [
    { id: 'elderly', name: { vi: 'Người từ 75 tuổi trở lên', en: 'Aged 75 and over' } },
    { id: 'pregnant', name: { vi: 'Phụ nữ mang thai', en: 'Pregnant woman' } },
  ],
  priorityOrder: { mode: 'interleaved', every: 3 },
  takingHours: onWeekdays({ from: at(7, 30), to: at(11) }, { from: at(13, 30), to: at(16, 30) }),
  servingHours: onWeekdays(morning, afternoon),
  absentGraceMinutes: 30,
  rating: { style: 'faces', levels: 4, lowUpTo: 2, reasons: [] },
});

/** Who wants what under these rules: published shares where the service is known, otherwise one part in twenty. */
export const demandOf = (rules: Rules): Demand[] =>
  rules.services
    .filter(({ id, active }) => active && rules.counters.some((c) => c.active && c.services.includes(id)))
    .map(({ id, usualMinutes }, i) => ({
      service: id,
      share: shares[id] ?? 5,
      meanMinutes: usualMinutes * truth[i % truth.length]!,
      variation: 0.8,
    }));

/** Every counter with one clerk the whole day, who rests at noon; paces differ a little from clerk to clerk. */
export const shiftsOf = (rules: Rules): Shift[] =>
  rules.counters
    .filter(({ active }) => active)
    .map(({ id }, i) => ({
      clerk: `clerk${i + 1}`,
      counter: id,
      from: morning.from,
      to: afternoon.to,
      pauses: [
        { from: morning.to, to: afternoon.from },
        { from: at(9, 10 + 7 * (i % 5)), to: at(9, 18 + 7 * (i % 5)) },
      ],
      pace: 0.9 + 0.05 * (i % 5),
    }));

/** An ordinary centre under given rules. No published profile of the hours exists for Vietnam: these are assumptions. */
export const ordinary = (name: string, rules: Rules, visitsADay: number): Scenario => ({
  name,
  rules,
  visitsADay,
  // Monday is the busiest; Sunday first.
  weekdayFactors: [0, 1.25, 1, 0.95, 0.9, 0.9, 0],
  opening: { share: 0.08, at: morning.from, minutes: 6 },
  arrivals: [
    { from: at(7, 30), to: at(9), share: 30 },
    { from: at(9), to: at(10), share: 21 },
    { from: at(10), to: at(11), share: 14 },
    { from: at(13, 30), to: at(14, 30), share: 14 },
    { from: at(14, 30), to: at(15, 30), share: 14 },
    { from: at(15, 30), to: at(16, 30), share: 7 },
  ],
  demand: demandOf(rules),
  lengths: 'log-normal',
  priorityShare: 0.1,
  noShowShare: 0.03,
  lateShare: 0.4,
  lateMinutes: 8,
  patienceMinutes: 240,
  cancelShare: 0.2,
  transferShare: 0.03,
  parkShare: 0.03,
  moreDossiers: 0.3,
  walkSeconds: 20,
  betweenSeconds: 20,
  patienceAtCallSeconds: 40,
  overtimeMinutes: 60,
  shifts: shiftsOf(rules),
});

const twoCounters = [
  counter(1, certify, results, civil, business),
  counter(2, civil, land, social, business, certify, results),
];
const fourCounters = [
  counter(1, certify, results),
  counter(2, certify, civil, business),
  counter(3, civil, social, business),
  counter(4, land, business, social),
];
const nineCounters = [
  ...[1, 2, 3, 4].map((number) => counter(number, certify, results)),
  counter(5, civil, certify),
  counter(6, civil, social),
  counter(7, land, business),
  counter(8, business, social, land, results),
  counter(9, land, civil, certify),
];

const ward = (): Scenario => ordinary('ward-350', centreWith(nineCounters), 350);

/** Days as they are known from Vietnamese centres; every call gives a new scenario to change. */
export const presets = {
  'commune-20': () => ordinary('commune-20', centreWith(twoCounters), 20),
  'ward-80': () => ordinary('ward-80', centreWith(fourCounters), 80),
  'ward-350': ward,
  /** A morning on which half as many again come between nine and eleven. */
  'surge-day': (): Scenario => {
    const base = ward();
    const arrivals = base.arrivals.map((w) => (w.from >= at(9) && w.to <= at(11) ? { ...w, share: w.share * 2 } : w));
    return { ...base, name: 'surge-day', visitsADay: base.visitsADay * 1.2, arrivals };
  },
  /** After a long holiday people stand before the door. */
  'after-holiday': (): Scenario => {
    const base = ward();
    const opening = { ...base.opening, share: 0.3, minutes: 20 };
    return { ...base, name: 'after-holiday', visitsADay: base.visitsADay * 1.3, opening };
  },
} as const satisfies Record<string, () => Scenario>;

export type PresetName = keyof typeof presets;
