import { randomBytes } from 'node:crypto';
import type { Command } from '../../core/command.ts';
import type { TicketReceipt } from '../../wire/client.ts';
import type { Moment } from '../centre.ts';
import type { Context } from '../context.ts';
import type { Principal } from '../people/principal.ts';
import { command, type Handler, ok } from './operation.ts';
import { ticketViewOf } from './views.ts';

/** 96 random bits: short enough for a QR code that an old phone reads, far too many to guess. */
const newTicketId = (): string => randomBytes(12).toString('base64url');

function receiptOf(moment: Moment, id: string): TicketReceipt {
  const view = ticketViewOf(moment, id);
  return {
    id,
    number: view.number,
    service: view.service,
    issuedAt: view.issuedAt,
    ahead: view.ahead ?? 0,
    expectedWait: view.expectedWait,
  };
}

export const takeTicket: Handler<'takeTicket'> = async (context, { principal, body }) => {
  const ticket = newTicketId();
  const { service, priority, language, requestId } = body;
  const given = { type: 'TakeTicket', ticket, service, priority: priority ?? null, language } as const;
  const { value, repeated } = await command(context, principal, given, requestId, (moment) =>
    receiptOf(moment, ticket),
  );
  return { status: repeated ? 200 : 201, body: value };
};

export const ticket: Handler<'ticket'> = async (context, { params }) =>
  ok(ticketViewOf(context.centre.now(), params.ticket ?? ''));

const aboutTicket = async (
  context: Context,
  principal: Principal,
  given: Command & { ticket: string },
  requestId: string | undefined,
) => ok((await command(context, principal, given, requestId, (moment) => ticketViewOf(moment, given.ticket))).value);

export const rateVisit: Handler<'rateVisit'> = (context, { principal, params, body }) => {
  const { score, reasons, comment, requestId } = body;
  const given = { type: 'RateVisit', ticket: params.ticket ?? '', score, reasons, comment: comment || null } as const;
  return aboutTicket(context, principal, given, requestId);
};

export const returnTicket: Handler<'returnTicket'> = (context, { principal, params, body }) =>
  aboutTicket(context, principal, { type: 'ReturnTicket', ticket: params.ticket ?? '' }, body.requestId);

export const cancelTicket: Handler<'cancelTicket'> = (context, { principal, params, body }) =>
  aboutTicket(context, principal, { type: 'CancelTicket', ticket: params.ticket ?? '' }, body.requestId);

export const reprintSlip: Handler<'reprintSlip'> = (context, { principal, params, body }) =>
  aboutTicket(context, principal, { type: 'ReprintSlip', ticket: params.ticket ?? '' }, body.requestId);
