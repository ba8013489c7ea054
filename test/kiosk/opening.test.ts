import { describe, expect, it } from 'vitest';
import { openingOf, wallHours } from '../../kiosk/opening.ts';
import type { KioskView, ServiceView } from '../../wire/client.ts';

const service = (closedBecause: ServiceView['closedBecause']): ServiceView => ({
  id: 'chung-thuc',
  prefix: 'A',
  name: { vi: 'Chứng thực', en: 'Certification' },
  waiting: 0,
  open: closedBecause === null,
  closedBecause,
  openCounters: 1,
  expectedWait: null,
});

const view = (opensAtMinute: number | null, ...reasons: ServiceView['closedBecause'][]): KioskView => ({
  services: reasons.map(service),
  priorities: [],
  opensAtMinute,
  servingToday: [],
});

describe('whether numbers can be taken', () => {
  it('given one open service among full ones, then numbers can be taken', () => {
    expect(openingOf(view(null, 'daily-limit', null))).toEqual({ state: 'open' });
  });
  it('given the hours begin later today, then it says when', () => {
    expect(openingOf(view(450, 'hours', 'hours'))).toEqual({ state: 'opens-at', minute: 450 });
  });
  it('given the hours are over, then it is closed', () => {
    expect(openingOf(view(null, 'hours'))).toEqual({ state: 'closed' });
  });
  it('given the day was closed early, then it does not promise the afternoon', () => {
    expect(openingOf(view(810, 'day-closed'))).toEqual({ state: 'closed' });
  });
  it('given all numbers of the day are taken, then it says so', () => {
    expect(openingOf(view(null, 'daily-limit', 'daily-limit'))).toEqual({ state: 'full' });
  });
});

it('given two windows, when the hours are written, then as people write them', () => {
  expect(
    wallHours([
      { from: 450, to: 690 },
      { from: 810, to: 1020 },
    ]),
  ).toBe('07:30–11:30, 13:30–17:00');
});
