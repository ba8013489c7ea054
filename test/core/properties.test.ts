import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandMeta } from '../../core/command.ts';
import { counterState, type Day } from '../../core/day.ts';
import { decide } from '../../core/decide.ts';
import { forecast } from '../../core/estimate.ts';
import type { Event } from '../../core/event.ts';
import { evolve, replay } from '../../core/evolve.ts';
import { nextTicket } from '../../core/next.ts';
import { rejectionCodes } from '../../core/rejection.ts';
import type { Counter, Rules } from '../../core/rules.ts';
import type { Ticket } from '../../core/ticket.ts';
import { boardView } from '../../core/view/board.ts';
import { counterView } from '../../core/view/counter.ts';
import { kioskView } from '../../core/view/kiosk.ts';
import { ratingView } from '../../core/view/rating.ts';
import { supervisorView } from '../../core/view/supervisor.ts';
import { ticketView } from '../../core/view/ticket.ts';
import { frozen } from '../support/frozen.ts';
import { overDays, run, type Step, someRules, withinADay } from '../support/sequences.ts';

const runs = { numRuns: 150 };

/** Holds `check` after every step of random sequences over several days. */
const afterEveryStep = (check: (step: Step, rules: Rules) => void): void => {
  fc.assert(
    fc.property(someRules, overDays, (rules, attempts) => {
      for (const step of run(attempts, rules).steps) check(step, rules);
    }),
    runs,
  );
};

describe('whatever many people try', () => {
  it('no number is given twice on one day, and each service counts without a gap', () => {
    fc.assert(
      fc.property(someRules, overDays, (rules, attempts) => {
        const { days } = run(attempts, rules);
        const opened = days.flatMap(({ events }) => events.flatMap((e) => (e.type === 'DayOpened' ? [e.day] : [])));
        expect(new Set(opened).size).toBe(opened.length);
        for (const { events } of days) {
          const taken = events.filter((event) => event.type === 'TicketTaken');
          expect(new Set(taken.map((event) => event.number)).size).toBe(taken.length);
          for (const { id } of rules.services) {
            const own = taken.filter((event) => event.service === id).map((event) => event.sequence);
            expect(own).toEqual(own.map((_, i) => i + 1));
          }
        }
      }),
      runs,
    );
  });

  it('a ticket at a counter is called or served exactly there, and at no other', () => {
    afterEveryStep(({ after }, rules) => {
      const atCounters = rules.counters.flatMap(({ id }) => {
        const state = counterState(after, id);
        return state.state === 'open' && state.ticket !== null ? [`${state.ticket} at ${id}`] : [];
      });
      const current = [...after.tickets.values()].flatMap((ticket) =>
        ticket.status === 'called' || ticket.status === 'serving' ? [`${ticket.id} at ${ticket.counter}`] : [],
      );
      expect(atCounters.toSorted()).toEqual(current.toSorted());
    });
  });

  it('tickets by status add up to the numbers given out', () => {
    afterEveryStep(({ after, meta }, rules) => {
      const { counts, services } = supervisorView(after, rules, forecast(after, rules, meta.at), meta.at, []);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
      expect(sum(Object.values(counts))).toBe(sum(Object.values(after.issued)));
      expect(sum(Object.values(counts))).toBe(sum(services.map((service) => service.issued)));
      expect(counts.waiting).toBe(sum(services.map((service) => service.waiting)));
    });
  });

  it('the events of a day, stored as JSON and replayed, give the state that was reached step by step', () => {
    fc.assert(
      fc.property(someRules, overDays, (rules, attempts) => {
        for (const { events, last } of run(attempts, rules).days) {
          expect(replay(JSON.parse(JSON.stringify(events)) as Event[])).toEqual(last);
        }
      }),
      runs,
    );
  });

  it('the rules answer with events or a known refusal, never throw and never change what they were given', () => {
    fc.assert(
      fc.property(someRules, overDays, (rules, attempts) => {
        frozen(rules);
        run(attempts, rules, (day, command, meta) => {
          const decision = decide(frozen(day), frozen(command), frozen(meta), rules);
          if ('rejected' in decision) expect(rejectionCodes).toContain(decision.rejected);
          else for (const event of decision) evolve(frozen(day), frozen(event));
          return decision;
        });
      }),
      runs,
    );
  });

  it('every view can be made of every state, and no ticket id is on the board', () => {
    fc.assert(
      fc.property(someRules, overDays, (rules, attempts) => {
        for (const { last } of run(attempts, rules).days) showEverything(last, rules);
      }),
      runs,
    );
  });

  it('whoever is called next is whom the rules name, found here by another path', () => {
    afterEveryStep(({ before, command, events }, rules) => {
      if (command.type !== 'CallNext' || events.length === 0) return;
      const counter = rules.counters.find((c) => c.id === command.counter)!;
      expect(events).toMatchObject([{ type: 'TicketCalled', ticket: expectedNext(before, rules, counter)?.id }]);
    });
  });
});

