import { describe, expect, it } from 'vitest';
import { forecast } from '../../core/estimate.ts';
import type { Event } from '../../core/event.ts';
import { ticketNumber } from '../../core/ticket.ts';
import { always, centre, saturday, today, tomorrow, withService } from '../support/centre.ts';
import { chief, clock, given, givenFromNothing, kiosk, lan, open, openDay, system, take } from '../support/given.ts';

/** The day after `sequence` numbers of a service were taken. */
const taken = (service: string, sequence: number): Event => ({
  type: 'TicketTaken',
  at: clock('07:00'),
  by: 'device:kiosk',
  ticket: `earlier-${sequence}`,
  service,
  sequence,
  number: `earlier-${sequence}`,
  priority: null,
  language: 'vi',
  quoted: null,
});

describe('taking a number', () => {
  it('given an opened day, when the first number of a service is taken, then it is A001', () => {
    given([])
      .when(take('t1', 'certify', 'elderly', 'en'), kiosk('08:00'))
      .then([
        {
          type: 'TicketTaken',
          ticket: 't1',
          service: 'certify',
          sequence: 1,
          number: 'A001',
          priority: 'elderly',
          language: 'en',
        },
      ]);
  });

  it('given one number, when the next is taken, then it goes on by one, and every service counts for itself', () => {
    const one = given([[take('t1', 'certify'), kiosk('08:00')]]);
    one.when(take('t2', 'certify'), kiosk('08:01')).then([{ type: 'TicketTaken', number: 'A002', sequence: 2 }]);
    one.when(take('t2', 'civil'), kiosk('08:01')).then([{ type: 'TicketTaken', number: 'C001', sequence: 1 }]);
  });

  it.each([
    [1, 'A001'],
    [10, 'A010'],
    [999, 'A999'],
    [1000, 'A1000'],
    [9999, 'A9999'],
  ])('the %ith number is %s', (sequence, number) => {
    expect(ticketNumber('A', sequence)).toBe(number);
  });

  it('given A999 was taken, when one more is taken, then it is A1000', () => {
    given([taken('certify', 999)])
      .when(take('t1', 'certify'), kiosk('08:00'))
      .then([{ type: 'TicketTaken', number: 'A1000', sequence: 1000 }]);
  });

  it('given an open counter, when a number is taken, then the wait that is promised stands in the event', () => {
    const before = given([
      [open('1'), lan('07:30')],
      [take('t1', 'certify'), kiosk('08:00')],
    ]);
    const answer = before.when(take('t2', 'certify'), kiosk('08:00'));
    const { quoted } = answer.ticket('t2');
    expect(quoted?.expected).toBeGreaterThan(5 * 60);
    expect(quoted?.expected).toBeLessThan(7 * 60);
    // What is promised is what screens show to everybody.
    expect(forecast(answer.day, before.rules, clock('08:00')).byTicket.get('t2')).toEqual(quoted);
  });

  it('given no open counter, when a number is taken, then no wait is promised', () => {
    given([])
      .when(take('t1', 'certify'), kiosk('08:00'))
      .then([{ type: 'TicketTaken', quoted: null }]);
  });

  it('given a daily limit of three, when the fourth is taken, then it is refused, and other services still give numbers', () => {
    const full = given([
      [take('t1', 'land'), kiosk('08:00')],
      [take('t2', 'land'), kiosk('08:00')],
      [take('t3', 'land'), kiosk('08:00')],
    ]);
    full.when(take('t4', 'land'), kiosk('08:01')).then('daily-limit');
    full.when(take('t4', 'civil'), kiosk('08:01')).then([{ type: 'TicketTaken', number: 'C001' }]);
  });

  it('given a full day, when the next day opens, then numbers begin at 1 again', () => {
    given([
      [take('t1', 'land'), kiosk('08:00')],
      [take('t2', 'land'), kiosk('08:00')],
      [take('t3', 'land'), kiosk('08:00')],
      [{ type: 'CloseDay' }, system('23:59')],
      [openDay, system('00:00', tomorrow)],
    ])
      .when(take('t4', 'land'), kiosk('08:00', tomorrow))
      .then([{ type: 'TicketTaken', number: 'E001', sequence: 1 }]);
  });

  it.each([
    ['06:59', today, 'service-closed'],
    ['07:00', today, null],
    ['10:59', today, null],
    ['11:00', today, 'service-closed'],
    // Counters still serve until 11:30: taking has hours of its own.
    ['11:15', today, 'service-closed'],
    ['12:59', today, 'service-closed'],
    ['13:00', today, null],
    ['16:30', today, 'service-closed'],
    ['08:00', saturday, 'service-closed'],
  ] as const)('at %s on %s a number is refused with %s', (time, date, code) => {
    givenFromNothing([[openDay, system('00:00', date)]])
      .when(take('t1', 'certify'), kiosk(time, date))
      .then(code ?? [{ type: 'TicketTaken', number: 'A001' }]);
  });

  it('given counters served before the hours of taking ended, when nobody may take, then a counter may still open', () => {
    given([])
      .when(open('1'), lan('11:15'))
      .then([{ type: 'CounterOpened', counter: '1', clerk: 'lan' }]);
  });

  it('given the day changes at four, when a number is taken at one at night, then it continues the evening', () => {
    const rules = centre({ dayChangeMinute: 240, takingHours: always });
    const evening = given([[take('t1', 'certify'), kiosk('23:30')]], rules);
    evening.when(openDay, system('03:59', tomorrow)).then([]);
    evening.when(take('t2', 'certify'), kiosk('01:00', tomorrow)).then([{ type: 'TicketTaken', number: 'A002' }]);
    givenFromNothing(
      [
        [openDay, system('06:00')],
        [take('t1', 'certify'), kiosk('23:30')],
        [{ type: 'CloseDay' }, system('04:00', tomorrow)],
        [openDay, system('04:00', tomorrow)],
      ],
      rules,
    )
      .when(take('t3', 'certify'), kiosk('04:00', tomorrow))
      .then([{ type: 'TicketTaken', number: 'A001' }]);
  });

  it('when the service is not known, then it is refused', () => {
    given([]).when(take('t1', 'marriage'), kiosk('08:00')).then('service-unknown');
  });

  it('when the service was retired, then it is refused', () => {
    given([], withService('certify', { active: false }))
      .when(take('t1', 'certify'), kiosk('08:00'))
      .then('service-closed');
  });

  it('when the priority is not known, then it is refused', () => {
    given([])
      .when(take('t1', 'certify', 'in-a-hurry'), kiosk('08:00'))
      .then('priority-unknown');
  });

  it('given a ticket, when another would have the same id, then it is refused', () => {
    given([[take('t1', 'certify'), kiosk('08:00')]])
      .when(take('t1', 'civil'), kiosk('08:01'))
      .then('ticket-exists');
  });

  it('given no day was opened, when a number is taken, then it is refused', () => {
    givenFromNothing([]).when(take('t1', 'certify'), kiosk('08:00')).then('day-closed');
  });

  it('given a ticket, when it was just taken, then it waits where it joined and wants its slip', () => {
    const { day } = given([[open('1'), chief('07:30')]]).when(take('t1', 'certify'), kiosk('08:00'));
    expect(day.tickets.get('t1')).toMatchObject({
      status: 'waiting',
      issuedAt: clock('08:00'),
      joinedAt: clock('08:00'),
      queuedAt: clock('08:00'),
      reservedFor: null,
      firstSince: null,
      slip: { copy: 1, state: 'wanted', cause: null },
    });
  });
});
