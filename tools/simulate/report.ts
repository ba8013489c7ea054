import type { Rules } from '../../core/rules.ts';
import { meanWait, meanWaitWith } from '../../core/simulate/erlang.ts';
import type { Scenario } from '../../core/simulate/scenario.ts';
import type { Ticket } from '../../core/ticket.ts';

const minute = 60_000;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number): number | string => (Number.isFinite(value) ? Math.round(value * 10) / 10 : '–');

/** What came out of some days, service by service, in minutes. */
export function outcomesOf(tickets: readonly Ticket[], rules: Rules): Record<string, string | number>[] {
  const rowOf = (name: string, own: readonly Ticket[]) => {
    const called = own.filter(({ lastCalledAt }) => lastCalledAt !== null);
    const waits = called.map(({ waitedMs }) => waitedMs / minute).sort((a, b) => a - b);
    const kept = called.filter(
      ({ quoted, waitedMs }) => quoted && waitedMs >= quoted.low * 1000 - 500 && waitedMs <= quoted.high * 1000 + 500,
    );
    return {
      service: name,
      visits: own.length,
      served: own.filter(({ status }) => status === 'done').length,
      absent: own.filter(({ status }) => status === 'absent').length,
      'gave up': own.filter(({ status }) => status === 'cancelled').length,
      overnight: own.filter(({ status }) => status === 'leftOvernight').length,
      'mean wait': round(mean(waits)),
      '90 % wait': round(waits[Math.floor(0.9 * waits.length)] ?? Number.NaN),
      'promises kept %': round((100 * kept.length) / called.filter(({ quoted }) => quoted !== null).length),
    };
  };
  const rows = rules.services.map(({ id, name }) =>
    rowOf(
      name.vi,
      tickets.filter((ticket) => ticket.service === id),
    ),
  );
  return [...rows, rowOf('Tất cả', tickets)];
}

/** What theory says of the same load if people came evenly and every counter took everybody in one line. */
export function theoryOf(scenario: Scenario): Record<string, string | number> {
  const { demand, arrivals, shifts } = scenario;
  const shares = demand.reduce((sum, { share }) => sum + share, 0);
  const visit =
    demand.reduce((sum, { share, meanMinutes }) => sum + share * meanMinutes, 0) / shares +
    (scenario.walkSeconds + scenario.betweenSeconds) / 60;
  const open = arrivals.reduce((sum, { from, to }) => sum + to - from, 0);
  const queue = { arrivalRate: scenario.visitsADay / open, serviceRate: 1 / visit, counters: shifts.length };
  return {
    counters: shifts.length,
    'visits an hour': round(queue.arrivalRate * 60),
    'minutes a visit': round(visit),
    'load %': round((100 * queue.arrivalRate * visit) / shifts.length),
    'Erlang C mean wait': round(meanWait(queue)),
    'as varied as these visits': round(meanWaitWith(queue, demand[0]?.variation ?? 1)),
  };
}
