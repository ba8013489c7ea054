import type { PrintCause, PrintOutcome } from './driver.ts';
import type { Barrier, Link, Timing } from './link.ts';
import { TransportError } from './transport/transport.ts';

/** What a slip under way waits for, or null when it goes on. */
export type Hold = PrintCause | null;

interface JobOptions {
  readonly timing: Timing;
  /** Ends the wait for a printer that is blocked. */
  readonly stop: AbortSignal;
  readonly onHold: (hold: Hold) => void;
}

/**
 * Sends a slip that has not begun and waits until it is on paper. Once a byte has left it is never sent again: a printer that is
 * blocked holds the rest and goes on by itself when it is mended. The link's signs must say that it prints.
 */
export async function runJob(link: Link, slip: Buffer, options: JobOptions): Promise<PrintOutcome> {
  if (link.spools) return handOver(link, slip);
  const job = new Job(link, options);
  const outcome = await job.run(slip);
  if (outcome.state === 'unknown') link.abandon();
  return outcome;
}

/** A queue takes the whole slip, or refuses it. */
async function handOver(link: Link, slip: Buffer): Promise<PrintOutcome> {
  try {
    await link.write(slip);
    return { state: 'sent' };
  } catch (error) {
    return failed(error);
  }
}

const failed = (error: unknown): PrintOutcome => {
  if (!(error instanceof TransportError)) throw error;
  return { state: error.begun ? 'unknown' : 'not-printed', cause: error.cause, detail: error.message };
};

class Job {
  readonly #link: Link;
  readonly #options: JobOptions;
  #hold: Hold = null;
  /** The whole slip has left, and the question after it. */
  #asked = false;
  /** When something last moved, in ms of a steady clock. */
  #moved = performance.now();

  constructor(link: Link, options: JobOptions) {
    this.#link = link;
    this.#options = options;
  }

  async run(slip: Buffer): Promise<PrintOutcome> {
    const ended = new AbortController();
    try {
      // When the watch ends first, the caller abandons the link, and sending fails unheard.
      return await Promise.race([this.#send(slip), this.#watch(slip.length, ended.signal)]);
    } finally {
      ended.abort();
      this.#holdFor(null);
    }
  }

  async #send(slip: Buffer): Promise<PrintOutcome> {
    try {
      await this.#link.write(this.#link.withStatus(slip), () => this.#move());
    } catch (error) {
      return failed(error);
    }
    try {
      const barrier = this.#link.barrier();
      if (barrier) return await this.#confirm(barrier);
      // The end of the connection says that the printer has taken everything.
      await this.#link.close();
      return { state: 'sent' };
    } catch (error) {
      return uncertain(error);
    }
  }

  #confirm({ bytes, answered }: Barrier): Promise<PrintOutcome> {
    return new Promise((resolve, reject) => {
      const stop = this.#link.on((event) => {
        if ('lost' in event) reject(event.lost ?? new TransportError('closed', 'closed'));
        else if (answered(event.reply)) resolve({ state: 'printed' });
        else return;
        stop();
      });
      this.#link.write(bytes).then(() => {
        this.#asked = true;
        this.#move();
      }, reject);
    });
  }

  #move(): void {
    this.#moved = performance.now();
  }

  /** Looks after a slip that does not come out, and gives up where no more can be known. */
  #watch(bytes: number, ended: AbortSignal): Promise<PrintOutcome> {
    const { timing, stop } = this.#options;
    return new Promise((resolve) => {
      const see = () => {
        const silence = performance.now() - this.#moved;
        const cause = this.#link.cause;
        this.#holdFor(cause ?? (silence > timing.stallMs ? 'no-answer' : null));
        if (cause) this.#move();
        if (this.#hold && stop.aborted) resolve({ state: 'unknown', cause: 'closed' });
        // A slow printer is given its time; one that takes no more bytes is as good as switched off line, and waited for.
        else if (this.#asked && silence > timing.confirmMs + bytes * timing.byteMs)
          resolve({ state: 'unknown', cause: 'no-answer', detail: 'the slip was sent and not confirmed' });
      };
      const look = () => {
        see();
        // While the slip is on its way a question would become a part of its picture.
        if (this.#asked) this.#link.poll().catch((error: unknown) => resolve(uncertain(error)));
      };
      const timer = setInterval(look, timing.pollMs);
      const quiet = this.#link.on(see);
      stop.addEventListener('abort', see);
      ended.addEventListener('abort', () => {
        clearInterval(timer);
        quiet();
        stop.removeEventListener('abort', see);
      });
    });
  }

  #holdFor(hold: Hold): void {
    if (hold === this.#hold) return;
    this.#hold = hold;
    this.#options.onHold(hold);
  }
}

/** After the slip itself has left. */
const uncertain = (error: unknown): PrintOutcome => {
  if (!(error instanceof TransportError)) throw error;
  return { state: 'unknown', cause: error.cause, detail: error.message };
};
