import * as fc from 'fast-check';
import type { Actor, Command, CommandMeta } from '../../core/command.ts';
import { type Day, emptyDay } from '../../core/day.ts';
import { decide } from '../../core/decide.ts';
import { isRejection } from '../../core/decision.ts';
import type { Event } from '../../core/event.ts';
import { replay } from '../../core/evolve.ts';
import type { RejectionCode } from '../../core/rejection.ts';
import type { Rules } from '../../core/rules.ts';
import { outcomes } from '../../core/ticket.ts';
import { always, centre, today, withService } from './centre.ts';

/** One command that somebody tries, `wait` ms after the one before. Tickets are named by their place in the order of taking. */
export interface Attempt {
  readonly wait: number;
  readonly actor: Actor;
  readonly command: (ticketOf: (index: number) => string, newTicket: string) => Command;
}

/** One command of a run and what came of it. */
export interface Step {
  readonly before: Day;
  readonly after: Day;
  readonly command: Command;
  readonly meta: CommandMeta;
  readonly events: readonly Event[];
  readonly rejected: RejectionCode | null;
}

/** One working day of a run: its events, and its last state. */
export interface LivedDay {
  readonly events: readonly Event[];
  readonly last: Day;
}

const counters = ['1', '2', '3'];
const lan: Actor = { role: 'clerk', id: 'lan', counters: ['1', '2'] };
const minh: Actor = { role: 'clerk', id: 'minh', counters: ['1', '2', '3'] };
const hoa: Actor = { role: 'clerk', id: 'hoa', counters: ['3'] };
/** Who opens which counter when the day begins. */
const morning = [
  ['1', lan],
  ['2', minh],
  ['3', hoa],
] as const;
const chief: Actor = { role: 'supervisor', id: 'chief' };
const machine: Actor = { role: 'device', id: 'device:kiosk' };
const system: Actor = { role: 'system', id: 'system' };

const counter = fc.constantFrom(...counters);
const service = fc.constantFrom('certify', 'civil', 'land');
const ticket = fc.nat({ max: 11 });
const place = fc.constantFrom('first' as const, 'original' as const);
const priority = fc.constantFrom(null, null, null, 'elderly', 'pregnant');
const to = fc.oneof(
  service.map((id) => ({ service: id })),
  counter.map((id) => ({ counter: id })),
);
const outcome = fc.constantFrom(null, ...outcomes);

type Make = Attempt['command'];
const make = <T>(arbitrary: fc.Arbitrary<T>, by: (value: T) => Make): fc.Arbitrary<Make> => arbitrary.map(by);
const byKiosk: fc.Arbitrary<Make> = make(fc.record({ service, priority }), (taken) => (_, id) => ({
  type: 'TakeTicket',
  ticket: id,
  language: 'vi',
  ...taken,
}));

type Plain =
  | 'OpenCounter'
  | 'CloseCounter'
  | 'ResumeCounter'
  | 'CallNext'
  | 'RepeatCall'
  | 'StartService'
  | 'MarkAbsent'
  | 'ParkTicket';

/** What is done at one of some counters. */
const workAt = (at: fc.Arbitrary<string>): fc.Arbitrary<Make> => {
  const plain = (type: Plain) => make(at, (id) => () => ({ type, counter: id }));
  return fc.oneof(
    { weight: 2, arbitrary: plain('OpenCounter') },
    { weight: 1, arbitrary: plain('CloseCounter') },
    { weight: 1, arbitrary: make(at, (id) => () => ({ type: 'PauseCounter', counter: id, reason: 'break' })) },
    { weight: 2, arbitrary: plain('ResumeCounter') },
    { weight: 10, arbitrary: plain('CallNext') },
    { weight: 1, arbitrary: plain('RepeatCall') },
    { weight: 3, arbitrary: plain('StartService') },
    { weight: 2, arbitrary: plain('MarkAbsent') },
    { weight: 2, arbitrary: plain('ParkTicket') },
    {
      weight: 5,
      arbitrary: make(fc.record({ counter: at, outcome, dossiers: fc.nat(3) }), (finish) => () => ({
        type: 'FinishVisit',
        procedures: [],
        ...finish,
      })),
    },
    {
      weight: 2,
      arbitrary: make(fc.record({ counter: at, ticket }), (call) => (ticketOf) => ({
        type: 'CallTicket',
        counter: call.counter,
        ticket: ticketOf(call.ticket),
      })),
    },
    {
      weight: 3,
      arbitrary: make(fc.record({ counter: at, ticket: fc.option(ticket), to, place }), (transfer) => (ticketOf) => ({
        ...transfer,
        type: 'TransferTicket',
        ticket: transfer.ticket === null ? null : ticketOf(transfer.ticket),
      })),
    },
    {
      weight: 2,
      arbitrary: make(ticket, (index) => (ticketOf) => ({ type: 'ReturnTicket', ticket: ticketOf(index) })),
    },
  );
};

