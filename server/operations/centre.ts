import { type ReportName, reports } from '../../core/report/index.ts';
import { serviceViews } from '../../core/view/kiosk.ts';
import { Refusal } from '../problem.ts';
import { command, type Handler, ok } from './operation.ts';
import { boardOf, centreView, supervisorViewOf } from './views.ts';

export const health: Handler<'health'> = async (context) => {
  context.store.lastDay(); // throws when the store does not answer
  return ok({ status: 'ok', version: context.version, day: context.centre.now().day.day });
};

export const centre: Handler<'centre'> = async (context) => ok({ ...centreView(context) });

export const services: Handler<'services'> = async (context) => {
  const { day, rules, at, waits } = context.centre.now();
  return ok(serviceViews(day, rules, at, waits));
};

export const board: Handler<'board'> = async (context) => ok(boardOf(context.centre.now()));

export const supervisor: Handler<'supervisor'> = async (context) => ok(supervisorViewOf(context, context.centre.now()));

export const closeDay: Handler<'closeDay'> = async (context, { principal, body }) =>
  ok(
    (
      await command(context, principal, { type: 'CloseDay' }, body.requestId, (moment) =>
        supervisorViewOf(context, moment),
      )
    ).value,
  );

/** Longer spans would hold up everybody while they are counted. */
const longestReportMs = 366 * 86_400_000;

export const report: Handler<'report'> = async (context, { params, query }) => {
  const name = params.name ?? '';
  if (!Object.hasOwn(reports, name)) {
    throw new Refusal('not-found', { detail: `no report ${name}; there are ${Object.keys(reports).join(', ')}` });
  }
  if (query.from > query.to)
    throw new Refusal('invalid-input', { fields: [{ path: 'to', message: 'lies before from' }] });
  if (Date.parse(query.to) - Date.parse(query.from) > longestReportMs)
    throw new Refusal('invalid-input', { fields: [{ path: 'from', message: 'a report spans a year at most' }] });
  const found = reports[name as ReportName];
  const rows = found.rows(context.store.visits(query.from, query.to), context.settings.rules.timeZone);
  return ok({
    name,
    from: query.from,
    to: query.to,
    columns: [...found.columns],
    rows: rows.map((row) => ({ ...row })),
  });
};

export const events: Handler<'events'> = async (context, { query }) =>
  ok(
    context.store
      .eventsAfter(query.after, query.limit)
      .map(({ seq, day, event }) => ({ seq, day, event: { ...event } })),
  );

export const audit: Handler<'audit'> = async (context, { query }) =>
  ok(context.store.auditBefore(query.before ?? Number.MAX_SAFE_INTEGER, query.limit));
