import { describe, expect, it } from 'vitest';
import type { Day } from '../../core/day.ts';
import { callingOrder, lineOf } from '../../core/next.ts';
import { counterOf, type Rules } from '../../core/rules.ts';
import { centre, interleaved } from '../support/centre.ts';
import {
  absent,
  type Before,
  back,
  call,
  chief,
  close,
  finish,
  given,
  kiosk,
  lan,
  minh,
  next,
  open,
  park,
  pause,
  recall,
  send,
  start,
  take,
} from '../support/given.ts';

/** Numbers one minute apart from 08:00 on: `c` is an ordinary citizen of a service, `p` one with priority. */
const queue = (...tickets: [id: string, service: string, priority?: string][]): Before[] =>
  tickets.map(([id, service, priority], i) => [
    take(id, service, priority ?? null),
    kiosk(`08:${String(i).padStart(2, '0')}`),
  ]);

/** Ids in the order in which one counter calls them when its clerk keeps calling next from 09:00 on. */
function callOrder(before: readonly Before[], counter: string, rules: Rules = centre()): string[] {
  const sender = counter === '3' ? minh : lan;
  const order: string[] = [];
  let steps = [...before];
  for (;;) {
    const answer = given(steps, rules).when(next(counter), sender('09:00'));
    if ('rejected' in answer.decision) {
      expect(answer.decision.rejected).toBe('nobody-waiting');
      // What the counter shows beforehand is what happens.
      const shown = callingOrder(given([...before], rules).day, rules, counterOf(rules, counter)!);
      expect(shown.map((ticket) => ticket.id)).toEqual(order);
      return order;
    }
    const called = answer.decision[0];
    if (called?.type !== 'TicketCalled') throw new Error('no call');
    order.push(called.ticket);
    steps = [...steps, ...answer.decision, [finish(counter), sender('09:00')]];
  }
}

const names = (day: Day, rules: Rules, service: string): string[] => lineOf(day, rules, service).map((t) => t.id);

describe('who is next', () => {
  it('given nobody waits, when the clerk calls next, then it is refused', () => {
    given([[open('1'), lan('07:30')]])
      .when(next('1'), lan('08:00'))
      .then('nobody-waiting');
  });

  it('given people of a service that this counter does not take, when the clerk calls next, then nobody waits', () => {
    given([...queue(['e1', 'land']), [open('1'), lan('07:30')]])
      .when(next('1'), lan('08:05'))
      .then('nobody-waiting');
  });

  it('given several of one service, when called, then in the order of taking', () => {
    const before = [
      ...queue(['a1', 'certify'], ['a2', 'certify'], ['a3', 'certify']),
      [open('1'), lan('07:30')] as const,
    ];
    expect(callOrder(before, '1')).toEqual(['a1', 'a2', 'a3']);
  });

  it('given two numbers of one instant, when called, then in the order of their numbers', () => {
    const before: Before[] = [
      [take('z', 'certify'), kiosk('08:00')],
      [take('b', 'certify'), kiosk('08:00')],
      [open('1'), lan('08:00')],
    ];
    expect(callOrder(before, '1')).toEqual(['z', 'b']);
  });

  it('given two services, when called, then each counter begins with the service it lists first', () => {
    const line = queue(['c1', 'civil'], ['a1', 'certify'], ['c2', 'civil'], ['a2', 'certify']);
    expect(callOrder([...line, [open('1'), lan('08:10')]], '1')).toEqual(['a1', 'a2', 'c1', 'c2']);
    expect(callOrder([...line, [open('2'), lan('08:10')]], '2')).toEqual(['c1', 'c2', 'a1', 'a2']);
  });

  it('given priority goes first, when called, then every citizen with priority comes before all others of any service', () => {
    const before: Before[] = [
      ...queue(
        ['a1', 'certify'],
        ['a2', 'certify', 'elderly'],
        ['c1', 'civil', 'pregnant'],
        ['a3', 'certify', 'pregnant'],
      ),
      [open('1'), lan('08:10')],
    ];
    expect(callOrder(before, '1')).toEqual(['a2', 'a3', 'c1', 'a1']);
  });

  it.each([
    [2, ['o1', 'p1', 'o2', 'p2', 'o3', 'p3', 'o4', 'o5']],
    [3, ['o1', 'o2', 'p1', 'o3', 'o4', 'p2', 'o5', 'p3']],
    [4, ['o1', 'o2', 'o3', 'p1', 'o4', 'o5', 'p2', 'p3']],
  ])('given one in %i calls is for priority, when called, then %j', (every, expected) => {
    const before: Before[] = [
      ...queue(
        ['p1', 'certify', 'elderly'],
        ['p2', 'certify', 'elderly'],
        ['p3', 'certify', 'elderly'],
        ['o1', 'certify'],
        ['o2', 'certify'],
        ['o3', 'certify'],
        ['o4', 'certify'],
        ['o5', 'certify'],
      ),
      [open('1'), lan('08:10')],
    ];
    expect(callOrder(before, '1', interleaved(every))).toEqual(expected);
    expect(names(given(before, interleaved(every)).day, interleaved(every), 'certify')).toEqual(expected);
  });

  it('given one in three, when several ordinary calls were made before anyone with priority came, then that one is next', () => {
    const before: Before[] = [
      ...queue(['o1', 'certify'], ['o2', 'certify'], ['o3', 'certify'], ['o4', 'certify']),
      [open('1'), lan('08:10')],
      ...['08:11', '08:12', '08:13'].flatMap((time): Before[] => [
        [next('1'), lan(time)],
        [finish('1'), lan(time)],
      ]),
      [take('p1', 'certify', 'elderly'), kiosk('08:14')],
    ];
    expect(callOrder(before, '1', interleaved(3))).toEqual(['p1', 'o4']);
  });

  it('given one in three, when the counter pauses between, then its count goes on', () => {
    const before: Before[] = [
      ...queue(['o1', 'certify'], ['o2', 'certify'], ['o3', 'certify'], ['p1', 'certify', 'elderly']),
      [open('1'), lan('08:10')],
      [next('1'), lan('08:11')],
      [finish('1'), lan('08:12')],
      [pause('1'), lan('08:13')],
      [{ type: 'ResumeCounter', counter: '1' }, lan('08:20')],
    ];
    expect(callOrder(before, '1', interleaved(3))).toEqual(['o2', 'p1', 'o3']);
  });

  it('given a ticket put first in line, when called, then it comes before priority, and two of them in the order of that', () => {
    const before: Before[] = [
      ...queue(['a1', 'certify', 'elderly'], ['a2', 'certify'], ['a3', 'certify'], ['c1', 'civil']),
      [open('1'), lan('08:10')],
      [send('1', { service: 'certify' }, 'first', 'a3'), lan('08:11')],
      [send('1', { service: 'certify' }, 'first', 'c1'), lan('08:12')],
    ];
    expect(callOrder(before, '1')).toEqual(['a3', 'c1', 'a1', 'a2']);
    expect(names(given(before).day, centre(), 'certify')).toEqual(['a3', 'c1', 'a1', 'a2']);
  });
});

