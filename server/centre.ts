import { createHash } from 'node:crypto';
import { workingDay } from '../core/calendar.ts';
import type { Actor, Command } from '../core/command.ts';
import { type Day, emptyDay } from '../core/day.ts';
import { decide } from '../core/decide.ts';
import { isRejection } from '../core/decision.ts';
import { type Forecast, forecast } from '../core/estimate.ts';
import type { Event, StoredEvent } from '../core/event.ts';
import { evolve, replay } from '../core/evolve.ts';
import type { RejectionCode } from '../core/rejection.ts';
import type { Rules } from '../core/rules.ts';
import { visitOf } from '../core/visit.ts';
import type { Store, Writer } from './store/store.ts';

/** What comes back for a command: `repeated` when it is the first answer given again. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly repeated: boolean }
  | { readonly ok: false; readonly code: RejectionCode | 'request-id-reused' | 'store-failed' | 'stopping' };

export interface Request<T> {
  readonly command: Command;
  readonly actor: Actor;
  /** The sender's own id for this request, unique per sender; null: never repeated. */
  readonly requestId: string | null;
  /** The answer, made from the state right after the command; must survive JSON. */
  readonly answer: (centre: Moment) => T;
}

/** A state of the day with the time (ms since 1970) and the waits seen from it. */
export interface Moment {
  readonly day: Day;
  readonly rules: Rules;
  readonly at: number;
  readonly waits: Forecast;
}

interface Waiting {
  readonly request: Request<unknown>;
  readonly resolve: (outcome: Outcome<unknown>) => void;
}

interface Options {
  readonly store: Store;
  readonly rules: () => Rules;
  /** ms since 1970 */
  readonly clock: () => number;
  /** Told after every commit that changed something. */
  readonly onChange: (events: readonly StoredEvent[]) => void;
  readonly onStoreFailure: (error: unknown) => void;
}

const system: Actor = { role: 'system', id: 'system' };
/** A clock that is set back by more than this was wrong before. */
const clockRepairMs = 2 * 60_000;
/** A working day so far ahead came from a clock that was wrong. */
const absurdMs = 2 * 86_400_000;
const replyLifeMs = 3 * 86_400_000;

/**
 * The one way through: commands in, decided by the rules, committed together with all others of the same turn of the event
 * loop, and only then answered and published.
 */
export class Centre {
  readonly #options: Options;
  #day: Day = emptyDay;
  #lastAt = 0;
  #queue: Waiting[] = [];
  #stopping = false;
  #waits: { day: Day; rules: Rules; second: number; forecast: Forecast } | null = null;

  /** Reads the latest day out of the store; call `start` before the first command. */
  constructor(options: Options) {
    this.#options = options;
  }

  /** Replays the present day only, and closes one that ended while the server was off. Throws when the store fails. */
  start(): void {
    this.#reload();
    const failure = this.#commit([]);
    if (failure) throw failure;
  }

  /** The present state; the day changes with the first command or `tick` after the hour of change. */
  now(): Moment {
    return this.#moment(this.#day, this.#time());
  }

