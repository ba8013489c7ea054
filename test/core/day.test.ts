import { describe, expect, it } from 'vitest';
import { workingDay } from '../../core/calendar.ts';
import type { Command, CommandMeta } from '../../core/command.ts';
import { visitOf } from '../../core/visit.ts';
import { always, centre, today, tomorrow } from '../support/centre.ts';
import {
  absent,
  type Before,
  back,
  cancel,
  chief,
  clock,
  closeDay,
  finish,
  given,
  givenFromNothing,
  kiosk,
  lan,
  minh,
  next,
  open,
  openDay,
  park,
  pause,
  printed,
  reprint,
  start,
  system,
  take,
} from '../support/given.ts';

/** One ticket in each place: done, absent, parked, cancelled, at counter 1, at counter 2, waiting. */
const livedIn: Before[] = [
  [open('1'), lan('07:30')],
  [open('2'), minh('07:30')],
  ...['done', 'absent', 'parked', 'cancelled', 'serving', 'called', 'waiting'].map(
    (id): Before => [take(id, 'certify'), kiosk('08:00')],
  ),
  [next('1'), lan('08:10')],
  [finish('1'), lan('08:20')],
  [next('1'), lan('08:21')],
  [absent('1'), lan('08:22')],
  [next('1'), lan('08:23')],
  [park('1'), lan('08:25')],
  [cancel('cancelled'), kiosk('08:25')],
  [next('1'), lan('08:30')],
  [start('1'), lan('08:31')],
  [next('2'), minh('08:32')],
];

describe('closing the day', () => {
  it('given tickets in every place, when the day closes, then whoever is still there is left overnight', () => {
    const answer = given(livedIn).when(closeDay, system('18:00'));
    answer.then([
      { type: 'TicketLeftOvernight', ticket: 'parked' },
      { type: 'TicketLeftOvernight', ticket: 'serving' },
      { type: 'TicketLeftOvernight', ticket: 'called' },
      { type: 'TicketLeftOvernight', ticket: 'waiting' },
      { type: 'CounterClosed', counter: '1' },
      { type: 'CounterClosed', counter: '2' },
      { type: 'DayClosed', day: today },
    ]);
    const statuses = Object.fromEntries([...answer.day.tickets.values()].map((t) => [t.id, t.status]));
    expect(statuses).toEqual({
      done: 'done',
      absent: 'absent',
      parked: 'leftOvernight',
      cancelled: 'cancelled',
      serving: 'leftOvernight',
      called: 'leftOvernight',
      waiting: 'leftOvernight',
    });
    expect(answer.day).toMatchObject({ day: today, closed: true, counters: {} });
  });

  it('given it closed, when its visits are counted, then absent ones stay no-shows without an end', () => {
    const { day } = given([...livedIn, [closeDay, system('18:00')]]);
    expect(visitOf(today, day.tickets.get('absent')!)).toMatchObject({ status: 'absent', endedAt: null });
    expect(visitOf(today, day.tickets.get('waiting')!)).toMatchObject({
      status: 'leftOvernight',
      endedAt: clock('18:00'),
      waitedMs: null,
      servedMs: null,
    });
  });

  it('given a paused counter, when the day closes, then it is closed too', () => {
    given([
      [open('1'), lan('07:30')],
      [pause('1'), lan('09:00')],
    ])
      .when(closeDay, system('18:00'))
      .then([{ type: 'CounterClosed', counter: '1' }, { type: 'DayClosed' }]);
  });

  it('given a closed day, when anything else is asked, then it is refused', () => {
    const closed = given([...livedIn, [closeDay, system('16:00')]]);
    const asked: [Command, CommandMeta][] = [
      [take('new', 'certify'), kiosk('16:01')],
      [open('1'), lan('16:01')],
      [next('1'), lan('16:01')],
      [back('absent'), kiosk('16:01')],
      [cancel('waiting'), kiosk('16:01')],
      [reprint('done'), chief('16:01')],
      [closeDay, system('16:01')],
    ];
    for (const [command, meta] of asked) closed.when(command, meta).then('day-closed');
  });

  it('given a closed day, when the outcome of a slip arrives late, then it is recorded', () => {
    given([...livedIn, [closeDay, system('18:00')]])
      .when(printed('waiting', 1), system('18:01'))
      .then([{ type: 'SlipPrinted', ticket: 'waiting', copy: 1 }]);
  });

  it('given a closed day, when it is opened on the same date, then it stays closed', () => {
    given([[closeDay, system('18:00')]])
      .when(openDay, system('18:01'))
      .then([]);
  });
});

