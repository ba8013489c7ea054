import { localTime } from '../calendar.ts';
import type { Actor, Command } from '../command.ts';
import { type Day, emptyDay, ticketAt } from '../day.ts';
import { decide } from '../decide.ts';
import { isRejection } from '../decision.ts';
import type { Event } from '../event.ts';
import { evolve } from '../evolve.ts';
import { type Counter, counterOf } from '../rules.ts';
import { Agenda } from './agenda.ts';
import { Random } from './random.ts';
import type { Scenario, Shift } from './scenario.ts';
import { type Visitor, visitorsOf } from './visitor.ts';

/** One command that was accepted, with what the day was before and what followed. */
export interface Step {
  readonly at: number;
  readonly command: Command;
  readonly actor: Actor;
  readonly before: Day;
  readonly after: Day;
  readonly events: readonly Event[];
}

export interface SimulatedDay {
  readonly day: Day;
  readonly events: readonly Event[];
  /** Everybody who came, those included whom the rules refused a number. */
  readonly visitors: number;
  readonly turnedAway: number;
}

/** Which day to live, and who looks on. */
export interface Live {
  /** When the day begins on the clocks of the centre, ms since 1970. */
  readonly midnight: number;
  readonly seed: number;
  /** The state that the day follows on, for its date to be a later one. */
  readonly from?: Day;
  readonly watch?: (step: Step) => void;
}

interface Desk {
  readonly shift: Shift;
  readonly counter: Counter;
  readonly actor: Actor;
  ticket: string | null;
  betweenMs: number;
}

type Due =
  | { readonly do: 'arrive'; readonly visitor: Visitor }
  | { readonly do: 'open' | 'call' | 'start' | 'finish' | 'park' | 'repeat' | 'absent' | 'resume'; readonly desk: Desk }
  | { readonly do: 'rest'; readonly desk: Desk }
  | { readonly do: 'comeBack' | 'giveUp'; readonly ticket: string };

interface Person {
  readonly visitor: Visitor;
  lengthMs: number;
  isAway: boolean;
  transferTo: Visitor['transferTo'];
  parkedMs: number | null;
}

const kiosk: Actor = { role: 'device', id: 'device:kiosk' };
const citizen: Actor = { role: 'citizen', id: 'citizen' };
const system: Actor = { role: 'system', id: 'system' };
const supervisor: Actor = { role: 'supervisor', id: 'supervisor' };
const minute = 60_000;

/** Lives one day of a centre in virtual time: people and clerks give commands, the rules decide. Pure: the seed is all the chance there is. */
export function simulateDay(scenario: Scenario, live: Live): SimulatedDay {
  return new Hall(scenario, live).run();
}

class Hall {
  readonly #scenario: Scenario;
  readonly #live: Live;
  readonly #agenda = new Agenda<Due>();
  readonly #people = new Map<string, Person>();
  readonly #desks: readonly Desk[];
  readonly #idle = new Set<Desk>();
  readonly #events: Event[] = [];
  #day: Day;
  #at: number;
  #turnedAway = 0;

