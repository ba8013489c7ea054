import type { Visit } from '../visit.ts';

/** What a column holds; screens and CSV show each unit in its own way. */
export interface Column {
  readonly key: string;
  readonly unit: 'text' | 'count' | 'seconds' | 'share' | 'score';
}

/** A figure that is not known is null, never 0. */
export type Row = Readonly<Record<string, string | number | null>>;

/** One report: what it shows of a list of visits. Each lives in a file of its own in core/report/. */
export interface Report {
  readonly columns: readonly Column[];
  rows(visits: readonly Visit[], timeZone: string): Row[];
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The smallest value that at least `share` of all values do not exceed (nearest rank), or null without values. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

export const toSeconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));

export const defined = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** Visits by a key, in order of first appearance; those without the key are left out. */
export function groupBy<K>(visits: readonly Visit[], keyOf: (visit: Visit) => K | null): Map<K, Visit[]> {
  const groups = new Map<K, Visit[]>();
  for (const visit of visits) {
    const key = keyOf(visit);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(visit);
    else groups.set(key, [visit]);
  }
  return groups;
}
