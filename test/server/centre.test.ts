import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Command } from '../../core/command.ts';
import type { Event, StoredEvent } from '../../core/event.ts';
import { replay } from '../../core/evolve.ts';
import type { Rules } from '../../core/rules.ts';
import { Centre, type Outcome } from '../../server/centre.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import type { Store, Writer } from '../../server/store/store.ts';
import { always, centre as rulesOf, today, tomorrow } from '../support/centre.ts';
import { call, clock, close, finish, next, open, start, take } from '../support/given.ts';

const kiosk: Actor = { role: 'device', id: 'device:kiosk' };
const lan: Actor = { role: 'clerk', id: 'lan', counters: ['1', '2'] };
const minh: Actor = { role: 'clerk', id: 'minh', counters: ['1', '2'] };
const chief: Actor = { role: 'supervisor', id: 'chief' };

let store: Store;
let centre: Centre;
let at: number;
let rules: Rules;
let commits: number;
let published: StoredEvent[][];
let failures: unknown[];
/** What the store does instead of committing, once; null: it commits. */
let trouble: ((jobs: readonly ((writer: Writer) => void)[]) => ReturnType<Store['commit']>) | null;
let memory: Store;

function startCentre(): Centre {
  const started = new Centre({
    store,
    rules: () => rules,
    clock: () => at,
    onChange: (events) => void published.push([...events]),
    onStoreFailure: (error) => void failures.push(error),
  });
  started.start();
  return started;
}

beforeEach(() => {
  memory = openMemoryStore();
  store = {
    ...memory,
    commit(jobs) {
      commits += 1;
      const instead = trouble;
      trouble = null;
      return instead ? instead(jobs) : memory.commit(jobs);
    },
  };
  [at, commits, trouble] = [clock('08:00'), 0, null];
  [published, failures] = [[], []];
  rules = rulesOf({ takingHours: always, servingHours: always });
  centre = startCentre();
});
afterEach(() => centre.stop());

/** Gives a command; the answer is how many tickets there are then. */
const execute = (command: Command, actor: Actor = kiosk, requestId: string | null = null): Promise<Outcome<number>> =>
  centre.execute({ command, actor, requestId, answer: ({ day }) => day.tickets.size });
const types = (events: readonly StoredEvent[]) => events.map(({ event }) => event.type);
const ok = (value: number, repeated = false) => ({ ok: true, value, repeated });
const memoryEqualsStore = () =>
  expect(centre.now().day).toEqual(replay(store.eventsOf(store.lastDay() ?? '').map(({ event }) => event)));
const broken = (): never => {
  throw new Error('the disk is full');
};

describe('group commit', () => {
  it('given many commands of one turn, when they are executed, then the store commits once and each gets its own answer', async () => {
    commits = 0;
    published = [];
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => execute(take(`t${i}`, 'certify'))));
    expect(outcomes).toEqual(Array.from({ length: 20 }, (_, i) => ok(i + 1)));
    expect(commits).toBe(1);
    expect(published).toHaveLength(1);
    expect(new Set([...centre.now().day.tickets.values()].map(({ number }) => number)).size).toBe(20);
  });

  it('given a refused command among others, then the others are not harmed', async () => {
    const outcomes = await Promise.all([
      execute(take('one', 'certify')),
      execute(take('two', 'no-such-service')),
      execute(take('one', 'certify')),
      execute(take('three', 'civil')),
    ]);
    expect(outcomes).toEqual([
      ok(1),
      { ok: false, code: 'service-unknown' },
      { ok: false, code: 'ticket-exists' },
      ok(2),
    ]);
  });

  it('given a command whose writing fails, then it alone is undone, and staff can learn why', async () => {
    const outcomes = await Promise.all([
      execute(take('one', 'certify')),
      centre.execute({ command: take('two', 'certify'), actor: kiosk, requestId: 'r2', answer: broken }),
      execute(take('three', 'certify')),
    ]);
    expect(outcomes).toEqual([ok(1), { ok: false, code: 'store-failed' }, ok(2)]);
    expect([...centre.now().day.tickets.values()].map(({ number }) => number)).toEqual(['A001', 'A002']);
    expect(failures).toHaveLength(1);
    memoryEqualsStore();
    expect(await execute(take('four', 'certify'), kiosk, 'r2')).toEqual(ok(3));
  });

  it('given two clerks who press at the same instant, then they get different tickets', async () => {
    await Promise.all([execute(take('one', 'certify')), execute(take('two', 'certify'))]);
    await Promise.all([execute(open('1'), lan), execute(open('2'), minh)]);
    expect(await Promise.all([execute(next('1'), lan), execute(next('2'), minh)])).toEqual([ok(2), ok(2)]);
    const called = [...centre.now().day.tickets.values()].map((ticket) => ('counter' in ticket ? ticket.counter : ''));
    expect(called.sort()).toEqual(['1', '2']);
  });

  it('when nothing changed, then nothing is published', async () => {
    published = [];
    await execute(next('1'), lan);
    await execute({ type: 'OpenDay' });
    expect(published).toEqual([]);
  });

  it('when something is published, then it is in the store already', async () => {
    published = [];
    await execute(take('one', 'certify'));
    expect(types(published.flat())).toEqual(['TicketTaken']);
    expect(store.eventsAfter(0, 100)).toEqual(expect.arrayContaining(published.flat()));
    expect(store.visits(today, today)).toMatchObject([{ ticket: 'one', number: 'A001', status: 'waiting' }]);
  });
});

