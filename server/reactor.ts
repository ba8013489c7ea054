import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Command, CommandOf } from '../core/command.ts';
import { type Effect, react } from '../core/react.ts';
import type { Slip } from '../core/slip.ts';
import type { Ticket } from '../core/ticket.ts';
import { ticketView } from '../core/view/ticket.ts';
import { isLanguage } from '../lang/index.ts';
import type { PrintCause, Printer, PrintOutcome } from '../printer/driver.ts';
import type { Centre, Moment } from './centre.ts';
import type { SettingsFile } from './files/settings.ts';
import { numberSlipOf } from './slip.ts';
import type { Store } from './store/store.ts';

interface Options {
  readonly store: Store;
  readonly centre: Centre;
  readonly settings: SettingsFile;
  readonly printer: Printer;
  /** Address that phones reach, for the QR code; asked at each slip. */
  readonly followUrl: (ticket: string) => string;
  readonly demonstration: boolean;
  readonly log: Logger;
  /** Waits between tries of a slip that certainly did not come out, ms. */
  readonly retryAfterMs?: readonly number[];
  /** How often a printer that stands still is tried again, ms. */
  readonly askAgainMs?: number;
}

/** Causes that somebody mends at the printer, after which the same slip may come out: nothing of it was printed. */
const mendable: readonly string[] = [
  'paper-out',
  'cover-open',
  'printer-error',
  'offline',
  'no-answer',
  'unreachable',
  'device-error',
  'disk-full',
  'no-permission',
] satisfies PrintCause[];
const isMendable = (cause: string | null): boolean => cause !== null && mendable.includes(cause);

const checkpointName = 'print';
const batch = 100;

/**
 * Prints what committed events ask for, in order, one at a time. It remembers how far it came, so that a restart neither
 * loses a slip nor prints it twice unmarked: a slip whose outcome is not known comes out again as a marked reprint.
 */
export class Reactor {
  readonly #options: Options;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #awake = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Works off whatever is new; call it at start and after every commit. */
  wake(): void {
    if (this.#awake || this.#stop.signal.aborted) return;
    this.#awake = true;
    this.#running = this.#running
      .then(() => {
        this.#awake = false;
        return this.#work();
      })
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted)
          this.#options.log.error({ error: String(error) }, 'printing stopped until the next ticket');
      });
  }

  /** Ends after the slip under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #work(): Promise<void> {
    const { store } = this.#options;
    let seq = store.checkpoint(checkpointName);
    for (;;) {
      const events = store.eventsAfter(seq, batch);
      if (events.length === 0) return;
      for (const stored of events) {
        if (this.#stop.signal.aborted) return;
        const effect = react(stored.event);
        if (effect) await this.#print(effect);
        seq = stored.seq;
        if (effect) this.#remember(seq);
      }
      this.#remember(seq);
    }
  }

  #remember(seq: number): void {
    const [error] = this.#options.store.commit([(writer) => writer.saveCheckpoint(checkpointName, seq)]);
    if (error) throw error;
  }

  async #print(effect: Effect): Promise<void> {
    const { ticket: id, copy } = effect;
    const ticket = this.#options.centre.now().day.tickets.get(id);
    // The day is over, or a later copy was asked for meanwhile: this paper is worth nothing any more.
    if (!ticket || ticket.slip.copy !== copy || ticket.slip.state === 'printed') return;
    if (ticket.slip.state === 'failed' && !isMendable(ticket.slip.cause)) return;
    if (ticket.slip.state === 'sending') {
      // The server died between sending and recording. Only a marked copy may follow.
      // Both in one commit: should it die here again, no slip is left that failed and is not tried again.
      await Promise.all([
        this.#record({ type: 'RecordSlip', ticket: id, copy, result: { state: 'failed', cause: 'unknown' } }),
        this.#record({ type: 'ReprintSlip', ticket: id }),
      ]);
      return;
    }
    while (!(await this.#tryOnce(ticket, copy))) {
      await this.#untilMended();
      const now = this.#options.centre.now().day.tickets.get(id);
      // Called, gone or asked for again while the printer stood still: nobody waits for this paper any more.
      if (now?.status !== 'waiting' || now.slip.copy !== copy) {
        await this.#record({ type: 'RecordSlip', ticket: id, copy, result: { state: 'failed', cause: 'too-late' } });
        return;
      }
    }
  }

  /** Gives true when there is nothing more to do for this copy, false when it certainly did not come out and may later. */
  async #tryOnce(ticket: Ticket, copy: number): Promise<boolean> {
    const record = (result: CommandOf<'RecordSlip'>['result']) =>
      this.#record({ type: 'RecordSlip', ticket: ticket.id, copy, result });
    await record({ state: 'sending' });
    const outcome = await this.#send(this.#slipOf(this.#options.centre.now(), ticket, copy));
    if (outcome.state === 'printed' || outcome.state === 'sent') {
      await record({ state: 'printed' });
      return true;
    }
    const { cause, detail } = outcome;
    this.#options.log.warn({ cause, detail: withoutNames(detail) }, 'a slip was not printed');
    await record({ state: 'failed', cause: outcome.state === 'unknown' ? 'unknown' : cause });
    return outcome.state === 'unknown' || !isMendable(cause);
  }

  /** Until the printer says that it can print again; it is asked again now and then. Rejects when the reactor stops. */
  async #untilMended(): Promise<void> {
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, ended.signal]);
    const { printer, askAgainMs = 5000 } = this.#options;
    const told = new Promise<void>((resolve) => {
      const forget = printer.onStatus((status) => status.state !== 'blocked' && resolve());
      signal.addEventListener('abort', forget);
    });
    try {
      await Promise.race([told, wait(askAgainMs, undefined, { signal })]);
    } finally {
      ended.abort();
    }
  }

  async #send(slip: Slip): Promise<PrintOutcome> {
    const pauses = this.#options.retryAfterMs ?? [500, 2000];
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.#options.printer.print(slip, this.#stop.signal);
      const pause = pauses[attempt];
      if (outcome.state !== 'not-printed' || pause === undefined) return outcome;
      await wait(pause, undefined, { signal: this.#stop.signal });
    }
  }

  async #record(command: Command): Promise<void> {
    const actor = { role: 'system', id: 'printer' } as const;
    const outcome = await this.#options.centre.execute({ command, actor, requestId: null, answer: () => null });
    // A ticket of yesterday needs no record; anything else must not pass in silence.
    if (!outcome.ok && outcome.code !== 'slip-unknown')
      throw new Error(`the outcome of a slip was not recorded: ${outcome.code}`);
  }

  #slipOf({ day, rules, waits }: Moment, ticket: Ticket, copy: number): Slip {
    const view = ticketView(day, rules, waits, ticket);
    return numberSlipOf(this.#options.settings.settings, {
      ticket: ticket.id,
      copy,
      number: ticket.number,
      service: rules.services.find((service) => service.id === ticket.service)?.name ?? null,
      priority: rules.priorities.find((kind) => kind.id === ticket.priority)?.name ?? null,
      ahead: view.ahead ?? 0,
      wait: view.expectedWait,
      at: ticket.issuedAt,
      language: isLanguage(ticket.language) ? ticket.language : 'vi',
      followUrl: this.#options.followUrl(ticket.id),
      demonstration: this.#options.demonstration,
    });
  }
}

/** A message of the file system names the slip's file, and in it the ticket's key, which no log may hold. */
const withoutNames = (detail: string | undefined): string | undefined => detail?.replace(/'[^']*'/g, "'…'");
