import type { Command } from '../../core/command.ts';
import type { AnswerOf } from '../../wire/operations.ts';
import type { Context } from '../context.ts';
import { type Principal, seesCounter } from '../people/principal.ts';
import { Refusal } from '../problem.ts';
import { command, type Handler, ok, type Result } from './operation.ts';
import { counterViewOf } from './views.ts';

export const counter: Handler<'counter'> = async (context, { principal, params }) => {
  const id = params.counter ?? '';
  const view = counterViewOf(context.centre.now(), id);
  if (!seesCounter(principal, id)) throw new Refusal('not-yours');
  return ok(view);
};

type CounterOperation =
  | 'openCounter'
  | 'closeCounter'
  | 'pauseCounter'
  | 'resumeCounter'
  | 'callNext'
  | 'callTicket'
  | 'repeatCall'
  | 'startService'
  | 'finishVisit'
  | 'markAbsent'
  | 'parkTicket'
  | 'transferTicket';

async function give(
  context: Context,
  principal: Principal,
  given: Command & { counter: string },
  requestId: string | undefined,
): Promise<Result<AnswerOf<'counter'>>> {
  return ok(
    (await command(context, principal, given, requestId, (moment) => counterViewOf(moment, given.counter))).value,
  );
}

/** A command that says nothing but which counter. */
const plain =
  <N extends CounterOperation>(
    type:
      | 'OpenCounter'
      | 'CloseCounter'
      | 'ResumeCounter'
      | 'CallNext'
      | 'RepeatCall'
      | 'StartService'
      | 'MarkAbsent'
      | 'ParkTicket',
  ): Handler<N> =>
  (context, { principal, params, body }) =>
    give(
      context,
      principal,
      { type, counter: params.counter ?? '' },
      (body as { requestId?: string }).requestId,
    ) as Promise<Result<AnswerOf<N>>>;

export const openCounter = plain<'openCounter'>('OpenCounter');
export const closeCounter = plain<'closeCounter'>('CloseCounter');
export const resumeCounter = plain<'resumeCounter'>('ResumeCounter');
export const callNext = plain<'callNext'>('CallNext');
export const repeatCall = plain<'repeatCall'>('RepeatCall');
export const startService = plain<'startService'>('StartService');
export const markAbsent = plain<'markAbsent'>('MarkAbsent');
export const parkTicket = plain<'parkTicket'>('ParkTicket');

export const pauseCounter: Handler<'pauseCounter'> = (context, { principal, params, body }) =>
  give(
    context,
    principal,
    { type: 'PauseCounter', counter: params.counter ?? '', reason: body.reason },
    body.requestId,
  );

export const callTicket: Handler<'callTicket'> = (context, { principal, params, body }) =>
  give(context, principal, { type: 'CallTicket', counter: params.counter ?? '', ticket: body.ticket }, body.requestId);

export const finishVisit: Handler<'finishVisit'> = (context, { principal, params, body }) => {
  const { outcome, procedures, dossiers, requestId } = body;
  const given = {
    type: 'FinishVisit',
    counter: params.counter ?? '',
    outcome: outcome ?? null,
    procedures,
    dossiers,
  } as const;
  return give(context, principal, given, requestId);
};

export const transferTicket: Handler<'transferTicket'> = (context, { principal, params, body }) => {
  const { ticket, service, counter: target, place, requestId } = body;
  if ((service === undefined) === (target === undefined)) {
    const message = 'say either the service or the counter to send it to';
    throw new Refusal('invalid-input', { fields: [{ path: service === undefined ? 'service' : 'counter', message }] });
  }
  const to = service !== undefined ? { service } : { counter: target ?? '' };
  const given = { type: 'TransferTicket', counter: params.counter ?? '', ticket: ticket ?? null, to, place } as const;
  return give(context, principal, given, requestId);
};