  constructor(scenario: Scenario, live: Live) {
    this.#scenario = scenario;
    this.#live = live;
    this.#day = live.from ?? emptyDay;
    this.#at = live.midnight + scenario.rules.dayChangeMinute * minute;
    this.#desks = scenario.shifts.flatMap((shift) => {
      const counter = counterOf(scenario.rules, shift.counter);
      const actor: Actor = { role: 'clerk', id: shift.clerk, counters: [shift.counter] };
      return counter ? [{ shift, counter, actor, ticket: null, betweenMs: 0 }] : [];
    });
  }

  run(): SimulatedDay {
    const { midnight, seed } = this.#live;
    const { weekday } = localTime(midnight, this.#scenario.rules.timeZone);
    const random = new Random(seed, Math.round(midnight / (1440 * minute)));
    const visitors = visitorsOf(this.#scenario, midnight, weekday, random);
    this.#give({ type: 'OpenDay' }, system);
    for (const desk of this.#desks) this.#agenda.add(midnight + desk.shift.from * minute, { do: 'open', desk });
    for (const visitor of visitors) this.#agenda.add(visitor.at, { do: 'arrive', visitor });
    for (let due = this.#agenda.next(); due; due = this.#agenda.next()) {
      this.#at = Math.max(this.#at, due.at);
      this.#do(due.what);
    }
    this.#give({ type: 'CloseDay' }, system);
    return { day: this.#day, events: this.#events, visitors: visitors.length, turnedAway: this.#turnedAway };
  }

  /** Whether the rules accepted. */
  #give(command: Command, actor: Actor): boolean {
    const before = this.#day;
    const decision = decide(before, command, { at: this.#at, actor }, this.#scenario.rules);
    if (isRejection(decision)) return false;
    for (const event of decision) {
      this.#day = evolve(this.#day, event);
      this.#events.push(event);
    }
    this.#live.watch?.({ at: this.#at, command, actor, before, after: this.#day, events: decision });
    return true;
  }

  #do(due: Due): void {
    switch (due.do) {
      case 'arrive':
        this.#arrive(due.visitor);
        return;
      case 'open':
        if (this.#give({ type: 'OpenCounter', counter: due.desk.counter.id }, due.desk.actor)) this.#free(due.desk);
        return;
      case 'resume':
        this.#give({ type: 'ResumeCounter', counter: due.desk.counter.id }, due.desk.actor);
        this.#free(due.desk);
        return;
      case 'rest':
        if (this.#idle.delete(due.desk)) this.#free(due.desk);
        return;
      case 'call':
        this.#call(due.desk);
        return;
      case 'start':
        this.#start(due.desk);
        return;
      case 'finish':
        this.#finish(due.desk);
        return;
      case 'park':
        this.#park(due.desk);
        return;
      case 'repeat':
        this.#give({ type: 'RepeatCall', counter: due.desk.counter.id }, due.desk.actor);
        this.#agenda.add(this.#later(this.#scenario.patienceAtCallSeconds * 1000), {
          do: 'absent',
          desk: due.desk,
        });
        return;
      case 'absent':
        this.#markAbsent(due.desk);
        return;
      case 'comeBack':
        if (this.#give({ type: 'ReturnTicket', ticket: due.ticket }, supervisor)) this.#joined(due.ticket);
        return;
      case 'giveUp':
        this.#give({ type: 'CancelTicket', ticket: due.ticket }, citizen);
        return;
      default:
        due satisfies never;
    }
  }

  #later = (ms: number): number => this.#at + Math.round(ms);

  #arrive(visitor: Visitor): void {
    const ticket = `simulated-${this.#live.seed}-${this.#day.day}-${this.#people.size + this.#turnedAway + 1}`;
    const { service, priority } = visitor;
    if (!this.#give({ type: 'TakeTicket', ticket, service, priority, language: 'vi' }, kiosk)) {
      this.#turnedAway += 1;
      return;
    }
    const { lengthMs, isAwayAtCall, transferTo, parkedMs } = visitor;
    this.#people.set(ticket, { visitor, lengthMs, isAway: isAwayAtCall, transferTo, parkedMs });
    if (visitor.handsBack && Number.isFinite(visitor.leavesAt)) {
      this.#agenda.add(Math.round(visitor.leavesAt), { do: 'giveUp', ticket });
    }
    this.#joined(ticket);
  }

  /** Somebody joined a line: a clerk with nothing to do calls. */
  #joined(id: string): void {
    const ticket = this.#day.tickets.get(id);
    for (const desk of this.#idle) {
      if (ticket?.reservedFor !== desk.counter.id && !desk.counter.services.includes(ticket?.service ?? '')) continue;
      this.#idle.delete(desk);
      this.#agenda.add(this.#at, { do: 'call', desk });
      return;
    }
  }

  /** A clerk has nobody at the counter: goes home, rests or looks after the next. */
  #free(desk: Desk): void {
    desk.ticket = null;
    const time = (this.#at - this.#live.midnight) / minute;
    const { shift, counter, actor } = desk;
    const pause = shift.pauses.find(({ from, to }) => time >= from && time < to);
    if (time >= shift.to + this.#scenario.overtimeMinutes) {
      this.#give({ type: 'CloseCounter', counter: counter.id }, actor);
    } else if (pause && this.#give({ type: 'PauseCounter', counter: counter.id, reason: 'break' }, actor)) {
      this.#agenda.add(this.#live.midnight + pause.to * minute, { do: 'resume', desk });
    } else {
      this.#agenda.add(this.#later(desk.betweenMs), { do: 'call', desk });
    }
    desk.betweenMs = 0;
  }

  #call(desk: Desk): void {
    const { shift, counter, actor } = desk;
    if (this.#give({ type: 'CallNext', counter: counter.id }, actor)) {
      this.#called(desk);
      return;
    }
    const time = (this.#at - this.#live.midnight) / minute;
    if (time >= shift.to) {
      this.#give({ type: 'CloseCounter', counter: counter.id }, actor);
      return;
    }
    this.#idle.add(desk);
    const nextPause = shift.pauses.find(({ from }) => from > time)?.from ?? shift.to;
    this.#agenda.add(this.#live.midnight + nextPause * minute, { do: 'rest', desk });
  }

  #called(desk: Desk): void {
    desk.ticket = ticketAt(this.#day, desk.counter.id)?.id ?? null;
    const person = this.#personAt(desk);
    if (!person) return;
    const isGone = person.isAway || this.#at > person.visitor.leavesAt;
    if (isGone) this.#agenda.add(this.#later(this.#scenario.patienceAtCallSeconds * 1000), { do: 'repeat', desk });
    else this.#agenda.add(this.#later(person.visitor.walkMs), { do: 'start', desk });
  }

  #personAt = (desk: Desk): Person | undefined => (desk.ticket === null ? undefined : this.#people.get(desk.ticket));

  #start(desk: Desk): void {
    const person = this.#personAt(desk);
    if (!person || !this.#give({ type: 'StartService', counter: desk.counter.id }, desk.actor)) return;
    const length = Math.max(1000, person.lengthMs * desk.shift.pace);
    if (person.parkedMs === null) this.#agenda.add(this.#later(length), { do: 'finish', desk });
    else this.#agenda.add(this.#later(length / 2), { do: 'park', desk });
  }

  #park(desk: Desk): void {
    const person = this.#personAt(desk);
    const ticket = desk.ticket;
    if (!person || ticket === null || !this.#give({ type: 'ParkTicket', counter: desk.counter.id }, desk.actor)) return;
    this.#agenda.add(this.#later(person.parkedMs ?? 0), { do: 'comeBack', ticket });
    person.parkedMs = null;
    person.lengthMs /= 2;
    this.#leaveDesk(desk, person);
  }

  #finish(desk: Desk): void {
    const person = this.#personAt(desk);
    const { ticket } = desk;
    if (!person || ticket === null) return;
    const { transferTo, visitor } = person;
    const counter = desk.counter.id;
    if (transferTo && this.#transfer(counter, transferTo.service, desk.actor)) {
      person.transferTo = null;
      person.lengthMs = visitor.transferLengthMs;
      this.#leaveDesk(desk, person);
      this.#joined(ticket);
      return;
    }
    const { dossiers } = visitor;
    this.#give({ type: 'FinishVisit', counter, outcome: 'received', procedures: [], dossiers }, desk.actor);
    this.#leaveDesk(desk, person);
  }

  #transfer(counter: string, service: string, actor: Actor): boolean {
    return this.#give({ type: 'TransferTicket', counter, ticket: null, to: { service }, place: 'original' }, actor);
  }

  #markAbsent(desk: Desk): void {
    const person = this.#personAt(desk);
    const { ticket } = desk;
    if (!person || ticket === null || !this.#give({ type: 'MarkAbsent', counter: desk.counter.id }, desk.actor)) return;
    if (person.visitor.lateMs !== null && this.#at <= person.visitor.leavesAt) {
      person.isAway = false;
      this.#agenda.add(this.#later(person.visitor.lateMs), { do: 'comeBack', ticket });
    }
    this.#leaveDesk(desk, person);
  }

  #leaveDesk(desk: Desk, person: Person): void {
    desk.betweenMs = person.visitor.betweenMs;
    this.#free(desk);
  }
}
