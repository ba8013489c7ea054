import type { Connection } from '../../ui/connection.ts';
import type { BodyInput, CounterView } from '../../wire/client.ts';
import type { DirectAction } from './actions.ts';

/** Asks the server for an action at a counter; `finish` gives what was recorded of the visit. */
export function callFor(
  action: DirectAction,
  connection: Connection,
  view: CounterView,
  finish: () => BodyInput<'finishVisit'>,
): Promise<unknown> {
  const params = { counter: view.id };
  switch (action) {
    case 'open':
      return connection.call('openCounter', { params });
    case 'close':
      return connection.call('closeCounter', { params });
    case 'resume':
      return connection.call('resumeCounter', { params });
    case 'next':
      return connection.call('callNext', { params });
    case 'recall':
      return connection.call('repeatCall', { params });
    case 'start':
      return connection.call('startService', { params });
    case 'finish':
      return connection.call('finishVisit', { params, body: finish() });
    case 'absent':
      return connection.call('markAbsent', { params });
    case 'park':
      return connection.call('parkTicket', { params });
    case 'reprint':
      return connection.call('reprintSlip', { params: { ticket: view.ticket?.id ?? '' } });
    default:
      return action satisfies never;
  }
}
