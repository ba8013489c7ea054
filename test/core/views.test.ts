import { describe, expect, it } from 'vitest';
import { localTime } from '../../core/calendar.ts';
import { ticketAt } from '../../core/day.ts';
import { forecast } from '../../core/estimate.ts';
import { boardView } from '../../core/view/board.ts';
import { counterView } from '../../core/view/counter.ts';
import { kioskView, serviceViews } from '../../core/view/kiosk.ts';
import { panelAwakeMs, ratingView } from '../../core/view/rating.ts';
import { supervisorView } from '../../core/view/supervisor.ts';
import { ticketView } from '../../core/view/ticket.ts';
import { centre, saturday, today, withService } from '../support/centre.ts';
import {
  absent,
  type Before,
  cancel,
  chief,
  citizen,
  clock,
  closeDay,
  finish,
  type Given,
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
  rate,
  recall,
  send,
  start,
  system,
  take,
} from '../support/given.ts';

/** A morning with a ticket in every place; ids are long enough to be found wherever they leak. */
const morning: Before[] = [
  [open('1'), lan('07:30')],
  [open('2'), minh('07:30')],
  [take('id-done', 'certify'), kiosk('07:40')],
  [next('1'), lan('07:41')],
  [start('1'), lan('07:42')],
  [finish('1'), lan('07:50')],
  [rate('id-done', 4), citizen('07:51')],
  [take('id-unrated', 'certify'), kiosk('07:50')],
  [next('1'), lan('07:52')],
  [finish('1'), lan('07:58')],
  [take('id-absent', 'certify'), kiosk('08:00')],
  [take('id-parked', 'certify'), kiosk('08:00')],
  [take('id-cancelled', 'certify'), kiosk('08:00')],
  [take('id-serving', 'certify', null, 'en'), kiosk('08:01')],
  [take('id-called', 'civil'), kiosk('08:02')],
  [take('id-first', 'certify'), kiosk('08:03')],
  [take('id-civil', 'civil'), kiosk('08:05')],
  [take('id-land', 'land'), kiosk('08:06')],
  [printed('id-land', 1, { state: 'failed', cause: 'paper-out' }), system('08:06')],
  [cancel('id-cancelled'), citizen('08:06')],
  [send('1', { service: 'certify' }, 'first', 'id-absent'), lan('08:06')],
  [next('1'), lan('08:07')],
  [absent('1'), lan('08:08')],
  [send('1', { service: 'certify' }, 'first', 'id-parked'), lan('08:08')],
  [next('1'), lan('08:08')],
  [start('1'), lan('08:08')],
  [park('1'), lan('08:09')],
  [send('1', { service: 'certify' }, 'first', 'id-serving'), lan('08:09')],
  [next('1'), lan('08:10')],
  [start('1'), lan('08:11')],
  [next('2'), minh('08:12')],
  [recall('2'), minh('08:13')],
  [take('id-elderly', 'certify', 'elderly'), kiosk('08:14')],
];

const at = clock('08:20');
const wait = (lived: Given, time: number = at) => forecast(lived.day, lived.rules, time);
const counter = (id: string) => centre().counters.find((c) => c.id === id)!;
const lived = given(morning);