const byAnyone: fc.Arbitrary<Make> = fc.oneof(
  make(ticket, (index) => (ticketOf) => ({ type: 'CancelTicket', ticket: ticketOf(index) })),
  make(ticket, (index) => (ticketOf) => ({ type: 'ReprintSlip', ticket: ticketOf(index) })),
  make(fc.record({ ticket, copy: fc.integer({ min: 1, max: 3 }) }), ({ ticket: index, copy }) => (ticketOf) => ({
    type: 'RecordSlip',
    ticket: ticketOf(index),
    copy,
    result: copy === 2 ? { state: 'failed', cause: 'paper-out' } : { state: 'printed' },
  })),
  make(fc.record({ ticket, score: fc.integer({ min: 0, max: 5 }) }), ({ ticket: index, score }) => (ticketOf) => ({
    type: 'RateVisit',
    ticket: ticketOf(index),
    score,
    reasons: score < 3 ? ['waiting'] : [],
    comment: null,
  })),
);

const endOfDay: fc.Arbitrary<Make> = fc.constantFrom<Make>(
  () => ({ type: 'CloseDay' }),
  () => ({ type: 'OpenDay' }),
);

const minute = 60_000;
const shortly = fc.integer({ min: 0, max: 12 * minute });

const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ wait: shortly, actor: fc.constant(machine), command: byKiosk }) },
  { weight: 8, arbitrary: fc.record({ wait: shortly, actor: fc.constant(lan), command: workAt(fc.constant('1')) }) },
  { weight: 8, arbitrary: fc.record({ wait: shortly, actor: fc.constant(minh), command: workAt(fc.constant('2')) }) },
  { weight: 4, arbitrary: fc.record({ wait: shortly, actor: fc.constant(hoa), command: workAt(fc.constant('3')) }) },
  {
    weight: 4,
    arbitrary: fc.record({ wait: shortly, actor: fc.constantFrom(lan, minh, hoa, chief), command: workAt(counter) }),
  },
  { weight: 4, arbitrary: fc.record({ wait: shortly, actor: fc.constant(machine), command: byAnyone }) },
);

/** What many people try within one day. */
export const withinADay: fc.Arbitrary<Attempt[]> = fc.array(attempt, { minLength: 60, maxLength: 120, size: 'max' });

/** The same over several days: now and then the centre closes, or is off for a night or two. */
export const overDays: fc.Arbitrary<Attempt[]> = fc.array(
  fc.oneof(
    { weight: 240, arbitrary: attempt },
    { weight: 1, arbitrary: fc.record({ wait: shortly, actor: fc.constant(system), command: endOfDay }) },
    {
      weight: 3,
      arbitrary: fc.record({
        wait: fc.integer({ min: 300 * minute, max: 3000 * minute }),
        actor: fc.constant(machine),
        command: byKiosk,
      }),
    },
  ),
  { minLength: 60, maxLength: 140, size: 'max' },
);

/** Rules with either order of priority, around the clock, so that sequences get somewhere. */
export const someRules: fc.Arbitrary<Rules> = fc
  .record({
    every: fc.constantFrom(null, 2, 3, 4),
    dayChangeMinute: fc.constantFrom(0, 240),
    dailyLimit: fc.constantFrom(null, 2),
    absentGraceMinutes: fc.constantFrom(0, 30),
  })
  .map(({ every, dailyLimit, ...changes }) =>
    withService(
      'land',
      { dailyLimit },
      centre({
        ...changes,
        takingHours: always,
        priorityOrder: every === null ? { mode: 'first' } : { mode: 'interleaved', every },
      }),
    ),
  );

/** Runs a sequence as the server does: the right day is opened before each command. `decideWith` may watch each decision. */
export function run(
  attempts: readonly Attempt[],
  rules: Rules,
  decideWith: typeof decide = decide,
): { steps: Step[]; days: LivedDay[] } {
  const steps: Step[] = [];
  const days: LivedDay[] = [];
  let day = emptyDay;
  let events: Event[] = [];
  let at = Date.parse(`${today}T06:00:00+07:00`);
  const tickets: string[] = [];
  const give = (command: Command, actor: Actor) => {
    const meta = { at, actor };
    const before = day;
    const decision = decideWith(before, command, meta, rules);
    const rejected = isRejection(decision) ? decision.rejected : null;
    const facts = isRejection(decision) ? [] : decision;
    if (facts[0]?.type === 'DayOpened' && events.length > 0) {
      days.push({ events, last: day });
      events = [];
    }
    day = replay(facts, before);
    events = [...events, ...facts];
    for (const fact of facts) if (fact.type === 'TicketTaken') tickets.push(fact.ticket);
    steps.push({ before, after: day, command, meta, events: facts, rejected });
    return rejected;
  };
  attempts.forEach(({ wait, actor, command }, index) => {
    at += wait;
    if (give({ type: 'OpenDay' }, system) === 'day-open') {
      give({ type: 'CloseDay' }, system);
      give({ type: 'OpenDay' }, system);
    }
    if (day.tickets.size === 0 && Object.keys(day.counters).length === 0) {
      for (const [id, clerk] of morning) give({ type: 'OpenCounter', counter: id }, clerk);
    }
    // The latest tickets are named most: most of what is tried concerns people in the house.
    const ticketOf = (back: number) => tickets[tickets.length - 1 - (back % Math.min(12, tickets.length))] ?? 'nobody';
    give(command(ticketOf, `ticket-${index}`), actor);
  });
  days.push({ events, last: day });
  return { steps, days };
}
