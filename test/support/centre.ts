import type { Rules, Window } from '../../core/rules.ts';

/** A Monday: the day on which the tests of the rules take place. */
export const today = '2026-03-02';
export const tomorrow = '2026-03-03';
/** A Saturday: no hours. */
export const saturday = '2026-03-07';

const named = (vi: string, en: string) => ({ vi, en });
const onWeekdays = (...windows: Window[]): Window[][] => [[], windows, windows, windows, windows, windows, []];
const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const window = (from: string, to: string): Window => ({ from: clock(from), to: clock(to) });

/** A small centre: numbers from 07:00 to 11:00 and 13:00 to 16:30, service half an hour later and longer. */
const small: Rules = {
  timeZone: 'Asia/Ho_Chi_Minh',
  dayChangeMinute: 0,
  services: [
    {
      id: 'certify',
      prefix: 'A',
      name: named('Chứng thực', 'Certification'),
      dailyLimit: null,
      usualMinutes: 6,
      waitLimitMinutes: 30,
      active: true,
    },
    {
      id: 'civil',
      prefix: 'C',
      name: named('Hộ tịch', 'Civil status'),
      dailyLimit: null,
      usualMinutes: 12,
      waitLimitMinutes: 30,
      active: true,
    },
    {
      id: 'land',
      prefix: 'E',
      name: named('Đất đai', 'Land'),
      dailyLimit: 3,
      usualMinutes: 15,
      waitLimitMinutes: 45,
      active: true,
    },
  ],
  counters: [
    { id: '1', name: named('Quầy 1', 'Counter 1'), services: ['certify', 'civil'], active: true },
    { id: '2', name: named('Quầy 2', 'Counter 2'), services: ['civil', 'certify'], active: true },
    { id: '3', name: named('Quầy 3', 'Counter 3'), services: ['land'], active: true },
  ],
  priorities: [
    { id: 'elderly', name: named('Người từ 75 tuổi trở lên', 'Aged 75 and over') },
    { id: 'pregnant', name: named('Phụ nữ mang thai', 'Pregnant woman') },
  ],
  priorityOrder: { mode: 'first' },
  takingHours: onWeekdays(window('07:00', '11:00'), window('13:00', '16:30')),
  servingHours: onWeekdays(window('07:30', '11:30'), window('13:30', '17:00')),
  absentGraceMinutes: 30,
  rating: {
    style: 'faces',
    levels: 4,
    lowUpTo: 2,
    reasons: [
      { id: 'attitude', name: named('Thái độ phục vụ', 'Attitude') },
      { id: 'waiting', name: named('Thời gian chờ', 'Waiting time') },
    ],
  },
};

/** The rules of the small centre, with some of them changed. */
export const centre = (changes: Partial<Rules> = {}): Rules => ({ ...small, ...changes });

/** The small centre with priority citizens in one of every `every` calls. */
export const interleaved = (every: number): Rules => centre({ priorityOrder: { mode: 'interleaved', every } });

/** Changes one service of the small centre. */
export const withService = (id: string, change: Partial<Rules['services'][number]>, rules: Rules = small): Rules => ({
  ...rules,
  services: rules.services.map((service) => (service.id === id ? { ...service, ...change } : service)),
});

/** Changes one counter of the small centre. */
export const withCounter = (id: string, change: Partial<Rules['counters'][number]>, rules: Rules = small): Rules => ({
  ...rules,
  counters: rules.counters.map((counter) => (counter.id === id ? { ...counter, ...change } : counter)),
});

/** Hours that never end, every day of the week. */
export const always: Rules['takingHours'] = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
