import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../core/event.ts';
import type { StatusName } from '../../core/ticket.ts';
import { visitOf } from '../../core/visit.ts';
import { overDays, run, someRules } from '../support/sequences.ts';

describe('the row of a visit', () => {
  it('agrees with its events, added up by another path', () => {
    fc.assert(
      fc.property(someRules, overDays, (rules, attempts) => {
        for (const { events, last } of run(attempts, rules).days) {
          const rows = rowsOf(events);
          expect(rows.size).toBe(last.tickets.size);
          for (const ticket of last.tickets.values()) {
            expect(visitOf(last.day ?? '', ticket)).toMatchObject(rows.get(ticket.id)!);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Status, stays in line and times at counters as a reader of the events would note them on paper. */
function rowsOf(events: readonly Event[]) {
  const ids = new Set(events.flatMap((event) => ('ticket' in event ? [event.ticket] : [])));
  return new Map(
    [...ids].map((id) => [id, rowOf(events.filter((event) => 'ticket' in event && event.ticket === id))] as const),
  );
}

function rowOf(own: readonly Event[]) {
  const stays: { from: number; to: number }[] = [];
  const services: { from: number; to: number }[] = [];
  let status: StatusName = 'waiting';
  let joined = 0;
  let arrived: number | null = null;
  const row = {
    calledAt: null as number | null,
    counter: null as string | null,
    clerk: null as string | null,
    endedAt: null as number | null,
    recalls: 0,
    score: null as number | null,
    outcome: null as string | null,
  };
  const leave = (at: number, counts: boolean) => {
    if (arrived !== null && counts) services.push({ from: arrived, to: at });
    arrived = null;
  };
  for (const event of own) {
    switch (event.type) {
      case 'TicketTaken':
        joined = event.at;
        break;
      case 'TicketReturned':
      case 'TicketUnparked':
        status = 'waiting';
        joined = event.at;
        break;
      case 'TicketTransferred':
        if (status !== 'waiting') joined = event.at;
        status = 'waiting';
        leave(event.at, true);
        break;
      case 'TicketCalled':
        status = 'called';
        stays.push({ from: joined, to: event.at });
        arrived = event.at;
        Object.assign(row, { calledAt: event.at, counter: event.counter, clerk: event.clerk });
        break;
      case 'CallRepeated':
        row.recalls += 1;
        break;
      case 'ServiceStarted':
        status = 'serving';
        arrived = event.at;
        break;
      case 'TicketAbsent':
        status = 'absent';
        leave(event.at, false);
        break;
      case 'TicketParked':
        status = 'parked';
        leave(event.at, true);
        break;
      case 'VisitFinished':
        status = 'done';
        leave(event.at, true);
        Object.assign(row, { endedAt: event.at, outcome: event.outcome });
        break;
      case 'TicketCancelled':
        status = 'cancelled';
        row.endedAt = event.at;
        break;
      case 'TicketLeftOvernight':
        status = 'leftOvernight';
        row.endedAt = event.at;
        break;
      case 'VisitRated':
        row.score = event.score;
        break;
    }
  }
  const total = (spans: readonly { from: number; to: number }[]) => spans.reduce((sum, s) => sum + s.to - s.from, 0);
  const servedMs = total(services);
  return {
    ...row,
    status,
    waitedMs: stays.length > 0 ? total(stays) : null,
    servedMs: servedMs > 0 || status === 'done' ? servedMs : null,
  };
}