describe('the board', () => {
  const view = boardView(lived.day, lived.rules, wait(lived));

  it('given a lived-in morning, then no ticket id is on it: ids are the citizens own keys', () => {
    const text = JSON.stringify(view);
    for (const id of lived.day.tickets.keys()) expect(text).not.toContain(id);
    expect(text).not.toMatch(/"(lan|minh)"/);
  });

  it('then it shows calls newest first with how often, and the language of each', () => {
    expect(view.calls.map(({ number, counter, time }) => [number, counter, time]).slice(0, 3)).toEqual([
      ['C001', '2', 2],
      ['A006', '1', 1],
      ['A004', '1', 1],
    ]);
    expect(view.calls[1]?.language).toBe('en');
  });

  it('then it shows every counter with what is there', () => {
    expect(view.counters).toMatchObject([
      { id: '1', state: 'open', number: 'A006', ticketState: 'serving' },
      { id: '2', state: 'open', number: 'C001', ticketState: 'called' },
      { id: '3', state: 'closed', number: null, ticketState: null },
    ]);
  });

  it('then it shows who waits where, in the order of calling', () => {
    expect(view.lines).toMatchObject([
      { service: 'certify', waiting: 2, next: ['A008', 'A007'] },
      { service: 'civil', waiting: 1, next: ['C002'] },
      { service: 'land', waiting: 1, next: ['E001'], expectedWait: null },
    ]);
  });

  it('given a paused counter, then its reason is shown', () => {
    const paused = given([
      [open('1'), lan('07:30')],
      [pause('1', 'meeting'), lan('08:00')],
    ]);
    expect(boardView(paused.day, paused.rules, wait(paused)).counters[0]).toMatchObject({
      state: 'paused',
      reason: 'meeting',
    });
  });

  it('given many wait, then the next five are shown and all are counted', () => {
    const many = given(Array.from({ length: 8 }, (_, i): Before => [take(`t${i}`, 'certify'), kiosk('08:00')]));
    expect(boardView(many.day, many.rules, wait(many)).lines[0]).toMatchObject({
      waiting: 8,
      next: ['A001', 'A002', 'A003', 'A004', 'A005'],
    });
  });
});

describe('a ticket', () => {
  const view = (id: string) => ticketView(lived.day, lived.rules, wait(lived), lived.ticket(id));

  it('given it waits, then it tells the people ahead and the wait', () => {
    expect(view('id-elderly')).toMatchObject({ number: 'A008', ahead: 0, counter: null, rated: false });
    expect(view('id-first')).toMatchObject({ ahead: 1, status: 'waiting' });
    expect(view('id-first').expectedWait).not.toBeNull();
    expect(view('id-land')).toMatchObject({ ahead: 0, expectedWait: null });
  });

  it('given it is called or served, then it tells where, and nobody is ahead any more', () => {
    expect(view('id-called')).toMatchObject({
      counter: '2',
      calledAt: clock('08:12'),
      ahead: null,
      expectedWait: null,
    });
    expect(view('id-serving')).toMatchObject({ counter: '1', status: 'serving', ahead: null });
  });

  it('given it was rated, then it says so', () => {
    expect(view('id-done')).toMatchObject({ status: 'done', rated: true, counter: null });
    expect(view('id-unrated')).toMatchObject({ status: 'done', rated: false });
  });

  it('then it tells nothing of others', () => {
    const text = JSON.stringify(view('id-first'));
    for (const id of lived.day.tickets.keys()) if (id !== 'id-first') expect(text).not.toContain(id);
  });
});

describe('the counter', () => {
  const view = counterView(lived.day, lived.rules, wait(lived), at, counter('1'));

  it('then it shows clerk, current visit and whom next would call', () => {
    expect(view).toMatchObject({
      id: '1',
      state: 'open',
      clerk: 'lan',
      since: clock('07:30'),
      ticket: { id: 'id-serving', status: 'serving', since: clock('08:11') },
      next: 'id-elderly',
    });
  });

  it('then whom it names as next is whom next calls', () => {
    const free = given([...morning, [finish('1'), lan('08:20')]]);
    const named = counterView(free.day, free.rules, wait(free), at, counter('1')).next;
    free.when(next('1'), lan('08:20')).then([{ type: 'TicketCalled', ticket: named! }]);
  });

  it('then it shows only whom it may call, who is absent and who is parked', () => {
    expect(view.waiting.map((t) => t.id)).toEqual(['id-elderly', 'id-first', 'id-civil']);
    expect(view.absent.map((t) => t.id)).toEqual(['id-absent']);
    expect(view.parked.map((t) => t.id)).toEqual(['id-parked']);
    expect(counterView(lived.day, lived.rules, wait(lived), at, counter('3'))).toMatchObject({
      state: 'closed',
      clerk: null,
      since: null,
      ticket: null,
      waiting: [{ id: 'id-land' }],
      absent: [],
      parked: [],
    });
  });

  it('given the grace is over, then the absent ticket is gone from it', () => {
    const later = counterView(lived.day, lived.rules, wait(lived), clock('08:39'), counter('1'));
    expect(later.absent).toEqual([]);
  });

  it('then it counts the visits finished there and their mean time', () => {
    expect(view).toMatchObject({ served: 2, meanServiceMs: 7 * 60_000 });
    expect(counterView(lived.day, lived.rules, wait(lived), at, counter('2'))).toMatchObject({
      served: 0,
      meanServiceMs: null,
    });
  });

  it('given a wait over the limit, then it is marked, and just at the limit it is not', () => {
    const over = (time: string) =>
      counterView(lived.day, lived.rules, wait(lived), clock(time), counter('1')).waiting.find(
        (t) => t.id === 'id-first',
      )!.overLimit;
    expect(over('08:33')).toBe(false);
    expect(over('08:34')).toBe(true);
  });
});

