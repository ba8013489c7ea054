import { type Call, type CounterState, counterState, type Day, emptyDay, keptCalls } from './day.ts';
import type { Event, EventOf } from './event.ts';
import { ordinaryCallsAfter } from './next.ts';
import type { Ticket, TicketFacts, TicketStatus } from './ticket.ts';
import { TicketTable } from './ticket-table.ts';

/** The state after one more event. Never fails on events that the decider made, and never changes its argument. */
export function evolve(day: Day, event: Event): Day {
  switch (event.type) {
    case 'DayOpened':
      return { ...emptyDay, day: event.day };
    case 'TicketTaken':
      return takeTicket(day, event);
    case 'TicketCalled':
      return callTicket(day, event);
    case 'CallRepeated':
      return announce(
        change(day, event.ticket, (ticket) => ({ ...ticket, recalls: ticket.recalls + 1 })),
        event,
      );
    case 'ServiceStarted':
      return change(day, event.ticket, (ticket) =>
        withStatus(ticket, { status: 'serving', counter: event.counter, since: event.at }),
      );
    case 'VisitFinished':
      return finishVisit(day, event);
    case 'TicketAbsent':
      return change(freeCounterOf(day, event.ticket, event.at), event.ticket, (ticket) =>
        withStatus(ticket, { status: 'absent', since: event.at }),
      );
    case 'TicketParked':
      return change(freeCounterOf(day, event.ticket, event.at), event.ticket, (ticket) => ({
        ...withStatus(ticket, { status: 'parked', since: event.at }),
        servedMs: ticket.servedMs + timeAtCounter(ticket, event.at),
      }));
    case 'TicketReturned':
    case 'TicketUnparked':
      return change(day, event.ticket, (ticket) => ({
        ...withStatus(ticket, { status: 'waiting' }),
        queuedAt: event.at,
      }));
    case 'TicketTransferred':
      return transferTicket(day, event);
    case 'TicketCancelled':
      return change(day, event.ticket, (ticket) => ({
        ...withStatus(ticket, { status: 'cancelled' }),
        endedAt: event.at,
      }));
    case 'TicketLeftOvernight':
      return change(freeCounterOf(day, event.ticket, event.at), event.ticket, (ticket) => ({
        ...withStatus(ticket, { status: 'leftOvernight' }),
        endedAt: event.at,
      }));
    case 'VisitRated':
      return change(day, event.ticket, (ticket) => ({
        ...ticket,
        rating: { score: event.score, reasons: event.reasons, comment: event.comment, at: event.at },
      }));
    case 'CounterOpened':
      return setCounter(day, event.counter, {
        state: 'open',
        clerk: event.clerk,
        since: event.at,
        ticket: null,
        freeSince: event.at,
        ordinaryCalls: 0,
      });
    case 'CounterClosed':
      return setCounter(day, event.counter, { state: 'closed' });
    case 'CounterPaused':
      return changeCounter(day, event.counter, ({ clerk, ordinaryCalls }) => ({
        state: 'paused',
        clerk,
        ordinaryCalls,
        since: event.at,
        reason: event.reason,
      }));
    case 'CounterResumed':
      return changeCounter(day, event.counter, ({ clerk, ordinaryCalls }) => ({
        state: 'open',
        clerk,
        ordinaryCalls,
        since: event.at,
        ticket: null,
        freeSince: event.at,
      }));
    case 'SlipRequested':
      return change(day, event.ticket, (ticket) => ({
        ...ticket,
        slip: { copy: event.copy, state: 'wanted', cause: null },
      }));
    case 'SlipSending':
    case 'SlipPrinted':
    case 'SlipFailed':
      return recordSlip(day, event);
    case 'DayClosed':
      return { ...day, closed: true, counters: {} };
    default:
      return event satisfies never;
  }
}

/** The state that a list of events adds up to. */
export const replay = (events: Iterable<Event>, from: Day = emptyDay): Day => {
  let day = from;
  for (const event of events) day = evolve(day, event);
  return day;
};

function change(day: Day, id: string, by: (ticket: Ticket) => Ticket): Day {
  const ticket = day.tickets.get(id);
  if (!ticket) return day;
  return { ...day, tickets: TicketTable.of(day.tickets).with(by(ticket)) };
}

/** The facts of a ticket under another status: the fields of the old status go away. */
function withStatus(ticket: Ticket, status: TicketStatus): Ticket {
  const {
    status: _status,
    counter: _counter,
    since: _since,
    ...facts
  } = ticket as TicketFacts & {
    status: string;
    counter?: string;
    since?: number;
  };
  return { ...facts, ...status };
}

const setCounter = (day: Day, id: string, state: CounterState): Day => ({
  ...day,
  counters: { ...day.counters, [id]: state },
});

type Staffed = Exclude<CounterState, { state: 'closed' }>;
type Open = Extract<CounterState, { state: 'open' }>;

function changeCounter(day: Day, id: string, by: (state: Staffed) => CounterState): Day {
  const state = counterState(day, id);
  return state.state === 'closed' ? day : setCounter(day, id, by(state));
}

function changeOpenCounter(day: Day, id: string, by: (state: Open) => Partial<Open>): Day {
  const state = counterState(day, id);
  return state.state === 'open' ? setCounter(day, id, { ...state, ...by(state) }) : day;
}

