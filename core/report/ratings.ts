import type { Visit } from '../visit.ts';
import { defined, groupBy, mean, type Report, type Row } from './report.ts';

/** Marks are shown for groups of at least so many, so that nobody can be made out. */
export const smallestGroup = 5;

/** Per service: how many rated of how many visits, and how. Silence is never satisfaction: it only lowers the response. */
export const ratings: Report = {
  columns: [
    { key: 'service', unit: 'text' },
    { key: 'served', unit: 'count' },
    { key: 'rated', unit: 'count' },
    { key: 'response', unit: 'share' },
    { key: 'meanScore', unit: 'score' },
    { key: 'score1', unit: 'count' },
    { key: 'score2', unit: 'count' },
    { key: 'score3', unit: 'count' },
    { key: 'score4', unit: 'count' },
    { key: 'score5', unit: 'count' },
  ],
  rows: (visits) =>
    [...groupBy(visits, (visit) => visit.service)].map(([service, group]) => ({ service, ...figures(group) })),
};

function figures(visits: readonly Visit[]): Row {
  const served = visits.filter((visit) => visit.status === 'done');
  const scores = defined(served.map((visit) => visit.score));
  const shown = scores.length >= smallestGroup;
  const count = (score: number) => (shown ? scores.filter((other) => other === score).length : null);
  return {
    served: served.length,
    rated: scores.length,
    response: served.length === 0 ? null : scores.length / served.length,
    meanScore: shown ? mean(scores) : null,
    score1: count(1),
    score2: count(2),
    score3: count(3),
    score4: count(4),
    score5: count(5),
  };
}