describe('a request id', () => {
  it('given an answered request, when it comes again, then it gets the first answer, and nothing happens', async () => {
    expect(await execute(take('one', 'certify'), kiosk, 'r1')).toEqual(ok(1));
    await execute(take('two', 'certify'), kiosk, 'r2');
    expect(await execute(take('another key', 'certify'), kiosk, 'r1')).toEqual(ok(1, true));
    expect(centre.now().day.tickets.size).toBe(2);
  });

  it('given two equal requests in one turn, then the second gets the answer of the first', async () => {
    const outcomes = await Promise.all([1, 2, 3].map((i) => execute(take(`t${i}`, 'certify'), kiosk, 'r1')));
    expect(outcomes).toEqual([ok(1), ok(1, true), ok(1, true)]);
    expect(centre.now().day.tickets.size).toBe(1);
  });

  it('given a refused request, when it comes again, then it is refused again, although it would be possible by now', async () => {
    const refused = { ok: false, code: 'nobody-waiting' };
    await execute(open('1'), lan);
    expect(await execute(next('1'), lan, 'r1')).toEqual(refused);
    await execute(take('one', 'certify'));
    expect(await execute(next('1'), lan, 'r1')).toEqual(refused);
    expect(await execute(next('1'), lan, 'r2')).toEqual(ok(1));
  });

  it('given an answered request, when the server starts again, then the answer is still the first one', async () => {
    await execute(take('one', 'certify'), kiosk, 'r1');
    await execute(take('two', 'no-such-service'), kiosk, 'r2');
    centre.stop();
    centre = startCentre();
    expect(await execute(take('again', 'certify'), kiosk, 'r1')).toEqual(ok(1, true));
    expect(await execute(take('again', 'no-such-service'), kiosk, 'r2')).toEqual({
      ok: false,
      code: 'service-unknown',
    });
    expect(centre.now().day.tickets.size).toBe(1);
  });

  it('given an answered request, when another command comes under its id, then it is refused and nothing happens', async () => {
    await execute(take('one', 'certify'), kiosk, 'r1');
    const refused = { ok: false, code: 'request-id-reused' };
    expect(await execute(take('one', 'civil'), kiosk, 'r1')).toEqual(refused);
    expect(await execute(take('one', 'certify', 'elderly'), kiosk, 'r1')).toEqual(refused);
    expect(await execute(open('1'), kiosk, 'r1')).toEqual(refused);
    expect(centre.now().day.tickets.size).toBe(1);
  });

  it('given an id that another sender used, then it is a new one', async () => {
    await execute(take('one', 'certify'), kiosk, 'r1');
    expect(await execute(take('two', 'certify'), { role: 'device', id: 'device:other' }, 'r1')).toEqual(ok(2));
    expect(await execute(take('three', 'certify'), lan, 'r1')).toEqual(ok(3));
  });

  it('given an answer of last week, when a day began since, by whatever, then it is forgotten', async () => {
    await execute(take('one', 'certify'), kiosk, 'r1');
    const week = 7 * 86_400_000;
    at += week;
    await execute(take('two', 'certify'), kiosk, 'r2');
    expect(await execute(take('three', 'certify'), kiosk, 'r1')).toEqual(ok(2));
    centre.stop();
    at += week;
    centre = startCentre();
    expect(await execute(take('four', 'certify'), kiosk, 'r2')).toEqual(ok(1));
  });
});

