import { describe, expect, it } from 'vitest';
import { outcomes } from '../../core/ticket.ts';
import { visitOf } from '../../core/visit.ts';
import { today } from '../support/centre.ts';
import {
  absent,
  type Before,
  back,
  call,
  cancel,
  chief,
  citizen,
  clock,
  finish,
  given,
  kiosk,
  lan,
  minh,
  next,
  open,
  park,
  start,
  take,
} from '../support/given.ts';

const minutes = 60_000;

/** Taken at 08:00, called to counter 1 at 08:10. */
const called: Before[] = [
  [open('1'), lan('07:30')],
  [take('a1', 'certify'), kiosk('08:00')],
  [next('1'), lan('08:10')],
];
const served: Before[] = [...called, [start('1'), lan('08:12')]];

describe('a visit', () => {
  it('given a call, when the service starts, then it is timed from there', () => {
    const answer = given(called).when(start('1'), lan('08:12'));
    answer.then([{ type: 'ServiceStarted', ticket: 'a1', counter: '1' }]);
    expect(answer.ticket('a1')).toMatchObject({ status: 'serving', counter: '1', since: clock('08:12') });
  });

  it('given a service, when it starts again, then it is refused', () => {
    given(served).when(start('1'), lan('08:13')).then('not-called');
  });

  it.each([...outcomes, null])('given a service, when it is finished as %s, then that is recorded', (outcome) => {
    const answer = given(served).when(
      { type: 'FinishVisit', counter: '1', outcome, procedures: ['1.001193', '2.000815'], dossiers: 2 },
      lan('08:20'),
    );
    answer.then([
      {
        type: 'VisitFinished',
        ticket: 'a1',
        counter: '1',
        outcome,
        procedures: ['1.001193', '2.000815'],
        dossiers: 2,
      },
    ]);
    expect(visitOf(today, answer.ticket('a1'))).toMatchObject({
      status: 'done',
      calledAt: clock('08:10'),
      endedAt: clock('08:20'),
      waitedMs: 10 * minutes,
      servedMs: 8 * minutes,
      counter: '1',
      clerk: 'lan',
      outcome,
      procedures: ['1.001193', '2.000815'],
      dossiers: 2,
    });
    expect(answer.day.counters['1']).toMatchObject({ ticket: null, freeSince: clock('08:20') });
  });

  it('given the clerk never pressed start, when finished, then the service counts from the call', () => {
    const answer = given(called).when(finish('1'), lan('08:15'));
    answer.then([{ type: 'VisitFinished', ticket: 'a1' }]);
    expect(answer.ticket('a1').servedMs).toBe(5 * minutes);
  });

  it('given nobody at the counter, when anything is done with a ticket, then it is refused', () => {
    const free = given([[open('1'), lan('07:30')]]);
    for (const command of [start('1'), finish('1'), absent('1'), park('1')]) {
      free.when(command, lan('08:00')).then('no-ticket');
    }
  });

  it('given a finished visit, when it is finished again, then it is refused', () => {
    given([...served, [finish('1'), lan('08:20')]])
      .when(finish('1'), lan('08:21'))
      .then('no-ticket');
  });

  it('given a clerk who forgot to finish, when it ends after hours, then the estimate counts one hour', () => {
    const { day } = given(served).when(finish('1'), lan('11:00'));
    expect(day.measured.certify).toEqual({ visits: 1, totalMs: 60 * minutes });
    expect(day.tickets.get('a1')?.servedMs).toBe(168 * minutes);
  });
});

describe('absent', () => {
  const away: Before[] = [...called, [absent('1'), lan('08:12')]];

  it('given a call, when nobody comes, then the ticket is absent and the counter free', () => {
    const answer = given(called).when(absent('1'), lan('08:12'));
    answer.then([{ type: 'TicketAbsent', ticket: 'a1', counter: '1' }]);
    expect(answer.ticket('a1')).toMatchObject({ status: 'absent', since: clock('08:12'), servedMs: 0 });
    expect(answer.day.counters['1']).toMatchObject({ ticket: null, freeSince: clock('08:12') });
  });

  it('given the service began, when it is marked absent, then it is refused', () => {
    given(served).when(absent('1'), lan('08:13')).then('not-called');
  });

  it('given an absent ticket, when it comes back within the grace, then it waits again and a new wait begins', () => {
    const answer = given(away).when(back('a1'), kiosk('08:42'));
    answer.then([{ type: 'TicketReturned', ticket: 'a1' }]);
    expect(answer.ticket('a1')).toMatchObject({
      status: 'waiting',
      joinedAt: clock('08:00'),
      queuedAt: clock('08:42'),
      waitedMs: 10 * minutes,
    });
  });

  it('given the grace is over, when it comes back or is called by choice, then it is refused', () => {
    given(away).when(back('a1'), kiosk('08:43')).then('grace-over');
    given(away).when(call('1', 'a1'), lan('08:43')).then('grace-over');
    given(away).when(call('1', 'a1'), chief('08:43')).then('grace-over');
  });

  it('given an absent ticket, when the clerk calls it by choice, then it comes back and is called in one step', () => {
    const answer = given(away).when(call('1', 'a1'), lan('08:20'));
    answer.then([
      { type: 'TicketReturned', ticket: 'a1' },
      { type: 'TicketCalled', ticket: 'a1', counter: '1', clerk: 'lan' },
    ]);
    expect(answer.ticket('a1')).toMatchObject({ status: 'called', waitedMs: 10 * minutes });
  });

  it('given a wait after coming back, when called, then both waits add up, the absence apart', () => {
    const answer = given([...away, [back('a1'), kiosk('08:30')]]).when(next('1'), lan('08:35'));
    expect(visitOf(today, answer.ticket('a1'))).toMatchObject({ waitedMs: 15 * minutes, calledAt: clock('08:35') });
  });

  it('given a ticket that is not away, when it comes back, then it is refused', () => {
    given(called).when(back('a1'), kiosk('08:11')).then('not-absent');
    given([[take('a1', 'certify'), kiosk('08:00')]])
      .when(back('a1'), kiosk('08:11'))
      .then('not-absent');
    given([]).when(back('a1'), kiosk('08:11')).then('ticket-unknown');
  });
});

