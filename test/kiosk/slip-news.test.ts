import { describe, expect, it } from 'vitest';
import { slipLateMs, slipNews } from '../../kiosk/slip-news.ts';

const taken = Date.parse('2026-03-02T09:00:00+07:00');

describe('what the kiosk says of the slip', () => {
  it('given a printer, says that it prints, and that it is late after a while', () => {
    expect(slipNews(undefined, taken, taken + 1000, true)).toBe('printing');
    expect(slipNews(undefined, taken, taken + slipLateMs + 1, true)).toBe('late');
  });

  it('given no printer, promises no paper, however long it takes', () => {
    expect(slipNews(undefined, taken, taken, false)).toBe('none');
    expect(slipNews(undefined, taken, taken + slipLateMs + 1, false)).toBe('none');
  });
});
