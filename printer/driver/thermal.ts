import type { Slip } from '../../core/slip.ts';
import { type PrinterAddress, transportTo } from '../address.ts';
import { type Condition, StatusBoard } from '../condition.ts';
import type { Printer, PrinterStatus, PrintOutcome } from '../driver.ts';
import { encodeSlip } from '../encode.ts';
import { runJob } from '../job.ts';
import { type Abilities, Link, type Timing, usualTiming } from '../link.ts';
import type { PrinterProfile } from '../profile.ts';
import { type Transport, TransportError } from '../transport/transport.ts';

export interface ThermalPrinterOptions {
  readonly profile: PrinterProfile;
  /** Makes a connection, not yet opened. */
  readonly connect: () => Transport;
  /** A slip in the printer's language. */
  readonly encode?: (slip: Slip, profile: PrinterProfile) => Promise<Buffer>;
  readonly timing?: Timing;
}

/** Outcomes of so many slips are remembered, so that none comes out twice under one id. */
const remembered = 1000;

/** The printer at an address (`parseAddress`). */
export const printerAt = ({ place, profile }: PrinterAddress): Printer =>
  thermalPrinter({ profile, connect: () => transportTo(place) });

/** A printer for slips: thermal, and whatever else speaks such a dialect. */
export function thermalPrinter(options: ThermalPrinterOptions): Printer {
  return new ThermalPrinter(options);
}

class ThermalPrinter implements Printer {
  readonly #options: ThermalPrinterOptions;
  readonly #timing: Timing;
  readonly #board = new StatusBoard();
  readonly #outcomes = new Map<string, PrintOutcome>();
  readonly #stop = new AbortController();
  readonly #watch: NodeJS.Timeout;
  #abilities: Abilities = { answers: null };
  #link: Link | null = null;
  /** A slip broke off, and half of it may be in the printer. */
  #torn = false;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: ThermalPrinterOptions) {
    this.#options = options;
    this.#timing = options.timing ?? usualTiming;
    this.#watch = setInterval(() => this.#lookWhenIdle(), this.#timing.watchMs);
    this.#watch.unref();
  }

  print(slip: Slip, signal?: AbortSignal): Promise<PrintOutcome> {
    return this.#inTurn(() => this.#print(slip, signal));
  }

  async status(): Promise<PrinterStatus> {
    // One that holds a slip back is asked by that slip.
    if (!this.#stop.signal.aborted && (this.#waiting === 0 || !this.#board.status))
      await this.#inTurn(() => this.#refresh());
    return this.#board.status ?? this.#board.show({ state: 'blocked', cause: 'closed' });
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    return this.#board.onStatus(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#stop.abort();
    await this.#last;
    const link = this.#link;
    this.#link = null;
    await link?.close().catch(forgiven);
    this.#board.show({ state: 'blocked', cause: 'closed' });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const done = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = done.catch(() => undefined); // its own caller is told
    return done;
  }

  async #print(slip: Slip, signal?: AbortSignal): Promise<PrintOutcome> {
    const before = this.#outcomes.get(slip.id);
    if (this.#stop.signal.aborted) return { state: 'not-printed', cause: 'closed' };
    if (signal?.aborted) return { state: 'not-printed', cause: 'aborted' };
    if (before) return before;
    const { profile, encode = encodeSlip } = this.#options;
    let bytes: Buffer;
    try {
      bytes = await encode(slip, profile);
    } catch (error) {
      return { state: 'not-printed', cause: 'not-drawable', detail: String(error) };
    }
    const link = await this.#ready();
    if (!(link instanceof Link)) return link;
    if (signal?.aborted) return { state: 'not-printed', cause: 'aborted' };
    const outcome = await runJob(link, bytes, {
      timing: this.#timing,
      stop: this.#stop.signal,
      onHold: (hold) => this.#board.show(hold ? { state: 'blocked', cause: hold } : conditionOf(link)),
    });
    await this.#ended(slip.id, link, outcome);
    return outcome;
  }

  async #ended(id: string, link: Link, outcome: PrintOutcome): Promise<void> {
    if (outcome.state !== 'not-printed') this.#remember(id, outcome);
    if (outcome.state === 'unknown') this.#torn = true;
    // One that does not tell of changes is asked once more: it has printed, so somebody has mended it.
    if (outcome.state === 'printed' && link.cause) await link.look().catch(() => link.abandon());
    if (outcome.state === 'printed' || outcome.state === 'sent') this.#board.show(conditionOf(link));
    else this.#board.show({ state: 'blocked', cause: outcome.cause, detail: outcome.detail });
    if (!link.ended && !link.speaks) void link.close().catch(forgiven);
    if (link.ended || !link.speaks) this.#link = null;
  }

  #remember(id: string, outcome: PrintOutcome): void {
    this.#outcomes.set(id, outcome);
    for (const oldest of this.#outcomes.keys()) {
      if (this.#outcomes.size <= remembered) break;
      this.#outcomes.delete(oldest);
    }
  }

  /** A link whose printer prints now, or why there is none. */
  async #ready(): Promise<Link | Extract<PrintOutcome, { state: 'not-printed' }>> {
    for (;;) {
      const fresh = this.#link === null;
      const link = this.#link ?? this.#connect();
      try {
        if (fresh) await link.open();
        this.#link = link;
        await link.look();
        if (!link.cause) {
          await link.prepare(this.#torn);
          this.#torn = false;
        }
        this.#board.show(conditionOf(link));
        if (!link.cause) return link;
        return { state: 'not-printed', cause: link.cause };
      } catch (error) {
        link.abandon();
        this.#link = null;
        if (!(error instanceof TransportError)) throw error;
        // A connection that died between two slips is no reason to fail this one.
        if (!fresh) continue;
        this.#board.show({ state: 'blocked', cause: error.cause, detail: error.message });
        return { state: 'not-printed', cause: error.cause, detail: error.message };
      }
    }
  }

  #connect(): Link {
    const link = new Link(this.#options.connect(), this.#options.profile, this.#abilities, this.#timing);
    link.on((event) => {
      if (link !== this.#link || this.#waiting > 0) return;
      if ('reply' in event) this.#board.show(conditionOf(link));
      else this.#lookWhenIdle();
    });
    return link;
  }

  #lookWhenIdle(): void {
    if (this.#waiting > 0 || this.#stop.signal.aborted) return;
    this.#inTurn(() => this.#refresh()).catch((error: unknown) =>
      this.#board.show({ state: 'blocked', cause: 'device-error', detail: String(error) }),
    );
  }

  async #refresh(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    if (this.#link?.ended) this.#link = null;
    // One that was silent once may only have been busy.
    if (this.#abilities.answers?.length === 0) this.#abilities.answers = null;
    const link = await this.#ready();
    if (!(link instanceof Link) || link.speaks) return;
    this.#link = null;
    await link.close().catch(forgiven);
  }
}

/** Everything of a slip was delivered before; that a connection ends badly afterwards changes nothing. */
const forgiven = (): undefined => undefined;

function conditionOf(link: Link): Condition {
  if (link.cause) return { state: 'blocked', cause: link.cause };
  return link.signs.nearEnd ? { state: 'near-end', cause: 'paper-near-end' } : { state: 'ready' };
}