describe('parked', () => {
  const parked: Before[] = [...served, [park('1'), lan('08:15')]];

  it('given a service, when it is parked, then the counter is free and the time so far is kept', () => {
    const answer = given(served).when(park('1'), lan('08:15'));
    answer.then([{ type: 'TicketParked', ticket: 'a1', counter: '1' }]);
    expect(answer.ticket('a1')).toMatchObject({ status: 'parked', since: clock('08:15'), servedMs: 3 * minutes });
    expect(answer.day.counters['1']).toMatchObject({ ticket: null, freeSince: clock('08:15') });
  });

  it('given a call, when it is parked without start, then it is too', () => {
    given(called)
      .when(park('1'), lan('08:11'))
      .then([{ type: 'TicketParked', ticket: 'a1' }]);
  });

  it('given a parked ticket, when it comes back long after, then it waits again: parking has no grace', () => {
    given(parked)
      .when(back('a1'), lan('10:55'))
      .then([{ type: 'TicketUnparked', ticket: 'a1' }]);
  });

  it('given a parked ticket, when the clerk calls it by choice, then it comes back and is called in one step', () => {
    given(parked)
      .when(call('1', 'a1'), lan('08:30'))
      .then([
        { type: 'TicketUnparked', ticket: 'a1' },
        { type: 'TicketCalled', ticket: 'a1', counter: '1' },
      ]);
  });

  it('given a ticket parked at counter 1, when another counter of its service calls it, then it may', () => {
    given([...parked, [open('2'), minh('08:20')]])
      .when(call('2', 'a1'), minh('08:30'))
      .then([{ type: 'TicketUnparked' }, { type: 'TicketCalled', ticket: 'a1', counter: '2', clerk: 'minh' }]);
  });

  it('given two times at a counter, when finished, then both services add up', () => {
    const answer = given([...parked, [call('1', 'a1'), lan('08:30')], [start('1'), lan('08:31')]]).when(
      finish('1'),
      lan('08:36'),
    );
    expect(visitOf(today, answer.ticket('a1'))).toMatchObject({ waitedMs: 10 * minutes, servedMs: 8 * minutes });
  });
});

describe('cancelled', () => {
  it('given a waiting, absent or parked ticket, when it is cancelled, then it left', () => {
    const waiting: Before[] = [[take('a1', 'certify'), kiosk('08:00')]];
    for (const before of [
      waiting,
      [...called, [absent('1'), lan('08:12')] as const],
      [...served, [park('1'), lan('08:15')] as const],
    ]) {
      const answer = given(before).when(cancel('a1'), citizen('08:20'));
      answer.then([{ type: 'TicketCancelled', ticket: 'a1' }]);
      expect(answer.ticket('a1')).toMatchObject({ status: 'cancelled', endedAt: clock('08:20') });
    }
  });

  it('given a ticket at a counter or ended, when it is cancelled, then it is refused', () => {
    given(called).when(cancel('a1'), citizen('08:20')).then('not-waiting');
    given(served).when(cancel('a1'), citizen('08:20')).then('not-waiting');
    given([...served, [finish('1'), lan('08:20')]])
      .when(cancel('a1'), citizen('08:21'))
      .then('not-waiting');
    given([]).when(cancel('a1'), citizen('08:20')).then('ticket-unknown');
  });

  it('given a cancelled ticket, when the clerk calls next or it, then nobody is there', () => {
    const gone = given([
      [open('1'), lan('07:30')],
      [take('a1', 'certify'), kiosk('08:00')],
      [cancel('a1'), citizen('08:01')],
    ]);
    gone.when(next('1'), lan('08:02')).then('nobody-waiting');
    gone.when(call('1', 'a1'), lan('08:02')).then('not-waiting');
  });
});