describe('opening the day', () => {
  it('given nothing, when the day opens, then it is the local date', () => {
    givenFromNothing([])
      .when(openDay, system('06:00'))
      .then([{ type: 'DayOpened', day: today }]);
  });

  it('given it is open, when it is opened again, then it is already so', () => {
    given([]).when(openDay, system('12:00')).then([]);
  });

  it('given yesterday was not closed, when today opens, then yesterday has to be closed first', () => {
    const yesterday = given(livedIn);
    yesterday.when(openDay, system('06:00', tomorrow)).then('day-open');
    given([...livedIn, [closeDay, system('06:00', tomorrow)]])
      .when(openDay, system('06:00', tomorrow))
      .then([{ type: 'DayOpened', day: tomorrow }]);
  });

  it('given a server that was off from Monday evening to Friday, when it opens, then it is Friday and all is new', () => {
    const friday = '2026-03-06';
    const answer = given([...livedIn, [closeDay, system('07:00', friday)]]).when(openDay, system('07:00', friday));
    answer.then([{ type: 'DayOpened', day: friday }]);
    expect(answer.day).toMatchObject({ day: friday, closed: false, issued: {}, counters: {}, calls: [], callCount: 0 });
    expect(answer.day.tickets.size).toBe(0);
  });

  it('given today is open, when the settings or a clock put back make it yesterday again, then today goes on', () => {
    const nine = centre({ dayChangeMinute: 540 });
    given(livedIn).under(nine).when(openDay, system('08:30')).then([]);
    given([...livedIn, [closeDay, system('18:00')]])
      .under(nine)
      .when(openDay, system('08:30'))
      .then([]);
    // In Kyiv the clocks show 03:00 to 03:59 twice on 2026-10-25; the day changes at 03:30 of the first time.
    const kyiv = centre({ timeZone: 'Europe/Kyiv', dayChangeMinute: 210 });
    const at = (instant: string) => ({ ...system('00:00'), at: Date.parse(instant) });
    const changed = givenFromNothing([[openDay, at('2026-10-25T00:30:00Z')]], kyiv);
    expect(changed.day.day).toBe('2026-10-25');
    changed.when(openDay, at('2026-10-25T01:10:00Z')).then([]);
  });

  it('given no day was opened, when anything is asked, then it is refused', () => {
    givenFromNothing([]).when(next('1'), lan('08:00')).then('day-closed');
    givenFromNothing([]).when(printed('a1', 1), system('08:00')).then('day-closed');
  });
});

describe('which working day', () => {
  const at = (instant: string): number => Date.parse(instant);

  it.each([
    ['2026-03-01T16:59:59Z', '2026-03-01'],
    ['2026-03-01T17:00:00Z', '2026-03-02'],
    ['2026-03-02T16:59:59Z', '2026-03-02'],
    ['2025-12-31T17:00:00Z', '2026-01-01'],
    ['2028-02-29T02:00:00Z', '2028-02-29'],
  ])('at %s it is %s in Vietnam', (instant, day) => {
    expect(workingDay(at(instant), centre())).toBe(day);
  });

  it.each([
    ['2026-03-01T20:59:00Z', '2026-03-01'],
    ['2026-03-01T21:00:00Z', '2026-03-02'],
    ['2025-12-31T20:00:00Z', '2025-12-31'],
    ['2028-02-29T20:00:00Z', '2028-02-29'],
  ])('at %s with a change at four it is %s', (instant, day) => {
    expect(workingDay(at(instant), centre({ dayChangeMinute: 240 }))).toBe(day);
  });

  it.each([
    // Clocks go forward on 2026-03-29 at 03:00 and back on 2026-10-25 at 04:00.
    ['2026-03-28T21:59:59Z', 0, '2026-03-28'],
    ['2026-03-28T22:00:00Z', 0, '2026-03-29'],
    ['2026-03-29T20:59:59Z', 0, '2026-03-29'],
    ['2026-03-29T21:00:00Z', 0, '2026-03-30'],
    ['2026-10-24T21:00:00Z', 0, '2026-10-25'],
    ['2026-10-25T21:59:59Z', 0, '2026-10-25'],
    ['2026-10-25T22:00:00Z', 0, '2026-10-26'],
    // 03:30 does not exist on the first of them: the day changes with the jump.
    ['2026-03-29T00:59:59Z', 210, '2026-03-28'],
    ['2026-03-29T01:00:00Z', 210, '2026-03-29'],
  ])('at %s with a change at minute %i it is %s in Kyiv', (instant, dayChangeMinute, day) => {
    expect(workingDay(at(instant), { timeZone: 'Europe/Kyiv', dayChangeMinute })).toBe(day);
  });

  it('given a day of 25 hours, when numbers are taken through it, then they go on', () => {
    const kyiv = centre({ timeZone: 'Europe/Kyiv', takingHours: always });
    const taker = { role: 'device', id: 'device:kiosk' } as const;
    const before: Before[] = [[openDay, { at: at('2026-10-24T21:00:00Z'), actor: taker }]];
    for (let hour = 0; hour < 25; hour += 1) {
      const meta: CommandMeta = { at: at('2026-10-24T21:30:00Z') + hour * 3_600_000, actor: taker };
      givenFromNothing(before, kyiv).when(openDay, meta).then([]);
      before.push([take(`t${hour}`, 'certify'), meta]);
    }
    const last = givenFromNothing(before, kyiv);
    expect(last.ticket('t24').number).toBe('A025');
    last.when(openDay, { at: at('2026-10-25T22:00:00Z'), actor: taker }).then('day-open');
  });
});