describe('a store that fails', () => {
  it('given a commit that fails, then every waiting command is told so, and memory is what the store holds', async () => {
    await execute(take('one', 'certify'));
    published = [];
    trouble = broken;
    const outcomes = await Promise.all([execute(take('two', 'certify'), kiosk, 'r2'), execute(open('1'), lan)]);
    expect(outcomes).toEqual([
      { ok: false, code: 'store-failed' },
      { ok: false, code: 'store-failed' },
    ]);
    expect(failures).toEqual([new Error('the disk is full')]);
    expect(published).toEqual([]);
    memoryEqualsStore();
    expect(centre.now().day.tickets.size).toBe(1);
    expect(await execute(take('two', 'certify'), kiosk, 'r2')).toEqual(ok(2));
  });

  it('given a commit that ran all jobs and failed at the very end, then memory has nothing of it', async () => {
    trouble = (jobs) => {
      openMemoryStore().commit(jobs);
      return broken();
    };
    expect(await execute(take('one', 'certify'))).toEqual({ ok: false, code: 'store-failed' });
    expect(centre.now().day.tickets.size).toBe(0);
    memoryEqualsStore();
  });

  it('given a commit that did happen although it seemed to fail, then a retry gets the first answer', async () => {
    trouble = (jobs) => {
      memory.commit(jobs);
      return broken();
    };
    expect(await execute(take('one', 'certify'), kiosk, 'r1')).toEqual({ ok: false, code: 'store-failed' });
    memoryEqualsStore();
    expect(await execute(take('another key', 'certify'), kiosk, 'r1')).toEqual(ok(1, true));
  });

  it('given a new day that cannot be begun, then no command of that turn happens, and the next turn begins it', async () => {
    await execute(take('one', 'certify'));
    at = clock('08:00', tomorrow);
    for (const refused of ['DayClosed', 'DayOpened']) {
      const before = store.eventsAfter(0, 100);
      trouble = (jobs) => memory.commit(jobs.map((job) => (writer) => job(withoutEvent(writer, refused))));
      expect(await execute(take('two', 'certify'), kiosk, 'r2')).toEqual({ ok: false, code: 'store-failed' });
      expect(store.eventsAfter(0, 100)).toEqual(before);
      memoryEqualsStore();
    }
    expect(await execute(take('two', 'certify'), kiosk, 'r2')).toEqual(ok(1));
    expect(centre.now().day).toMatchObject({ day: tomorrow, issued: { certify: 1 } });
  });

  it('given a store that fails at the change of the day, then the next tick begins the day', () => {
    at = clock('00:00', tomorrow);
    trouble = broken;
    centre.tick();
    expect(failures).toHaveLength(1);
    expect(centre.now().day.day).toBe(today);
    centre.tick();
    expect(centre.now().day.day).toBe(tomorrow);
  });
});

const withoutEvent = (writer: Writer, type: string): Writer => ({
  ...writer,
  append: (day, event: Event) => (event.type === type ? broken() : writer.append(day, event)),
});

