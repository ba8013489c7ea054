import { counters } from './counters.ts';
import { hours } from './hours.ts';
import { ratings } from './ratings.ts';
import type { Report } from './report.ts';
import { services } from './services.ts';

/** Every report by its name in the API. */
export const reports = { services, counters, hours, ratings } satisfies Record<string, Report>;

export type ReportName = keyof typeof reports;
