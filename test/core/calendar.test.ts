import { describe, expect, it } from 'vitest';
import { isWithin, localTime, nextOpeningToday } from '../../core/calendar.ts';
import { always, centre, saturday } from '../support/centre.ts';
import { clock } from '../support/given.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe('local time', () => {
  it.each([
    ['2026-03-02T00:00:00Z', zone, { date: '2026-03-02', minute: 420, weekday: 1 }],
    ['2026-03-01T17:00:00Z', zone, { date: '2026-03-02', minute: 0, weekday: 1 }],
    ['2026-03-01T16:59:59.999Z', zone, { date: '2026-03-01', minute: 1439, weekday: 0 }],
    ['2026-03-29T00:59:59Z', 'Europe/Kyiv', { date: '2026-03-29', minute: 179, weekday: 0 }],
    ['2026-03-29T01:00:00Z', 'Europe/Kyiv', { date: '2026-03-29', minute: 240, weekday: 0 }],
    ['2026-10-25T00:30:00Z', 'Europe/Kyiv', { date: '2026-10-25', minute: 210, weekday: 0 }],
    ['2026-10-25T01:30:00Z', 'Europe/Kyiv', { date: '2026-10-25', minute: 210, weekday: 0 }],
    ['2026-03-02T00:00:00Z', 'America/New_York', { date: '2026-03-01', minute: 1140, weekday: 0 }],
  ])('at %s in %s', (instant, timeZone, expected) => {
    expect(localTime(Date.parse(instant), timeZone)).toEqual(expected);
  });

  it('when the zone is not known, then it says so', () => {
    expect(() => localTime(0, 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('hours', () => {
  const { takingHours } = centre();

  it.each([
    ['06:59', false],
    ['07:00', true],
    ['10:59', true],
    ['11:00', false],
    ['13:00', true],
    ['16:29', true],
    ['16:30', false],
  ])('at %s on a Monday: %s', (time, within) => {
    expect(isWithin(takingHours, clock(time), zone)).toBe(within);
  });

  it('on a Saturday never', () => {
    expect(isWithin(takingHours, clock('08:00', saturday), zone)).toBe(false);
  });

  it('given hours around the clock, then the first and the last minute count', () => {
    expect(isWithin(always, clock('00:00'), zone)).toBe(true);
    expect(isWithin(always, clock('23:59'), zone)).toBe(true);
  });

  it.each([
    ['05:00', 420],
    ['07:00', 780],
    ['12:59', 780],
    ['13:00', null],
    ['18:00', null],
  ])('at %s they begin next at minute %s', (time, expected) => {
    expect(nextOpeningToday(takingHours, clock(time), zone)).toBe(expected);
  });

  it('on a Saturday they do not begin', () => {
    expect(nextOpeningToday(takingHours, clock('05:00', saturday), zone)).toBeNull();
  });
});
