import { describe, expect, it } from 'vitest';
import { visitOf } from '../../core/visit.ts';
import { today, withCounter, withService } from '../support/centre.ts';
import {
  absent,
  type Before,
  chief,
  clock,
  finish,
  given,
  kiosk,
  lan,
  minh,
  next,
  open,
  send,
  start,
  take,
} from '../support/given.ts';

const minutes = 60_000;
const opened: Before[] = [
  [open('1'), lan('07:30')],
  [open('2'), minh('07:30')],
  [take('a1', 'certify'), kiosk('08:00')],
];
const served: Before[] = [...opened, [next('1'), lan('08:10')], [start('1'), lan('08:12')]];

describe('transfer of the ticket at the counter', () => {
  it('given a service, when it is sent to another service, then it waits there with its number and original time', () => {
    const answer = given(served).when(send('1', { service: 'civil' }), lan('08:15'));
    answer.then([{ type: 'TicketTransferred', ticket: 'a1', service: 'civil', reservedFor: null, place: 'original' }]);
    expect(answer.ticket('a1')).toMatchObject({
      status: 'waiting',
      number: 'A001',
      service: 'civil',
      joinedAt: clock('08:00'),
      queuedAt: clock('08:15'),
      firstSince: null,
      waitedMs: 10 * minutes,
      servedMs: 3 * minutes,
    });
    expect(answer.day.counters['1']).toMatchObject({ ticket: null, freeSince: clock('08:15') });
  });

  it('given a service, when it is sent first in line to a counter, then it is reserved for it and first', () => {
    const answer = given(served).when(send('1', { counter: '2' }, 'first'), lan('08:15'));
    answer.then([{ type: 'TicketTransferred', ticket: 'a1', service: 'certify', reservedFor: '2', place: 'first' }]);
    expect(answer.ticket('a1')).toMatchObject({ reservedFor: '2', firstSince: clock('08:15') });
  });

  it('given a transferred ticket, when it is called and finished elsewhere, then waits and services add up', () => {
    const answer = given([...served, [send('1', { counter: '2' }), lan('08:15')], [next('2'), minh('08:20')]]).when(
      finish('2'),
      minh('08:30'),
    );
    expect(visitOf(today, answer.ticket('a1'))).toMatchObject({
      waitedMs: 15 * minutes,
      servedMs: 13 * minutes,
      calledAt: clock('08:20'),
      counter: '2',
      clerk: 'minh',
      service: 'certify',
      number: 'A001',
    });
    expect(answer.ticket('a1')).toMatchObject({ reservedFor: null, firstSince: null });
  });

  it('given a citizen at the counter, when sent to this very counter, then it is there already', () => {
    given(served)
      .when(send('1', { counter: '1' }), lan('08:15'))
      .then('same-place');
  });

  it('given a citizen at the counter, when sent back into the own line, then they wait again', () => {
    given(served)
      .when(send('1', { service: 'certify' }), lan('08:15'))
      .then([{ type: 'TicketTransferred', service: 'certify', reservedFor: null }]);
  });

  it('given the ticket at the counter is named, when it is sent on, then as without its name', () => {
    given(served)
      .when(send('1', { service: 'civil' }, 'original', 'a1'), lan('08:15'))
      .then([{ type: 'TicketTransferred', ticket: 'a1', service: 'civil' }]);
  });

  it('when there is nobody at the counter, then it is refused', () => {
    given(opened)
      .when(send('1', { service: 'civil' }), lan('08:15'))
      .then('no-ticket');
  });
});

describe('transfer of a waiting ticket', () => {
  it('given it waits, when a clerk of its service sends it on, then its wait goes on', () => {
    const answer = given(opened).when(send('1', { service: 'land' }, 'original', 'a1'), lan('08:05'));
    answer.then([{ type: 'TicketTransferred', ticket: 'a1', service: 'land' }]);
    expect(answer.ticket('a1')).toMatchObject({ queuedAt: clock('08:00'), joinedAt: clock('08:00') });
  });

  it('given it waits, when sent where it already is, then it is refused, unless first in line', () => {
    given(opened)
      .when(send('1', { service: 'certify' }, 'original', 'a1'), lan('08:05'))
      .then('same-place');
    given(opened)
      .when(send('1', { service: 'certify' }, 'first', 'a1'), lan('08:05'))
      .then([{ type: 'TicketTransferred', place: 'first' }]);
  });

  it('given it waits for a reserved counter, when sent to its service, then the reservation ends', () => {
    const answer = given([...opened, [send('1', { counter: '2' }, 'original', 'a1'), lan('08:04')]]).when(
      send('1', { service: 'certify' }, 'original', 'a1'),
      lan('08:05'),
    );
    answer.then([{ type: 'TicketTransferred', reservedFor: null }]);
  });

  it('given it waits, when a clerk keeps it for the own counter, then only that one calls it', () => {
    const kept = given([...opened, [send('1', { counter: '1' }, 'original', 'a1'), lan('08:05')]]);
    kept.when(next('2'), minh('08:06')).then('nobody-waiting');
    kept.when(next('1'), lan('08:06')).then([{ type: 'TicketCalled', ticket: 'a1' }]);
  });

  it('given a ticket of another counter, when a clerk sends it on, then it is not theirs, and a supervisor may', () => {
    const land: Before[] = [...opened, [take('e1', 'land'), kiosk('08:01')]];
    given(land)
      .when(send('1', { service: 'civil' }, 'original', 'e1'), lan('08:05'))
      .then('not-yours');
    given(land)
      .when(send('1', { service: 'civil' }, 'original', 'e1'), chief('08:05'))
      .then([{ type: 'TicketTransferred', ticket: 'e1', service: 'civil' }]);
  });

  it('given it is called at another counter or absent, when sent on, then it waits no longer', () => {
    given(served)
      .when(send('2', { service: 'civil' }, 'original', 'a1'), minh('08:15'))
      .then('not-waiting');
    given([...opened, [next('1'), lan('08:10')], [absent('1'), lan('08:11')]])
      .when(send('1', { service: 'civil' }, 'original', 'a1'), lan('08:15'))
      .then('not-waiting');
  });

  it('when it is not known, then it is refused', () => {
    given(opened)
      .when(send('1', { service: 'civil' }, 'original', 'nobody'), lan('08:05'))
      .then('ticket-unknown');
  });
});

describe('where a ticket can be sent', () => {
  it('when the service is not known or retired, then it is refused', () => {
    given(served)
      .when(send('1', { service: 'marriage' }), lan('08:15'))
      .then('service-unknown');
    given(served, withService('civil', { active: false }))
      .when(send('1', { service: 'civil' }), lan('08:15'))
      .then('service-unknown');
  });

  it('when the counter is not known, retired or closed, then it is refused', () => {
    given(served)
      .when(send('1', { counter: '9' }), lan('08:15'))
      .then('counter-unknown');
    given(served)
      .under(withCounter('2', { active: false }))
      .when(send('1', { counter: '2' }), lan('08:15'))
      .then('counter-unknown');
    given(served)
      .when(send('1', { counter: '3' }), lan('08:15'))
      .then('counter-closed');
  });

  it('given the daily limit of a service is reached, when a ticket is sent there, then it may: it has its number', () => {
    given([
      ...served,
      [take('e1', 'land'), kiosk('08:13')],
      [take('e2', 'land'), kiosk('08:13')],
      [take('e3', 'land'), kiosk('08:13')],
    ])
      .when(send('1', { service: 'land' }), lan('08:15'))
      .then([{ type: 'TicketTransferred', service: 'land' }]);
  });
});
