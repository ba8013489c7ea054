import { mayHandle } from './authority.ts';
import { isWithin } from './calendar.ts';
import type { CommandMeta, CommandOf } from './command.ts';
import type { Day } from './day.ts';
import { type Decision, stampOf } from './decision.ts';
import { waitOf } from './estimate.ts';
import type { EventOf } from './event.ts';
import { evolve } from './evolve.ts';
import { reject } from './rejection.ts';
import { type Rules, serviceOf } from './rules.ts';
import { ticketNumber } from './ticket.ts';

export function takeTicket(day: Day, command: CommandOf<'TakeTicket'>, meta: CommandMeta, rules: Rules): Decision {
  const service = serviceOf(rules, command.service);
  if (!service) return reject('service-unknown');
  if (!service.active || !isWithin(rules.takingHours, meta.at, rules.timeZone)) return reject('service-closed');
  if (command.priority !== null && !rules.priorities.some((kind) => kind.id === command.priority)) {
    return reject('priority-unknown');
  }
  if (day.tickets.has(command.ticket)) return reject('ticket-exists');
  const sequence = (day.issued[service.id] ?? 0) + 1;
  if (service.dailyLimit !== null && sequence > service.dailyLimit) return reject('daily-limit');
  const taken: EventOf<'TicketTaken'> = {
    type: 'TicketTaken',
    ...stampOf(meta),
    ticket: command.ticket,
    service: service.id,
    sequence,
    number: ticketNumber(service.prefix, sequence),
    priority: command.priority,
    language: command.language,
    quoted: null,
  };
  const quoted = waitOf(evolve(day, taken), rules, meta.at, command.ticket);
  return [{ ...taken, quoted }];
}

/** An absent or parked ticket goes back into its line, at its old place. */
export function returnTicket(day: Day, id: string, meta: CommandMeta, rules: Rules): Decision {
  const ticket = day.tickets.get(id);
  if (!ticket) return reject('ticket-unknown');
  if (!mayHandle(meta.actor, ticket, rules)) return reject('not-yours');
  if (ticket.status === 'parked') return [{ type: 'TicketUnparked', ...stampOf(meta), ticket: id }];
  if (ticket.status !== 'absent') return reject('not-absent');
  if (meta.at - ticket.since > rules.absentGraceMinutes * 60_000) return reject('grace-over');
  return [{ type: 'TicketReturned', ...stampOf(meta), ticket: id }];
}

export function cancelTicket(day: Day, command: CommandOf<'CancelTicket'>, meta: CommandMeta, rules: Rules): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return reject('ticket-unknown');
  if (!mayHandle(meta.actor, ticket, rules)) return reject('not-yours');
  if (ticket.status !== 'waiting' && ticket.status !== 'absent' && ticket.status !== 'parked')
    return reject('not-waiting');
  return [{ type: 'TicketCancelled', ...stampOf(meta), ticket: ticket.id }];
}

export function rateVisit(day: Day, command: CommandOf<'RateVisit'>, meta: CommandMeta, rules: Rules): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return reject('ticket-unknown');
  if (ticket.status !== 'done') return reject('not-finished');
  if (ticket.rating !== null) return reject('already-rated');
  const { levels, reasons } = rules.rating;
  if (!Number.isInteger(command.score) || command.score < 1 || command.score > levels) return reject('score-unknown');
  if (!command.reasons.every((id) => reasons.some((reason) => reason.id === id))) return reject('reason-unknown');
  const { score, comment } = command;
  // Whoever rates stays unnamed, also where a staff session sent it.
  return [
    {
      type: 'VisitRated',
      at: meta.at,
      by: 'citizen',
      ticket: ticket.id,
      score,
      levels,
      reasons: command.reasons,
      comment,
    },
  ];
}

export function reprintSlip(day: Day, command: CommandOf<'ReprintSlip'>, meta: CommandMeta, rules: Rules): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return reject('ticket-unknown');
  if (!mayHandle(meta.actor, ticket, rules)) return reject('not-yours');
  return [{ type: 'SlipRequested', ...stampOf(meta), ticket: ticket.id, copy: ticket.slip.copy + 1 }];
}

export function recordSlip(day: Day, command: CommandOf<'RecordSlip'>, meta: CommandMeta): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket || command.copy > ticket.slip.copy) return reject('slip-unknown');
  const slip = { ...stampOf(meta), ticket: ticket.id, copy: command.copy };
  switch (command.result.state) {
    case 'sending':
      return [{ type: 'SlipSending', ...slip }];
    case 'printed':
      return [{ type: 'SlipPrinted', ...slip }];
    case 'failed':
      return [{ type: 'SlipFailed', ...slip, cause: command.result.cause }];
    default:
      return command.result satisfies never;
  }
}
