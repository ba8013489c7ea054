import { workingDay } from './calendar.ts';
import type { Command, CommandMeta } from './command.ts';
import { counterState, type Day } from './day.ts';
import { decideAtCounter } from './decide-counter.ts';
import { cancelTicket, rateVisit, recordSlip, reprintSlip, returnTicket, takeTicket } from './decide-ticket.ts';
import { type Decision, stampOf } from './decision.ts';
import type { Event } from './event.ts';
import { reject } from './rejection.ts';
import type { Rules } from './rules.ts';

/**
 * The rules of the queue: what follows from a command in a state. Pure; the settings come as `rules`, time and sender in
 * `meta`. The caller checks beforehand that the sender's role may give such a command at all.
 */
export function decide(day: Day, command: Command, meta: CommandMeta, rules: Rules): Decision {
  if (command.type === 'OpenDay') return openDay(day, meta, rules);
  if (day.day === null) return reject('day-closed');
  // A visit may still be rated, and its paper recorded, after the day was closed.
  if (command.type === 'RateVisit') return rateVisit(day, command, meta, rules);
  if (command.type === 'RecordSlip') return recordSlip(day, command, meta);
  if (day.closed) return reject('day-closed');
  switch (command.type) {
    case 'TakeTicket':
      return takeTicket(day, command, meta, rules);
    case 'ReturnTicket':
      return returnTicket(day, command.ticket, meta, rules);
    case 'CancelTicket':
      return cancelTicket(day, command, meta, rules);
    case 'ReprintSlip':
      return reprintSlip(day, command, meta, rules);
    case 'CloseDay':
      return closeDay(day, meta);
    default:
      return decideAtCounter(day, command, meta, rules);
  }
}

function openDay(day: Day, meta: CommandMeta, rules: Rules): Decision {
  const today = workingDay(meta.at, rules);
  // A working day never comes back, also when settings or summer time put the clock back: its numbers are used.
  if (day.day !== null && today <= day.day) return [];
  if (day.day !== null && !day.closed) return reject('day-open');
  return [{ type: 'DayOpened', ...stampOf(meta), day: today }];
}

/** Whoever is still in the house when the day ends is left overnight; absent tickets stay no-shows. */
function closeDay(day: Day, meta: CommandMeta): Decision {
  const stamp = stampOf(meta);
  const events: Event[] = [];
  for (const ticket of day.tickets.values()) {
    if (
      ticket.status === 'waiting' ||
      ticket.status === 'called' ||
      ticket.status === 'serving' ||
      ticket.status === 'parked'
    ) {
      events.push({ type: 'TicketLeftOvernight', ...stamp, ticket: ticket.id });
    }
  }
  for (const counter of Object.keys(day.counters)) {
    if (counterState(day, counter).state !== 'closed') events.push({ type: 'CounterClosed', ...stamp, counter });
  }
  return [...events, { type: 'DayClosed', ...stamp, day: day.day ?? '' }];
}
