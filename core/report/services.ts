import type { Visit } from '../visit.ts';
import { defined, groupBy, mean, quantile, type Report, type Row, toSeconds } from './report.ts';

/** Per service: what came of its tickets and how long they waited. Wait = last call − join; service = end − start. */
export const services: Report = {
  columns: [
    { key: 'service', unit: 'text' },
    { key: 'issued', unit: 'count' },
    { key: 'served', unit: 'count' },
    { key: 'noShow', unit: 'count' },
    { key: 'cancelled', unit: 'count' },
    { key: 'leftOvernight', unit: 'count' },
    { key: 'meanWait', unit: 'seconds' },
    { key: 'medianWait', unit: 'seconds' },
    { key: 'p90Wait', unit: 'seconds' },
    { key: 'maxWait', unit: 'seconds' },
    { key: 'meanService', unit: 'seconds' },
  ],
  rows: (visits) =>
    [...groupBy(visits, (visit) => visit.service)].map(([service, group]) => ({ service, ...figures(group) })),
};

const count = (visits: readonly Visit[], status: Visit['status']): number =>
  visits.filter((visit) => visit.status === status).length;

function figures(visits: readonly Visit[]): Row {
  const waits = defined(visits.map((visit) => visit.waitedMs));
  const served = visits.filter((visit) => visit.status === 'done');
  return {
    issued: visits.length,
    served: served.length,
    noShow: count(visits, 'absent'),
    cancelled: count(visits, 'cancelled'),
    leftOvernight: count(visits, 'leftOvernight'),
    meanWait: toSeconds(mean(waits)),
    medianWait: toSeconds(quantile(waits, 0.5)),
    p90Wait: toSeconds(quantile(waits, 0.9)),
    maxWait: toSeconds(quantile(waits, 1)),
    meanService: toSeconds(mean(defined(served.map((visit) => visit.servedMs)))),
  };
}