  /** Runs one command; resolves after it is committed. Never rejects: failures of the store are outcomes, too. */
  execute<T>(request: Request<T>): Promise<Outcome<T>> {
    if (this.#stopping) return Promise.resolve({ ok: false, code: 'stopping' });
    return new Promise((resolve) => {
      this.#queue.push({ request, resolve: resolve as (outcome: Outcome<unknown>) => void });
      if (this.#queue.length === 1) setImmediate(() => this.#flush());
    });
  }

  /** Notes what staff did outside of the queue. */
  audit(by: string, action: string, detail: string): void {
    this.#options.store.commit([(writer) => writer.audit({ at: this.#time(), by, action, detail })]);
  }

  /** Starts the right day when the clock passed the hour of change. */
  tick(): void {
    if (this.#isRightDay(this.#day, this.#time())) return;
    const failure = this.#commit([]);
    if (failure) this.#options.onStoreFailure(failure);
  }

  /** Answers what is waiting, then refuses every further command. */
  stop(): void {
    this.#flush();
    this.#stopping = true;
  }

  // Small steps back of the PC's clock are smoothed over. After a large one the earlier times were wrong: the clock counts.
  #time(): number {
    const now = this.#options.clock();
    return now < this.#lastAt - clockRepairMs ? now : Math.max(now, this.#lastAt);
  }

  #moment(day: Day, at: number): Moment {
    const rules = this.#options.rules();
    const waits = () => {
      const second = Math.floor(at / 1000);
      if (this.#waits?.day !== day || this.#waits.rules !== rules || this.#waits.second !== second) {
        this.#waits = { day, rules, second, forecast: forecast(day, rules, at) };
      }
      return this.#waits.forecast;
    };
    return {
      day,
      rules,
      at,
      get waits() {
        return waits();
      },
    };
  }

  #reload(): void {
    const { store } = this.#options;
    const day = store.lastDay();
    const events = day === null ? [] : store.eventsOf(day).map((stored) => stored.event);
    this.#day = replay(events);
    this.#lastAt = events.reduce((latest, event) => Math.max(latest, event.at), 0);
  }

