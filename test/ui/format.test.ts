import { describe, expect, it } from 'vitest';
import { en } from '../../lang/en.ts';
import { vi } from '../../lang/vi.ts';
import { clock, localDate, span, stopwatch, textOf, waitText } from '../../ui/format.ts';
import { pixelsPerMillimetre } from '../../ui/scale.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
/** 08:05 on Monday, 23 November 2026 in Vietnam. */
const morning = Date.UTC(2026, 10, 23, 1, 5, 9);
const wait = (low: number, high: number) => ({ low, expected: (low + high) / 2, high });

describe('an expected wait, as people say it', () => {
  it.each([
    [0, 0, 'dưới 1 phút'],
    [10, 59, 'dưới 1 phút'],
    [0, 60, 'dưới 1 phút'],
    [60, 60, 'khoảng 1 phút'],
    [100, 200, 'khoảng 2–3 phút'],
    [0, 300, 'dưới 5 phút'],
    [80, 1500, 'dưới 25 phút'],
    [7 * 60, 13 * 60, 'khoảng 7–15 phút'],
    [11 * 60, 12 * 60, 'khoảng 10 phút'],
    [18 * 60, 32 * 60, 'khoảng 20–30 phút'],
    [52 * 60, 88 * 60, 'khoảng 50–90 phút'],
  ])('given %i to %i seconds, then "%s"', (low, high, expected) => {
    expect(waitText(wait(low, high), vi)).toBe(expected);
  });

  it('given no forecast, then says that there is none', () => {
    expect(waitText(null, vi)).toBe('chưa dự kiến được');
    expect(waitText(null, en)).toBe('not known yet');
  });
});

describe('lengths of time', () => {
  it.each([
    [-5, '0 giây', '0 seconds'],
    [1_000, '1 giây', '1 second'],
    [59_999, '59 giây', '59 seconds'],
    [60_000, '1 phút', '1 minute'],
    [3_599_000, '59 phút', '59 minutes'],
    [3_600_000, '1 giờ', '1 hour'],
    [3_900_000, '1 giờ 5 phút', '1 hour 5 minutes'],
  ])('given %i ms, then "%s" and "%s"', (ms, vietnamese, english) => {
    expect(span(ms, vi)).toBe(vietnamese);
    expect(span(ms, en)).toBe(english);
  });

  it.each([
    [-1, '00:00'],
    [205_000, '03:25'],
    [3_661_000, '1:01:01'],
  ])('given a timer at %i ms, then %s', (ms, expected) => {
    expect(stopwatch(ms)).toBe(expected);
  });
});

describe('moments at the centre', () => {
  it('given a moment, then the time there, whatever zone the device is in', () => {
    expect(clock(morning, hanoi)).toBe('08:05');
    expect(clock(morning, 'UTC')).toBe('01:05');
    expect(clock(Date.UTC(2026, 10, 22, 17, 0), hanoi)).toBe('00:00');
  });

  it('given a moment, then the date as people write it', () => {
    expect(localDate(morning, hanoi, 'vi')).toBe('thứ Hai, 23/11/2026');
    expect(localDate(morning, hanoi, 'en')).toBe('Monday, 23 November 2026');
  });

  it('given a text of the settings, then the one of the language', () => {
    expect(textOf({ vi: 'Hộ tịch', en: 'Civil status' }, 'en')).toBe('Civil status');
  });
});

describe('the size of a screen', () => {
  it.each([
    [21.5, 1920, 1080, 81],
    [21.5, 1080, 1920, 81],
    [15.6, 1920, 1080, 111],
  ])('given %d inches and %i × %i, then 20 mm are %i px', (inches, width, height, expected) => {
    expect(Math.round(20 * pixelsPerMillimetre(inches, width, height))).toBe(expected);
  });
});
