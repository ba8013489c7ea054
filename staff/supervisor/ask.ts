import type { Connection } from '../../ui/connection.ts';
import type { AnswerOf, BodyInput, ReportName } from '../../wire/client.ts';

/** Asks for a report. A socket has no query string: the days travel where a command has its body. */
export function askReport(
  connection: Connection,
  name: ReportName,
  days: { readonly from: string; readonly to: string },
): Promise<AnswerOf<'report'>> {
  const query: object = days;
  return connection.call('report', { params: { name }, body: query as BodyInput<'report'> });
}

/** Where the same report lies as a table for spreadsheet programs. */
export const csvAddress = (name: ReportName, days: { readonly from: string; readonly to: string }): string =>
  `/api/reports/${name}?${new URLSearchParams({ from: days.from, to: days.to, format: 'csv' })}`;
