import { isOfCounter, mayWorkAt } from './authority.ts';
import type { Command, CommandMeta, CommandOf } from './command.ts';
import { counterState, type Day, ticketAt } from './day.ts';
import { returnTicket } from './decide-ticket.ts';
import { type Decision, isRejection, stampOf } from './decision.ts';
import type { Event } from './event.ts';
import { nextTicket } from './next.ts';
import { reject } from './rejection.ts';
import { type Counter, counterOf, type Rules, serviceOf } from './rules.ts';
import type { Ticket } from './ticket.ts';

type CounterCommand = Extract<Command, { counter: string }>;

/** Everything that is done at a counter: by the clerk who opened it, or by a supervisor in their place. */
export function decideAtCounter(day: Day, command: CounterCommand, meta: CommandMeta, rules: Rules): Decision {
  const counter = counterOf(rules, command.counter);
  if (!counter) return reject('counter-unknown');
  const state = counterState(day, counter.id);
  // One that was retired while it is open can still end its work.
  if (!counter.active && state.state === 'closed') return reject('counter-unknown');
  if (!mayWorkAt(meta.actor, counter)) return reject('not-yours');
  if (command.type === 'OpenCounter') return openCounter(day, counter, meta);
  if (state.state === 'closed') return reject('counter-closed');
  if (meta.actor.role === 'clerk' && state.clerk !== meta.actor.id) return reject('not-yours');
  const stamp = stampOf(meta);
  if (command.type === 'ResumeCounter') {
    return state.state === 'paused'
      ? [{ type: 'CounterResumed', ...stamp, counter: counter.id }]
      : reject('counter-not-paused');
  }
  if (command.type === 'CloseCounter') {
    return ticketAt(day, counter.id)
      ? reject('counter-busy')
      : [{ type: 'CounterClosed', ...stamp, counter: counter.id }];
  }
  if (command.type === 'TransferTicket' && command.ticket !== null) return transferWaiting(day, command, meta, rules);
  if (state.state === 'paused') return reject('counter-paused');

  const current = ticketAt(day, counter.id);
  switch (command.type) {
    case 'PauseCounter':
      if (current) return reject('counter-busy');
      return [{ type: 'CounterPaused', ...stamp, counter: counter.id, reason: command.reason }];
    case 'CallNext': {
      if (current) return reject('counter-busy');
      const next = nextTicket(day, rules, counter);
      return next ? [calledAt(next, counter, state.clerk, meta)] : reject('nobody-waiting');
    }
    case 'CallTicket':
      return current ? reject('counter-busy') : callTicket(day, command, counter, state.clerk, meta, rules);
    default:
      return current ? decideCurrent(day, command, current, meta, rules) : reject('no-ticket');
  }
}

function openCounter(day: Day, counter: Counter, meta: CommandMeta): Decision {
  const state = counterState(day, counter.id);
  if (state.state !== 'closed') return state.clerk === meta.actor.id ? [] : reject('counter-taken');
  const elsewhere = Object.values(day.counters).some(
    (other) => other.state !== 'closed' && other.clerk === meta.actor.id,
  );
  if (elsewhere) return reject('clerk-elsewhere');
  return [{ type: 'CounterOpened', ...stampOf(meta), counter: counter.id, clerk: meta.actor.id }];
}

const calledAt = (ticket: Ticket, counter: Counter, clerk: string, meta: CommandMeta): Event => ({
  type: 'TicketCalled',
  ...stampOf(meta),
  ticket: ticket.id,
  counter: counter.id,
  clerk,
});

/** Calls a chosen ticket; one that is absent or parked comes back first, under the same conditions as by itself. */
function callTicket(
  day: Day,
  command: CommandOf<'CallTicket'>,
  counter: Counter,
  clerk: string,
  meta: CommandMeta,
  rules: Rules,
): Decision {
  const ticket = day.tickets.get(command.ticket);
  if (!ticket) return reject('ticket-unknown');
  if (meta.actor.role === 'clerk' && !isOfCounter(ticket, counter)) return reject('not-yours');
  if (ticket.status === 'waiting') return [calledAt(ticket, counter, clerk, meta)];
  if (ticket.status !== 'absent' && ticket.status !== 'parked') return reject('not-waiting');
  const returned = returnTicket(day, ticket.id, meta, rules);
  return isRejection(returned) ? returned : [...returned, calledAt(ticket, counter, clerk, meta)];
}

/** What is done with the ticket that is called or served at the counter. */
function decideCurrent(
  day: Day,
  command: Exclude<
    CounterCommand,
    { type: 'OpenCounter' | 'CloseCounter' | 'PauseCounter' | 'ResumeCounter' | 'CallNext' | 'CallTicket' }
  >,
  current: Ticket,
  meta: CommandMeta,
  rules: Rules,
): Decision {
  const at = { ...stampOf(meta), ticket: current.id, counter: command.counter };
  switch (command.type) {
    case 'RepeatCall':
      return current.status === 'called' ? [{ type: 'CallRepeated', ...at }] : reject('not-called');
    case 'StartService':
      return current.status === 'called' ? [{ type: 'ServiceStarted', ...at }] : reject('not-called');
    case 'MarkAbsent':
      return current.status === 'called' ? [{ type: 'TicketAbsent', ...at }] : reject('not-called');
    case 'ParkTicket':
      return [{ type: 'TicketParked', ...at }];
    case 'TransferTicket':
      return transfer(day, command, current, meta, rules);
    case 'FinishVisit': {
      const { outcome, procedures, dossiers } = command;
      return [{ type: 'VisitFinished', ...at, outcome, procedures, dossiers }];
    }
    default:
      return command satisfies never;
  }
}

function transferWaiting(day: Day, command: CommandOf<'TransferTicket'>, meta: CommandMeta, rules: Rules): Decision {
  const ticket = day.tickets.get(command.ticket ?? '');
  if (!ticket) return reject('ticket-unknown');
  const counter = counterOf(rules, command.counter);
  if (meta.actor.role === 'clerk' && counter && !isOfCounter(ticket, counter)) return reject('not-yours');
  if (ticket.status === 'waiting') return transfer(day, command, ticket, meta, rules);
  const isHere = (ticket.status === 'called' || ticket.status === 'serving') && ticket.counter === command.counter;
  return isHere ? transfer(day, command, ticket, meta, rules) : reject('not-waiting');
}

function transfer(
  day: Day,
  command: CommandOf<'TransferTicket'>,
  ticket: Ticket,
  meta: CommandMeta,
  rules: Rules,
): Decision {
  const { to, place } = command;
  const moved = { type: 'TicketTransferred', ...stampOf(meta), ticket: ticket.id, place } as const;
  if ('service' in to) {
    const service = serviceOf(rules, to.service);
    if (!service?.active) return reject('service-unknown');
    if (
      ticket.status === 'waiting' &&
      ticket.service === to.service &&
      ticket.reservedFor === null &&
      place === 'original'
    ) {
      return reject('same-place');
    }
    return [{ ...moved, service: service.id, reservedFor: null }];
  }
  const counter = counterOf(rules, to.counter);
  if (!counter?.active) return reject('counter-unknown');
  if (counterState(day, counter.id).state === 'closed') return reject('counter-closed');
  const isThere = ticket.status === 'waiting' ? ticket.reservedFor === counter.id : counter.id === command.counter;
  if (isThere && (ticket.status !== 'waiting' || place === 'original')) return reject('same-place');
  return [{ ...moved, service: ticket.service, reservedFor: counter.id }];
}
