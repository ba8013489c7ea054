import { describe, expect, it } from 'vitest';
import { vi } from '../../lang/vi.ts';
import { timeFrom } from '../../staff/admin/hours.ts';
import { columnHeading, markNames, meanMark, percent, rangeOf, reportFigure } from '../../staff/supervisor/figures.ts';

describe('figures as people read them', () => {
  it('given nothing to count from, when a share or a mean is asked, then it is unknown, not 0', () => {
    expect(percent(0, 0, 'vi')).toBe('–');
    expect(meanMark([0, 0, 0, 0])).toBeNull();
    expect(reportFigure(null, 'count', 'vi')).toBe('–');
    expect(reportFigure(0, 'count', 'vi')).toBe('0');
  });

  it('given figures, when they are written, then units are those of the heading and decimals those of the language', () => {
    expect(reportFigure(384, 'seconds', 'vi')).toBe('6,4');
    expect(reportFigure(384, 'seconds', 'en')).toBe('6.4');
    expect(reportFigure(0.125, 'share', 'vi')).toBe('13');
    expect(reportFigure(3.5, 'score', 'en')).toBe('3.50');
    expect(columnHeading({ key: 'meanWait', unit: 'seconds' }, vi.supervisor)).toBe('Chờ trung bình (phút)');
    expect(columnHeading({ key: 'response', unit: 'share' }, vi.supervisor)).toBe('Tỷ lệ đánh giá (%)');
    expect(columnHeading({ key: 'later', unit: 'count' }, vi.supervisor)).toBe('later');
  });

  it('given marks, when they are averaged and named, then the worst is 1 and each has a name', () => {
    expect(meanMark([1, 0, 0, 3])).toBe(3.25);
    for (const levels of [3, 4, 5]) expect(markNames(levels, vi.supervisor)).toHaveLength(levels);
  });

  it('given a day, when a range is chosen, then it ends there, also across months and years', () => {
    expect(rangeOf('week', '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
    expect(rangeOf('month', '2026-03-02')).toEqual({ from: '2026-03-01', to: '2026-03-02' });
    expect(rangeOf('lastMonth', '2026-03-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(rangeOf('lastMonth', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });
});

describe('times as people type them', () => {
  it('given 7:30 in any of its ways, when it is read, then it is 07:30; what is no time stays to be refused', () => {
    for (const typed of ['7:30', '07:30', '730', '0730', '7h30', '7.30', ' 7:30 '])
      expect(timeFrom(typed)).toBe('07:30');
    expect(timeFrom('7')).toBe('07:00');
    expect(timeFrom('7h')).toBe('07:00');
    expect(timeFrom('24:00')).toBe('24:00');
    expect(timeFrom('sáng')).toBe('sáng');
  });
});