function showEverything(day: Day, rules: Rules): void {
  const at = Math.max(...[...day.tickets.values()].map((ticket) => ticket.endedAt ?? ticket.issuedAt), 0);
  const waits = forecast(day, rules, at);
  for (const counter of rules.counters) {
    counterView(day, rules, waits, at, counter);
    ratingView(day, rules, at, counter.id);
  }
  for (const ticket of day.tickets.values()) {
    const view = ticketView(day, rules, waits, ticket);
    if (ticket.status === 'waiting') expect(view.ahead).toBeGreaterThanOrEqual(0);
  }
  kioskView(day, rules, at, waits, 1);
  ratingView(day, rules, at, null);
  supervisorView(day, rules, waits, at, []);
  expect(JSON.stringify(boardView(day, rules, waits))).not.toContain('ticket-');
}

/** The one to be called, narrowed down rule by rule instead of by one comparison. */
function expectedNext(day: Day, rules: Rules, counter: Counter): Ticket | undefined {
  const isClosed = (id: string) => counterState(day, id).state === 'closed';
  let left = [...day.tickets.values()].filter(
    (t) =>
      t.status === 'waiting' &&
      (t.reservedFor === counter.id ||
        ((t.reservedFor === null || isClosed(t.reservedFor)) && counter.services.includes(t.service))),
  );
  const keepLeast = (of: (ticket: Ticket) => number) => {
    const least = Math.min(...left.map(of));
    left = left.filter((ticket) => of(ticket) === least);
  };
  const state = counterState(day, counter.id);
  const ordinaryCalls = state.state === 'closed' ? 0 : state.ordinaryCalls;
  const priorityFirst = rules.priorityOrder.mode === 'first' || ordinaryCalls + 1 >= rules.priorityOrder.every;
  keepLeast((t) => t.firstSince ?? Number.MAX_VALUE);
  keepLeast((t) => ((t.priority !== null) === priorityFirst ? 0 : 1));
  keepLeast((t) => counter.services.indexOf(t.service));
  keepLeast((t) => t.joinedAt);
  keepLeast((t) => t.sequence);
  return left.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

describe('when clerks keep calling next', () => {
  it('everyone who waits is called, each once', () => {
    fc.assert(
      fc.property(someRules, withinADay, (rules, attempts) => {
        const { steps } = run(attempts, rules);
        const last = steps.at(-1)!;
        const meta: CommandMeta = { at: last.meta.at, actor: { role: 'system', id: 'system' } };
        const day = readyToServe(last.after, rules, meta);
        const waiting = [...day.tickets.values()].filter((t) => t.status === 'waiting').map((t) => t.id);
        expect(serveAll(day, rules, meta).toSorted()).toEqual(waiting.toSorted());
      }),
      runs,
    );
  });
});

/** Every counter open and free. */
function readyToServe(before: Day, rules: Rules, meta: CommandMeta): Day {
  return rules.counters.reduce((day, { id }) => {
    const helper: CommandMeta = { ...meta, actor: { role: 'supervisor', id: `helper-${id}` } };
    const state = counterState(day, id).state;
    const opened = state === 'closed' ? after(day, { type: 'OpenCounter', counter: id }, helper, rules) : day;
    if (state === 'paused') return after(opened, { type: 'ResumeCounter', counter: id }, meta, rules);
    return finish(opened, id, rules, meta);
  }, before);
}

const finish = (day: Day, counter: string, rules: Rules, meta: CommandMeta): Day =>
  after(day, { type: 'FinishVisit', counter, outcome: null, procedures: [], dossiers: 0 }, meta, rules);

/** Whom the counters call in turns until nobody waits for any of them. */
function serveAll(before: Day, rules: Rules, meta: CommandMeta): string[] {
  const called: string[] = [];
  let day = before;
  for (;;) {
    const counter = rules.counters.find((c) => nextTicket(day, rules, c) !== undefined);
    if (!counter) return called;
    for (const { id } of rules.counters) {
      const decision = decide(day, { type: 'CallNext', counter: id }, meta, rules);
      if ('rejected' in decision) continue;
      for (const event of decision) if (event.type === 'TicketCalled') called.push(event.ticket);
      day = finish(replay(decision, day), id, rules, meta);
    }
  }
}

function after(day: Day, command: Parameters<typeof decide>[1], meta: CommandMeta, rules: Rules): Day {
  const decision = decide(day, command, meta, rules);
  return 'rejected' in decision ? day : replay(decision, day);
}

describe('one in N for priority', () => {
  it('while both kinds wait for a counter, its calls without priority between two with it are exactly N − 1', () => {
    fc.assert(
      fc.property(
        someRules.filter((rules) => rules.priorityOrder.mode === 'interleaved'),
        withinADay,
        (rules, attempts) => {
          const every = rules.priorityOrder.mode === 'interleaved' ? rules.priorityOrder.every : 1;
          const ordinary = new Map<string, number>();
          for (const { before, command, events } of run(attempts, rules).steps) {
            for (const event of events) {
              if (event.type === 'CounterOpened') ordinary.set(event.counter, 0);
              if (event.type !== 'TicketCalled') continue;
              const count = ordinary.get(event.counter) ?? 0;
              const isPriority = before.tickets.get(event.ticket)?.priority !== null;
              if (command.type === 'CallNext' && bothWait(before, rules, event.counter)) {
                expect(isPriority).toBe(count >= every - 1);
              }
              ordinary.set(event.counter, isPriority ? 0 : count + 1);
            }
          }
        },
      ),
      runs,
    );
  });
});

/** Whether tickets with and without priority wait for a counter, and none was put first in line. */
function bothWait(day: Day, rules: Rules, id: string): boolean {
  const counter = rules.counters.find((c) => c.id === id)!;
  const callable = [...day.tickets.values()].filter(
    (t) =>
      t.status === 'waiting' &&
      (t.reservedFor === id ||
        ((t.reservedFor === null || counterState(day, t.reservedFor).state === 'closed') &&
          counter.services.includes(t.service))),
  );
  return (
    callable.every((t) => t.firstSince === null) &&
    callable.some((t) => t.priority !== null) &&
    callable.some((t) => t.priority === null)
  );
}

describe('the sequences themselves', () => {
  it('get somewhere: every kind of event happens, and most refusals', () => {
    const seen = new Set<string>();
    const refused = new Set<string>();
    fc.assert(
      fc.property(someRules, overDays, (rules, attempts) => {
        for (const { events, rejected } of run(attempts, rules).steps) {
          for (const event of events) seen.add(event.type);
          if (rejected) refused.add(rejected);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
    expect([...seen].toSorted()).toEqual([
      'CallRepeated',
      'CounterClosed',
      'CounterOpened',
      'CounterPaused',
      'CounterResumed',
      'DayClosed',
      'DayOpened',
      'ServiceStarted',
      'SlipFailed',
      'SlipPrinted',
      'SlipRequested',
      'TicketAbsent',
      'TicketCalled',
      'TicketCancelled',
      'TicketLeftOvernight',
      'TicketParked',
      'TicketReturned',
      'TicketTaken',
      'TicketTransferred',
      'TicketUnparked',
      'VisitFinished',
      'VisitRated',
    ]);
    expect(refused.size).toBeGreaterThan(18);
  });
});
