import { localTime } from '../calendar.ts';
import { defined, groupBy, mean, type Report, toSeconds } from './report.ts';

/** Per hour in which tickets were taken: how many came and how long they waited. */
export const hours: Report = {
  columns: [
    { key: 'hour', unit: 'text' },
    { key: 'issued', unit: 'count' },
    { key: 'called', unit: 'count' },
    { key: 'meanWait', unit: 'seconds' },
  ],
  rows: (visits, timeZone) =>
    [...groupBy(visits, (visit) => Math.floor(localTime(visit.issuedAt, timeZone).minute / 60))]
      .sort(([a], [b]) => a - b)
      .map(([hour, group]) => ({
        hour: `${String(hour).padStart(2, '0')}:00`,
        issued: group.length,
        called: group.filter((visit) => visit.calledAt !== null).length,
        meanWait: toSeconds(mean(defined(group.map((visit) => visit.waitedMs)))),
      })),
};
