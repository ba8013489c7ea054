import { describe, expect, it } from 'vitest';
import { DayWatch, isOfEarlierDay } from '../../display/freshness.ts';
import { pageAt, turnAt } from '../../display/paging.ts';
import { noon } from './calls.ts';

const minute = 60_000;
const hour = 60 * minute;
const arrivals = { boardAt: noon, dayChangedAt: null, now: noon, timeZone: 'Asia/Ho_Chi_Minh' };

describe('a board of an earlier day', () => {
  it('given a board of today, is shown, however old it is', () => {
    expect(isOfEarlierDay({ ...arrivals, now: noon + 11 * hour })).toBe(false);
  });

  it('given a server that stayed away past midnight at the centre, is not shown', () => {
    expect(isOfEarlierDay({ ...arrivals, now: noon + 12 * hour + minute })).toBe(true);
  });

  it('given a working day that changes at another hour, goes when the centre says so', () => {
    const dayChangedAt = noon + 4 * hour;
    expect(isOfEarlierDay({ ...arrivals, dayChangedAt, now: dayChangedAt })).toBe(true);
    expect(isOfEarlierDay({ ...arrivals, dayChangedAt, boardAt: dayChangedAt + 10, now: dayChangedAt + 20 })).toBe(
      false,
    );
  });

  it('given views of one reconnection, the one that came first is not taken for yesterday', () => {
    expect(isOfEarlierDay({ ...arrivals, dayChangedAt: noon + 40, now: noon + 50 })).toBe(false);
  });

  it('learns of a new day from the second view on', () => {
    const days = new DayWatch();
    days.see('2026-03-02', noon);
    expect(days.changedAt).toBeNull();
    days.see('2026-03-02', noon + 1);
    expect(days.changedAt).toBeNull();
    days.see('2026-03-03', noon + 2);
    expect(days.changedAt).toBe(noon + 2);
  });
});

describe('long lists take turns', () => {
  const seven = [1, 2, 3, 4, 5, 6, 7];

  it('given a list that fits, it stands still', () => {
    expect(pageAt(seven, 7, 12)).toEqual({ items: seven, index: 0, count: 1 });
  });

  it('given a longer one, every entry has its turn, in even parts', () => {
    const parts = [0, 1].map((turn) => pageAt(seven, 6, turn).items);
    expect(parts).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7],
    ]);
  });

  it('given time, the turns go on', () => {
    expect(turnAt(noon + 8000)).toBe(turnAt(noon) + 1);
  });

  it('given nothing, there is one empty part', () => {
    expect(pageAt([], 6, 0)).toEqual({ items: [], index: 0, count: 1 });
  });
});
