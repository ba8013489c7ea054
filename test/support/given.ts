import { expect } from 'vitest';
import type { Actor, Command, CommandMeta, CommandOf } from '../../core/command.ts';
import { type Day, emptyDay } from '../../core/day.ts';
import { decide } from '../../core/decide.ts';
import { isRejection } from '../../core/decision.ts';
import type { Event, EventOf, EventType } from '../../core/event.ts';
import { evolve, replay } from '../../core/evolve.ts';
import type { Rejection, RejectionCode } from '../../core/rejection.ts';
import type { Rules } from '../../core/rules.ts';
import type { Outcome, Ticket } from '../../core/ticket.ts';
import { centre, today } from './centre.ts';

/** What went before: a fact as it is stored, or a command that the rules accepted. */
export type Before = Event | readonly [Command, CommandMeta];

/** Some of the fields of an event; the stamp is compared with the command's by itself. */
export type Expected = { [T in EventType]: Partial<EventOf<T>> & { readonly type: T } }[EventType];

/** The moment at which the clocks of the centre show `time` (HH:MM) on a date, ms since 1970. */
export const clock = (time: string, date: string = today): number => Date.parse(`${date}T${time}:00+07:00`);

type Sender = (time: string, date?: string) => CommandMeta;
const sender =
  (actor: Actor): Sender =>
  (time, date) => ({ at: clock(time, date), actor });

export const clerk = (id: string, ...counters: string[]): Sender => sender({ role: 'clerk', id, counters });
/** Works at counters 1 and 2. */
export const lan = clerk('lan', '1', '2');
/** Works at counters 1, 2 and 3. */
export const minh = clerk('minh', '1', '2', '3');
export const chief = sender({ role: 'supervisor', id: 'chief' });
export const kiosk = sender({ role: 'device', id: 'device:kiosk' });
export const citizen = sender({ role: 'citizen', id: 'citizen' });
export const system = sender({ role: 'system', id: 'system' });

export const take = (
  ticket: string,
  service: string,
  priority: string | null = null,
  language = 'vi',
): CommandOf<'TakeTicket'> => ({ type: 'TakeTicket', ticket, service, priority, language });
export const openDay: Command = { type: 'OpenDay' };
export const closeDay: Command = { type: 'CloseDay' };
export const open = (counter: string): Command => ({ type: 'OpenCounter', counter });
export const close = (counter: string): Command => ({ type: 'CloseCounter', counter });
export const pause = (counter: string, reason = 'break'): Command => ({ type: 'PauseCounter', counter, reason });
export const resume = (counter: string): Command => ({ type: 'ResumeCounter', counter });
export const next = (counter: string): Command => ({ type: 'CallNext', counter });
export const call = (counter: string, ticket: string): Command => ({ type: 'CallTicket', counter, ticket });
export const recall = (counter: string): Command => ({ type: 'RepeatCall', counter });
export const start = (counter: string): Command => ({ type: 'StartService', counter });
export const finish = (counter: string, outcome: Outcome | null = 'received'): CommandOf<'FinishVisit'> => ({
  type: 'FinishVisit',
  counter,
  outcome,
  procedures: [],
  dossiers: 1,
});
export const absent = (counter: string): Command => ({ type: 'MarkAbsent', counter });
export const park = (counter: string): Command => ({ type: 'ParkTicket', counter });
export const back = (ticket: string): Command => ({ type: 'ReturnTicket', ticket });
export const cancel = (ticket: string): Command => ({ type: 'CancelTicket', ticket });
/** Sends the ticket at the counter on, or a waiting one. */
export const send = (
  counter: string,
  to: { readonly service: string } | { readonly counter: string },
  place: 'first' | 'original' = 'original',
  ticket: string | null = null,
): Command => ({ type: 'TransferTicket', counter, ticket, to, place });
export const rate = (
  ticket: string,
  score: number,
  reasons: string[] = [],
  comment: string | null = null,
): Command => ({
  type: 'RateVisit',
  ticket,
  score,
  reasons,
  comment,
});
export const reprint = (ticket: string): Command => ({ type: 'ReprintSlip', ticket });
export const printed = (
  ticket: string,
  copy: number,
  result: CommandOf<'RecordSlip'>['result'] = { state: 'printed' },
): Command => ({ type: 'RecordSlip', ticket, copy, result });

/** What a command led to. */
export class Answer {
  readonly decision: readonly Event[] | Rejection;
  /** The state afterwards: unchanged after a refusal. */
  readonly day: Day;
  readonly #meta: CommandMeta;

  constructor(day: Day, command: Command, meta: CommandMeta, rules: Rules) {
    this.decision = decide(day, command, meta, rules);
    this.day = isRejection(this.decision) ? day : replay(this.decision, day);
    this.#meta = meta;
  }

  /** Exactly these events in this order (an empty list: already so), or a refusal with this code. */
  // biome-ignore lint/suspicious/noThenProperty: given, when, then; nobody awaits an answer.
  then(expected: readonly Expected[] | RejectionCode): this {
    if (typeof expected === 'string') {
      expect(this.decision).toEqual({ rejected: expected });
      return this;
    }
    expect(this.decision).toMatchObject(expected);
    if (isRejection(this.decision)) return this;
    const stamp = { at: this.#meta.at, by: this.#meta.actor.id };
    // Whoever rates stays unnamed.
    for (const event of this.decision) {
      expect(event).toMatchObject(event.type === 'VisitRated' ? { ...stamp, by: 'citizen' } : stamp);
    }
    return this;
  }

  ticket(id: string): Ticket {
    return ticketOf(this.day, id);
  }
}

/** A day as it was lived so far. */
export class Given {
  readonly day: Day;
  readonly rules: Rules;

  constructor(day: Day, rules: Rules) {
    this.day = day;
    this.rules = rules;
  }

  when(command: Command, meta: CommandMeta): Answer {
    return new Answer(this.day, command, meta, this.rules);
  }

  /** The same day after an administrator changed the settings. */
  under(rules: Rules): Given {
    return new Given(this.day, rules);
  }

  ticket(id: string): Ticket {
    return ticketOf(this.day, id);
  }
}

/** A centre where nothing happened yet except what is given. */
export function givenFromNothing(before: readonly Before[], rules: Rules = centre()): Given {
  let day = emptyDay;
  for (const fact of before) {
    if ('type' in fact) {
      day = evolve(day, fact);
      continue;
    }
    const [command, meta] = fact;
    const decision = decide(day, command, meta, rules);
    if (isRejection(decision)) throw new Error(`given ${command.type}, but it is refused: ${decision.rejected}`);
    day = replay(decision, day);
  }
  return new Given(day, rules);
}

/** A centre whose day was opened in the morning. */
export const given = (before: readonly Before[], rules: Rules = centre()): Given =>
  givenFromNothing([[openDay, system('06:00')], ...before], rules);

function ticketOf(day: Day, id: string): Ticket {
  const ticket = day.tickets.get(id);
  if (!ticket) throw new Error(`no ticket ${id}`);
  return ticket;
}