  #flush(): void {
    const batch = this.#queue;
    if (batch.length === 0) return;
    this.#queue = [];
    const outcomes: Outcome<unknown>[] = [];
    const failure = this.#commit(
      batch.map((waiting, index) => ({ request: waiting.request, settle: (o) => (outcomes[index] = o) })),
    );
    if (failure) this.#options.onStoreFailure(failure);
    batch.forEach((waiting, index) => {
      waiting.resolve((failure ? undefined : outcomes[index]) ?? { ok: false, code: 'store-failed' });
    });
  }

  /** Gives the failure of the store, or null. */
  #commit(batch: readonly { request: Request<unknown>; settle: (outcome: Outcome<unknown>) => void }[]): unknown {
    const at = this.#time();
    const published: StoredEvent[] = [];
    const attempt = { day: this.#day };
    let turned = false;
    const jobs = [
      (writer: Writer) => {
        this.#turnDay(attempt, at, writer, published);
        turned = true;
      },
      ...batch.map(({ request, settle }) => (writer: Writer) => {
        // Without its day no command may leave a trace: the commit as a whole fails below.
        if (!turned) throw new Error('the day did not begin');
        const before = attempt.day;
        const count = published.length;
        try {
          settle(this.#run(attempt, request, at, writer, published));
        } catch (error) {
          attempt.day = before;
          published.length = count;
          throw error;
        }
      }),
    ];
    try {
      const errors = this.#options.store.commit(jobs);
      if (errors[0]) throw errors[0];
      for (const error of errors) if (error) this.#options.onStoreFailure(error);
    } catch (error) {
      this.#recover();
      return error;
    }
    if (attempt.day.day !== this.#day.day) this.#forgetReplies(at - replyLifeMs);
    this.#day = attempt.day;
    if (published.length > 0) {
      this.#lastAt = at;
      this.#options.onChange(published);
    }
    return null;
  }

  #recover(): void {
    try {
      this.#reload();
    } catch (error) {
      // The state in memory is still the last committed one; the next commit tries the store again.
      this.#options.onStoreFailure(error);
    }
  }

  /** Forgets answers that nobody will ask for again; where the store refuses, the next day tries anew. */
  #forgetReplies(before: number): void {
    try {
      this.#options.store.forgetReplies(before);
    } catch (error) {
      this.#options.onStoreFailure(error);
    }
  }

  /**
   * A day that began goes on, also when settings or the clock say that it is earlier: no number comes twice. Only a day
   * that is absurdly far ahead, of a clock that was wrong and is set right, is left again.
   */
  #isRightDay({ day }: Day, at: number): boolean {
    if (day === null) return false;
    const today = workingDay(at, this.#options.rules());
    const wasWrong = at < this.#lastAt - clockRepairMs && Date.parse(day) - Date.parse(today) > absurdMs;
    return day >= today && !wasWrong;
  }

  #turnDay(attempt: { day: Day }, at: number, writer: Writer, published: StoredEvent[]): void {
    const rules = this.#options.rules();
    if (this.#isRightDay(attempt.day, at)) return;
    const today = workingDay(at, rules);
    if (attempt.day.day !== null && attempt.day.day > today) {
      // The clock was far ahead and was set right: the day that it really is goes on where it stood.
      attempt.day = replay(this.#options.store.eventsOf(today).map((stored) => stored.event));
      if (attempt.day.day === today) return;
    }
    const meta = { at, actor: system };
    for (const type of ['CloseDay', 'OpenDay'] as const) {
      const decision = decide(attempt.day, { type }, meta, rules);
      if (!isRejection(decision)) this.#append(attempt, decision, writer, published);
    }
  }

  #run(
    attempt: { day: Day },
    request: Request<unknown>,
    at: number,
    writer: Writer,
    published: StoredEvent[],
  ): Outcome<unknown> {
    const { command, actor, requestId } = request;
    const rules = this.#options.rules();
    const key = requestId === null ? null : `${scopeOf(request)}/${requestId}`;
    const fingerprint = fingerprintOf(command);
    const earlier = key === null ? undefined : writer.reply(key);
    if (earlier) {
      if (earlier.fingerprint !== fingerprint) return { ok: false, code: 'request-id-reused' };
      const outcome = JSON.parse(earlier.reply) as Outcome<unknown>;
      return outcome.ok ? { ...outcome, repeated: true } : outcome;
    }
    const decision = decide(attempt.day, command, { at, actor }, rules);
    let outcome: Outcome<unknown>;
    if (isRejection(decision)) outcome = { ok: false, code: decision.rejected };
    else {
      this.#append(attempt, decision, writer, published);
      outcome = { ok: true, value: request.answer(this.#moment(attempt.day, at)), repeated: false };
      if (isAudited(request)) {
        writer.audit({ at, by: actor.id, action: command.type, detail: JSON.stringify(command) });
      }
    }
    // Anybody may ask as a citizen: refusals are not kept for them, or the disk could be filled.
    if (key !== null && (outcome.ok || actor.role !== 'citizen'))
      writer.saveReply(key, { fingerprint, reply: JSON.stringify(outcome) }, at);
    return outcome;
  }

  #append(attempt: { day: Day }, events: readonly Event[], writer: Writer, published: StoredEvent[]): void {
    for (const event of events) {
      attempt.day = evolve(attempt.day, event);
      published.push(writer.append(attempt.day.day ?? '', event));
    }
    for (const id of new Set(events.flatMap((event) => ('ticket' in event ? [event.ticket] : [])))) {
      const ticket = attempt.day.tickets.get(id);
      if (ticket) writer.saveVisit(visitOf(attempt.day.day ?? '', ticket));
    }
  }
}

/** Whose request ids these are. Citizens have no name: two phones may choose the same id for two tickets. */
const scopeOf = ({ actor, command }: Request<unknown>): string =>
  actor.role === 'citizen' && 'ticket' in command ? `${actor.id}/${command.ticket}` : actor.id;

/** Who must answer for a command later. A mark stays unnamed, whoever's session sent it. */
const isAudited = ({ actor, command }: Request<unknown>): boolean =>
  ['clerk', 'supervisor', 'administrator'].includes(actor.role) && command.type !== 'RateVisit';

/** The command without what the server itself put in: the same request gives the same fingerprint. */
function fingerprintOf(command: Command): string {
  const sent = command.type === 'TakeTicket' ? { ...command, ticket: '' } : command;
  return createHash('sha256').update(JSON.stringify(sent)).digest('base64url');
}
