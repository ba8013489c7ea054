import { defined, groupBy, mean, type Report, toSeconds } from './report.ts';

/** Per counter and clerk: visits that ended there, how long they took, how many dossiers. */
export const counters: Report = {
  columns: [
    { key: 'counter', unit: 'text' },
    { key: 'clerk', unit: 'text' },
    { key: 'served', unit: 'count' },
    { key: 'noShow', unit: 'count' },
    { key: 'dossiers', unit: 'count' },
    { key: 'meanService', unit: 'seconds' },
  ],
  rows: (visits) =>
    [...groupBy(visits, (visit) => (visit.counter === null ? null : JSON.stringify([visit.counter, visit.clerk])))]
      .map(([key, group]) => {
        const [counter, clerk] = JSON.parse(key) as [string, string | null];
        const served = group.filter((visit) => visit.status === 'done');
        return {
          counter,
          clerk,
          served: served.length,
          noShow: group.filter((visit) => visit.status === 'absent').length,
          dossiers: served.reduce((sum, visit) => sum + visit.dossiers, 0),
          meanService: toSeconds(mean(defined(served.map((visit) => visit.servedMs)))),
        };
      })
      .sort((a, b) => a.counter.localeCompare(b.counter, 'vi', { numeric: true })),
};