function takeTicket(day: Day, event: EventOf<'TicketTaken'>): Day {
  const ticket: Ticket = {
    status: 'waiting',
    id: event.ticket,
    number: event.number,
    sequence: event.sequence,
    service: event.service,
    priority: event.priority,
    language: event.language,
    issuedAt: event.at,
    joinedAt: event.at,
    queuedAt: event.at,
    firstSince: null,
    reservedFor: null,
    quoted: event.quoted,
    waitedMs: 0,
    servedMs: 0,
    lastCalledAt: null,
    recalls: 0,
    lastCounter: null,
    lastClerk: null,
    outcome: null,
    procedures: [],
    dossiers: 0,
    endedAt: null,
    rating: null,
    slip: { copy: 1, state: 'wanted', cause: null },
  };
  return {
    ...day,
    tickets: TicketTable.of(day.tickets).with(ticket),
    issued: { ...day.issued, [event.service]: event.sequence },
  };
}

function callTicket(day: Day, event: EventOf<'TicketCalled'>): Day {
  const ticket = day.tickets.get(event.ticket);
  if (!ticket) return day;
  const called = change(day, event.ticket, (before) => ({
    ...withStatus(before, { status: 'called', counter: event.counter, since: event.at }),
    waitedMs: before.waitedMs + Math.max(0, event.at - before.queuedAt),
    lastCalledAt: event.at,
    lastCounter: event.counter,
    lastClerk: event.clerk,
    reservedFor: null,
    firstSince: null,
  }));
  const atCounter = changeOpenCounter(called, event.counter, (state) => ({
    ticket: event.ticket,
    ordinaryCalls: ordinaryCallsAfter(state.ordinaryCalls, ticket),
  }));
  return announce(atCounter, event);
}

function announce(day: Day, event: EventOf<'TicketCalled'> | EventOf<'CallRepeated'>): Day {
  const ticket = day.tickets.get(event.ticket);
  if (!ticket) return day;
  const earlier = day.calls.find((call) => call.ticket === event.ticket && call.counter === event.counter);
  const call: Call = {
    id: `${day.day}-${day.callCount + 1}`,
    ticket: event.ticket,
    number: ticket.number,
    counter: event.counter,
    language: ticket.language,
    at: event.at,
    time: event.type === 'TicketCalled' ? 1 : (earlier?.time ?? 1) + 1,
  };
  const others = day.calls.filter((other) => other.ticket !== event.ticket);
  return { ...day, calls: [call, ...others].slice(0, keptCalls), callCount: day.callCount + 1 };
}

/** The time a ticket has spent at the counter it is at now, ms; never below 0, should the PC's clock have been set back. Where the clerk never pressed "start", it counts from the call. */
const timeAtCounter = (ticket: Ticket, at: number): number =>
  ticket.status === 'serving' || ticket.status === 'called' ? Math.max(0, at - ticket.since) : 0;

function freeCounterOf(day: Day, id: string, at: number): Day {
  const ticket = day.tickets.get(id);
  if (ticket?.status !== 'called' && ticket?.status !== 'serving') return day;
  return changeOpenCounter(day, ticket.counter, () => ({ ticket: null, freeSince: at }));
}

function finishVisit(day: Day, event: EventOf<'VisitFinished'>): Day {
  const before = day.tickets.get(event.ticket);
  if (!before) return day;
  const servedMs = before.servedMs + timeAtCounter(before, event.at);
  const finished = change(freeCounterOf(day, event.ticket, event.at), event.ticket, (ticket) => ({
    ...withStatus(ticket, { status: 'done' }),
    servedMs,
    outcome: event.outcome,
    procedures: event.procedures,
    dossiers: event.dossiers,
    endedAt: event.at,
  }));
  const measured = day.measured[before.service] ?? { visits: 0, totalMs: 0 };
  return {
    ...finished,
    measured: {
      ...day.measured,
      [before.service]: {
        visits: measured.visits + 1,
        totalMs: measured.totalMs + Math.min(servedMs, longestCredibleVisitMs),
      },
    },
  };
}

/** A clerk who forgot to press "finish" must not spoil the estimate: no visit counts as longer than an hour. */
const longestCredibleVisitMs = 3_600_000;

function transferTicket(day: Day, event: EventOf<'TicketTransferred'>): Day {
  return change(freeCounterOf(day, event.ticket, event.at), event.ticket, (ticket) => ({
    ...withStatus(ticket, { status: 'waiting' }),
    service: event.service,
    reservedFor: event.reservedFor,
    firstSince: event.place === 'first' ? event.at : null,
    servedMs: ticket.servedMs + timeAtCounter(ticket, event.at),
    queuedAt: ticket.status === 'waiting' ? ticket.queuedAt : event.at,
  }));
}

function recordSlip(day: Day, event: EventOf<'SlipSending' | 'SlipPrinted' | 'SlipFailed'>): Day {
  const states = { SlipSending: 'sending', SlipPrinted: 'printed', SlipFailed: 'failed' } as const;
  return change(day, event.ticket, (ticket) => {
    // The outcome of an earlier copy does not hide that a later one is wanted.
    if (event.copy < ticket.slip.copy) return ticket;
    return {
      ...ticket,
      slip: { copy: event.copy, state: states[event.type], cause: event.type === 'SlipFailed' ? event.cause : null },
    };
  });
}