describe('the kiosk', () => {
  it('then it shows each service with its line, whether it gives numbers, and who is open for it', () => {
    expect(serviceViews(lived.day, lived.rules, at, wait(lived))).toMatchObject([
      { id: 'certify', prefix: 'A', waiting: 2, open: true, closedBecause: null, openCounters: 2 },
      { id: 'civil', waiting: 1, open: true, openCounters: 2 },
      { id: 'land', waiting: 1, open: true, openCounters: 0, expectedWait: null },
    ]);
  });

  it('then what it says of a service is what taking a number answers', () => {
    const cases: [Given, string, string | null][] = [
      [lived, '12:00', 'hours'],
      [given([...morning, [closeDay, system('08:30')]]), '08:31', 'day-closed'],
      [given(morning, withService('certify', { dailyLimit: 8 })), '08:31', 'daily-limit'],
      [lived, '08:31', null],
    ];
    for (const [state, time, closedBecause] of cases) {
      const [certify] = serviceViews(state.day, state.rules, clock(time), wait(state, clock(time)));
      expect(certify).toMatchObject({ closedBecause, open: closedBecause === null });
      const { decision } = state.when(take('id-new', 'certify'), kiosk(time));
      expect('rejected' in decision).toBe(closedBecause !== null);
    }
  });

  it('given a retired service, then it is not offered', () => {
    const retired = given(morning).under(withService('civil', { active: false }));
    expect(serviceViews(retired.day, retired.rules, at, wait(retired)).map((s) => s.id)).toEqual(['certify', 'land']);
  });

  it('then it tells when numbers begin again today and when counters serve', () => {
    const view = (time: string, date = today) => {
      const moment = clock(time, date);
      const day = givenFromNothing([[openDay, system('00:00', date)]]);
      return kioskView(day.day, day.rules, moment, wait(day, moment), localTime(moment, day.rules.timeZone).weekday);
    };
    expect(view('06:00')).toMatchObject({
      opensAtMinute: 420,
      servingToday: [
        { from: 450, to: 690 },
        { from: 810, to: 1020 },
      ],
      priorities: centre().priorities,
    });
    expect(view('17:00').opensAtMinute).toBeNull();
    expect(view('08:00', saturday)).toMatchObject({ opensAtMinute: null, servingToday: [] });
  });
});

describe('the rating panel', () => {
  const finished = given([...morning, [finish('1'), lan('08:20')]]);
  const panel = (state: Given, time: number, id: string | null) => ratingView(state.day, state.rules, time, id).visit;

  it('given the visit at its counter just finished, then it wakes for it, and the panel of another counter sleeps', () => {
    expect(panel(finished, at, '1')).toEqual({
      ticket: 'id-serving',
      number: 'A006',
      counter: '1',
      language: 'en',
      finishedAt: at,
    });
    expect(panel(finished, at, '2')).toBeNull();
  });

  it('given it stands for all counters, then it wakes for the visit that finished last', () => {
    const both = given([...morning, [finish('1'), lan('08:20')], [finish('2'), minh('08:21')]]);
    expect(panel(both, clock('08:21'), null)?.ticket).toBe('id-called');
  });

  it('given the counter paused or closed right after the visit, then it still asks', () => {
    const afterwards = [pause('1'), lan('08:20')] as const;
    expect(panel(given([...morning, [finish('1'), lan('08:20')], [...afterwards]]), at, '1')?.ticket).toBe(
      'id-serving',
    );
  });

  it('given the visit was rated, the next one was called or time passed, then it sleeps', () => {
    expect(
      panel(given([...morning, [finish('1'), lan('08:20')], [rate('id-serving', 3), citizen('08:20')]]), at, '1'),
    ).toBeNull();
    expect(panel(given([...morning, [finish('1'), lan('08:20')], [next('1'), lan('08:20')]]), at, '1')).toBeNull();
    expect(panel(finished, at + panelAwakeMs, '1')).not.toBeNull();
    expect(panel(finished, at + panelAwakeMs + 1, '1')).toBeNull();
  });

  it('given the counter paused after it, then it still asks', () => {
    expect(panel(given([...morning, [finish('1'), lan('08:20')], [pause('1'), lan('08:20')]]), at, '1')?.number).toBe(
      'A006',
    );
  });
});