describe('reserved for a counter', () => {
  const reserved: Before[] = [
    ...queue(['a1', 'certify'], ['a2', 'certify']),
    [open('1'), lan('08:10')],
    [open('2'), minh('08:10')],
    [send('1', { counter: '2' }, 'original', 'a1'), lan('08:11')],
  ];

  it('when another counter calls next, then the reserved ticket is passed over', () => {
    given(reserved)
      .when(next('1'), lan('08:12'))
      .then([{ type: 'TicketCalled', ticket: 'a2', counter: '1' }]);
  });

  it('when its counter calls next, then it is called there', () => {
    given(reserved)
      .when(next('2'), minh('08:12'))
      .then([{ type: 'TicketCalled', ticket: 'a1', counter: '2' }]);
  });

  it('when its counter pauses, then it still waits for it', () => {
    given([...reserved, [pause('2'), minh('08:12')]])
      .when(next('1'), lan('08:13'))
      .then([{ type: 'TicketCalled', ticket: 'a2' }]);
  });

  it('when its counter closes, then the reservation no longer binds', () => {
    given([...reserved, [close('2'), minh('08:12')]])
      .when(next('1'), lan('08:13'))
      .then([{ type: 'TicketCalled', ticket: 'a1', counter: '1' }]);
  });

  it('when it is for a counter that does not take its service, then that counter calls it before its own services', () => {
    const before: Before[] = [
      ...queue(['e1', 'land'], ['a1', 'certify']),
      [open('3'), minh('08:10')],
      [open('1'), lan('08:10')],
      [send('1', { counter: '3' }, 'original', 'a1'), lan('08:11')],
    ];
    expect(callOrder(before, '3')).toEqual(['a1', 'e1']);
  });
});