describe('the clock', () => {
  it('given a clock that steps back a little, then the times of the events do not', async () => {
    await execute(take('one', 'certify'));
    at -= 60_000;
    await execute(take('two', 'certify'));
    centre.stop();
    at -= 60_000;
    centre = startCentre();
    await execute(take('three', 'certify'));
    const times = store.eventsAfter(0, 100).map(({ event }) => event.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(centre.now().at).toBe(clock('08:00'));
  });

  it('given a clock three hours ahead, when it is set right, then times are right again', async () => {
    at += 3 * 3_600_000;
    await execute(take('one', 'certify'));
    at -= 3 * 3_600_000;
    const second = await execute(take('two', 'certify'));
    expect(second.ok).toBe(true);
    expect(centre.now().at).toBe(at);
  });

  it('given a clock twenty years ahead, when it is set right, then the next day begins as if nothing had been', async () => {
    const right = at;
    at += 20 * 365 * 86_400_000;
    centre.tick();
    at = right;
    centre.tick();
    expect(centre.now().day.day).toBe(today);
    at = clock('08:00', tomorrow);
    centre.tick();
    expect(centre.now().day).toMatchObject({ day: tomorrow, closed: false });
    expect((await execute(take('one', 'certify'))).ok).toBe(true);
  });

  it('given a clock put back over midnight, then it stays the later day and no number comes twice', async () => {
    at = clock('00:10', tomorrow);
    await execute(take('one', 'certify'));
    at = clock('23:50');
    await execute(take('two', 'certify'));
    centre.stop();
    centre = startCentre();
    await execute(take('three', 'certify'));
    expect(
      store
        .visits(tomorrow, tomorrow)
        .map(({ number }) => number)
        .toSorted(),
    ).toEqual(['A001', 'A002', 'A003']);
    expect(centre.now().day.day).toBe(tomorrow);
  });
});

describe('the change of the day', () => {
  it('given a new centre, when it starts, then the day of its clock is open', () => {
    expect(types(store.eventsAfter(0, 100))).toEqual(['DayOpened']);
    expect(centre.now().day.day).toBe(today);
  });

  it('given people in the house, when the hour of change comes, then the old day is closed and a new one begins', async () => {
    await Promise.all([execute(take('one', 'certify')), execute(take('two', 'certify')), execute(open('1'), lan)]);
    await execute(next('1'), lan);
    const before = store.eventsAfter(0, 100).length;
    at = clock('23:59');
    centre.tick();
    expect(store.eventsAfter(before, 100)).toEqual([]);
    at = clock('00:00', tomorrow);
    centre.tick();
    expect(types(store.eventsAfter(before, 100))).toEqual([
      'TicketLeftOvernight',
      'TicketLeftOvernight',
      'CounterClosed',
      'DayClosed',
      'DayOpened',
    ]);
    expect(store.eventsOf(tomorrow).map(({ event }) => event.type)).toEqual(['DayOpened']);
    expect(store.visits(today, today).map(({ status }) => status)).toEqual(['leftOvernight', 'leftOvernight']);
    expect(await execute(take('three', 'certify'))).toEqual(ok(1));
    expect(store.visits(tomorrow, tomorrow)).toMatchObject([{ number: 'A001' }]);
  });

  it('given a day that changes at 04:00, when a ticket is taken at 03:59, then it belongs to the day before', async () => {
    rules = { ...rules, dayChangeMinute: 240 };
    at = clock('03:59', tomorrow);
    await execute(take('one', 'certify'));
    at = clock('04:00', tomorrow);
    await execute(take('two', 'certify'));
    expect(store.visits(today, today).map(({ ticket }) => ticket)).toEqual(['one']);
    expect(store.visits(tomorrow, tomorrow)).toMatchObject([{ ticket: 'two', number: 'A001' }]);
  });

  it('given a command before any tick on the new day, then it happens on the new day', async () => {
    await execute(open('1'), lan);
    at = clock('07:30', tomorrow);
    expect(await Promise.all([execute(next('1'), lan), execute(take('one', 'certify'))])).toEqual([
      { ok: false, code: 'counter-closed' },
      ok(1),
    ]);
  });

  it('given a server that was off over midnight, when it starts, then yesterday is closed and today is open', async () => {
    await Promise.all([execute(take('one', 'certify')), execute(open('1'), lan)]);
    centre.stop();
    at = clock('07:00', tomorrow);
    centre = startCentre();
    expect(centre.now().day).toMatchObject({ day: tomorrow, closed: false, tickets: new Map(), counters: {} });
    expect(types(store.eventsOf(today)).at(-1)).toBe('DayClosed');
    expect(store.visits(today, today)).toMatchObject([{ status: 'leftOvernight' }]);
  });

  it('given a day that the supervisor closed, when midnight comes, then it is not closed twice', async () => {
    expect(await execute({ type: 'CloseDay' }, chief)).toEqual(ok(0));
    expect(await execute(take('one', 'certify'))).toEqual({ ok: false, code: 'day-closed' });
    at = clock('00:00', tomorrow);
    centre.tick();
    expect(types(store.eventsAfter(0, 100))).toEqual(['DayOpened', 'DayClosed', 'DayOpened']);
  });

  it('given a server that starts again in the middle of the day, then it replays the day and adds nothing', async () => {
    await Promise.all([execute(take('one', 'certify')), execute(take('two', 'civil')), execute(open('1'), lan)]);
    await execute(call('1', 'two'), lan);
    await execute(start('1'), lan);
    await execute(finish('1'), lan);
    const { day } = centre.now();
    const events = store.eventsAfter(0, 100);
    centre.stop();
    centre = startCentre();
    expect(centre.now().day).toEqual(day);
    expect(store.eventsAfter(0, 100)).toEqual(events);
  });
});

describe('who did what', () => {
  it('given commands of staff and others, then those of staff have an audit row, written with the command', async () => {
    await execute(take('one', 'certify'), kiosk);
    await execute(open('1'), lan);
    await execute(close('2'), lan);
    await execute({ type: 'CloseDay' }, chief);
    expect(store.auditBefore(100, 10).map(({ by, action }) => `${by} ${action}`)).toEqual([
      'chief CloseDay',
      'lan OpenCounter',
    ]);
  });
});

describe('the end', () => {
  it('given waiting commands, when the centre stops, then they are answered, and later ones refused', async () => {
    const before = [execute(take('one', 'certify')), execute(take('two', 'no-such-service'))];
    centre.stop();
    const after = execute(take('three', 'certify'));
    expect(await Promise.all([...before, after])).toEqual([
      ok(1),
      { ok: false, code: 'service-unknown' },
      { ok: false, code: 'stopping' },
    ]);
    expect(store.visits(today, today)).toHaveLength(1);
  });
});