describe('the supervisor', () => {
  const view = supervisorView(lived.day, lived.rules, wait(lived), at, [
    { kind: 'settings-recovered', file: 'settings.json', since: at },
  ]);
  const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

  it('then the counts add up to the numbers given out', () => {
    expect(view.counts).toEqual({
      waiting: 4,
      called: 1,
      serving: 1,
      absent: 1,
      parked: 1,
      done: 2,
      cancelled: 1,
      leftOvernight: 0,
    });
    const issued = lived.day.tickets.size;
    expect(total(Object.values(view.counts))).toBe(issued);
    expect(total(view.services.map((s) => s.issued))).toBe(issued);
    expect(total(view.hours.map((h) => h.issued))).toBe(issued);
    expect(total(view.services.map((s) => s.waiting))).toBe(view.counts.waiting);
    expect(total(view.services.map((s) => s.served))).toBe(view.counts.done);
    expect(total(view.counters.map((c) => c.served))).toBe(view.counts.done);
    expect(view.ratings).toEqual({ visits: 2, rated: 1, levels: 4, counts: [0, 0, 0, 1] });
  });

  it('then waits by service are those of the tickets', () => {
    expect(view.services).toMatchObject([
      {
        id: 'certify',
        longestWaitMs: 17 * 60_000,
        waitLimitMinutes: 30,
        meanWaitMs: Math.round((1 + 2 + 7 + 8 + 9) * 12_000),
      },
      { id: 'civil', longestWaitMs: 15 * 60_000, meanWaitMs: 10 * 60_000 },
      { id: 'land', longestWaitMs: 14 * 60_000, meanWaitMs: null },
    ]);
  });

  it('then each counter is shown as the counter itself sees it', () => {
    for (const shown of view.counters) {
      const own = counterView(lived.day, lived.rules, wait(lived), at, counter(shown.id));
      expect(shown).toMatchObject({ state: own.state, clerk: own.clerk, served: own.served });
      expect(shown.number).toBe(ticketAt(lived.day, shown.id)?.number ?? null);
    }
  });

  it('then the curve of the day goes by local hours', () => {
    expect(view.hours).toEqual([
      { hour: 7, issued: 2, called: 2 },
      { hour: 8, issued: 9, called: 4 },
    ]);
  });

  it('then alarms tell of a line that nobody serves, paper that failed, and what the server reports', () => {
    expect(view.alarms).toEqual([
      { kind: 'nobody-serving', service: 'land', waiting: 1 },
      { kind: 'slip-failed', number: 'E001', cause: 'paper-out' },
      { kind: 'settings-recovered', file: 'settings.json', since: at },
    ]);
    const late = supervisorView(lived.day, lived.rules, wait(lived), clock('08:52'), []);
    expect(late.alarms.map((a) => ('service' in a ? `${a.kind} ${a.service}` : a.kind))).toEqual([
      'wait-over-limit certify',
      'wait-over-limit civil',
      'wait-over-limit land',
      'nobody-serving land',
      'slip-failed',
    ]);
  });

  it('given the day was closed, then it says so and counts those left', () => {
    const closed = given([...morning, [closeDay, chief('16:00')]]);
    const after = supervisorView(closed.day, closed.rules, wait(closed), clock('16:01'), []);
    expect(after).toMatchObject({ day: today, closed: true, counts: { leftOvernight: 7, absent: 1 } });
    expect(after.counters.every((c) => c.state === 'closed')).toBe(true);
    // Nobody waits any more, also not for paper.
    expect(after.alarms).toEqual([]);
  });
});