describe('keeping the place', () => {
  const three = queue(['a1', 'certify'], ['a2', 'certify'], ['a3', 'certify']);

  it('given an absent citizen came back, when called, then at the old place', () => {
    const before: Before[] = [
      ...three,
      [open('1'), lan('08:10')],
      [next('1'), lan('08:11')],
      [absent('1'), lan('08:12')],
      [back('a1'), lan('08:13')],
    ];
    expect(callOrder(before, '1')).toEqual(['a1', 'a2', 'a3']);
  });

  it('given a parked ticket came back, when called, then at the old place', () => {
    const before: Before[] = [
      ...three,
      [open('1'), lan('08:10')],
      [next('1'), lan('08:11')],
      [start('1'), lan('08:11')],
      [park('1'), lan('08:12')],
      [back('a1'), lan('08:13')],
    ];
    expect(callOrder(before, '1')).toEqual(['a1', 'a2', 'a3']);
  });

  it('given a ticket was transferred by original time, when called, then by when it was taken', () => {
    const before: Before[] = [
      ...queue(['c0', 'civil'], ['a1', 'certify'], ['c1', 'civil']),
      [open('1'), lan('08:10')],
      [next('1'), lan('08:11')],
      [send('1', { service: 'civil' }), lan('08:12')],
      [open('2'), minh('08:12')],
    ];
    expect(names(given(before).day, centre(), 'civil')).toEqual(['c0', 'a1', 'c1']);
    given(before)
      .when(next('2'), minh('08:13'))
      .then([{ type: 'TicketCalled', ticket: 'c0' }]);
  });
});

describe('calling', () => {
  const waiting: Before[] = [...queue(['a1', 'certify'], ['a2', 'certify']), [open('1'), lan('08:10')]];

  it('given a call, when it is repeated, then the board gets it again as the second and third time', () => {
    const again = given([...waiting, [next('1'), lan('08:11')], [recall('1'), lan('08:12')]]).when(
      recall('1'),
      lan('08:13'),
    );
    again.then([{ type: 'CallRepeated', ticket: 'a1', counter: '1' }]);
    expect(again.day.calls).toMatchObject([{ number: 'A001', counter: '1', time: 3 }]);
    expect(again.day.calls).toHaveLength(1);
    expect(again.ticket('a1').recalls).toBe(2);
  });

  it('given a citizen at the counter, when the clerk calls next or another, then it is refused', () => {
    const busy = given([...waiting, [next('1'), lan('08:11')]]);
    busy.when(next('1'), lan('08:12')).then('counter-busy');
    busy.when(call('1', 'a2'), lan('08:12')).then('counter-busy');
  });

  it('given two counters, when both call at one instant, then they get different tickets', () => {
    const before: Before[] = [...waiting, [open('2'), minh('08:10')], [next('1'), lan('08:11')]];
    given(before)
      .when(next('2'), minh('08:11'))
      .then([{ type: 'TicketCalled', ticket: 'a2', counter: '2' }]);
    given(before).when(call('2', 'a1'), minh('08:11')).then('not-waiting');
  });

  it('given nothing is called, when the call is repeated, then it is refused', () => {
    given(waiting).when(recall('1'), lan('08:11')).then('no-ticket');
  });

  it('given the service began, when the call is repeated, then it is refused', () => {
    given([...waiting, [next('1'), lan('08:11')], [start('1'), lan('08:12')]])
      .when(recall('1'), lan('08:13'))
      .then('not-called');
  });

  it('given many calls, when one more is made, then the board keeps the newest twelve and each has its own id', () => {
    const ids = Array.from({ length: 14 }, (_, i) => `t${i}`);
    const { day } = given([
      ...ids.map((id): Before => [take(id, 'certify'), kiosk('08:00')]),
      [open('1'), lan('08:00')],
      ...ids.flatMap((): Before[] => [
        [next('1'), lan('08:10')],
        [finish('1'), lan('08:10')],
      ]),
    ]);
    expect(day.calls.map((c) => c.ticket)).toEqual(ids.slice(2).reverse());
    expect(new Set(day.calls.map((c) => c.id)).size).toBe(12);
  });

  it('given a chosen ticket of another counter, when a clerk calls it, then it is refused, and a supervisor may', () => {
    const before: Before[] = [...queue(['e1', 'land']), [open('1'), lan('08:10')]];
    given(before).when(call('1', 'e1'), lan('08:11')).then('not-yours');
    given(before)
      .when(call('1', 'e1'), chief('08:11'))
      .then([{ type: 'TicketCalled', ticket: 'e1', counter: '1', clerk: 'lan' }]);
  });

  it('given a chosen ticket, when it is not known, then it is refused', () => {
    given(waiting).when(call('1', 'nobody'), lan('08:11')).then('ticket-unknown');
  });

  it('given a chosen waiting ticket, when called, then out of turn', () => {
    given(waiting)
      .when(call('1', 'a2'), lan('08:11'))
      .then([{ type: 'TicketCalled', ticket: 'a2', counter: '1' }]);
  });
});
