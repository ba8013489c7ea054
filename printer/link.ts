import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterProfile } from './profile.ts';
import {
  ask,
  askInOrder,
  askProcess,
  automaticOn,
  blockedBy,
  inOrderCount,
  learn,
  noSigns,
  processLetters,
  type Question,
  questions,
  type Reply,
  type Signs,
  StatusReader,
} from './status.ts';
import { type Transport, TransportError } from './transport/transport.ts';

/** How long a printer is given, in ms. */
export interface Timing {
  /** For an answer that comes at once. */
  readonly replyMs: number;
  /** Between two questions to one that holds a slip back. */
  readonly pollMs: number;
  /** Without any progress, before people are told. */
  readonly stallMs: number;
  /** For the answer after a slip, besides the time that its bytes take … */
  readonly confirmMs: number;
  /** … each, on the slowest printer. */
  readonly byteMs: number;
  /** Between two looks while nothing is printed. */
  readonly watchMs: number;
}

export const usualTiming: Timing = {
  replyMs: 800,
  pollMs: 1000,
  stallMs: 3000,
  confirmMs: 15_000,
  byteMs: 1,
  watchMs: 5000,
};

/** What a printer has shown to answer, kept over connections: the questions of DLE EOT. Null: not tried yet. */
export interface Abilities {
  answers: readonly Question[] | null;
}

/** GS V 66 0: feed to the knife and cut. */
const cut = Buffer.from([0x1d, 0x56, 66, 0]);
const initialise = Buffer.from([0x1b, 0x40]);

let lastProcess = 0;

/** A process id that no slip of the last few thousand had. */
function nextProcess(): string {
  lastProcess = (lastProcess + 1) % processLetters.length ** 4;
  return [0, 1, 2, 3]
    .map((place) => processLetters[Math.floor(lastProcess / processLetters.length ** place) % processLetters.length])
    .join('');
}

/** A question that only everything before it being processed answers. */
export interface Barrier {
  readonly bytes: Buffer;
  /** Takes each reply; true when it was the answer. */
  readonly answered: (reply: Reply) => boolean;
}

type Event = { readonly reply: Reply } | { readonly lost: TransportError | null };

/** An open connection to a printer, with what it answers. */
export class Link {
  readonly #transport: Transport;
  readonly #profile: PrinterProfile;
  readonly #timing: Timing;
  readonly #reader = new StatusReader();
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #asked: Question[] = [];
  readonly abilities: Abilities;
  /** As it told them last. */
  signs: Signs = noSigns;
  #heard: Signs = noSigns;
  /** Answers that nobody asked for: what it says to GS r is not to be believed. */
  #babbles = false;
  #awaitsInOrder = 0;
  #barrier: 'gs-h' | 'gs-r' | null = null;
  #prepared = false;
  #ended = false;

  constructor(transport: Transport, profile: PrinterProfile, abilities: Abilities, timing: Timing) {
    this.#transport = transport;
    this.#profile = profile;
    this.#timing = timing;
    this.abilities = abilities;
    transport.onData((bytes) => {
      for (const reply of this.#reader.push(bytes)) this.#hear(reply);
    });
    transport.onClose((lost) => {
      this.#ended = true;
      this.#tell({ lost });
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Whether it answers at all: only then is it kept open between slips. */
  get speaks(): boolean {
    return (this.abilities.answers?.length ?? 0) > 0 && this.#transport.canRead;
  }

  get spools(): boolean {
    return this.#transport.spools;
  }

  /** Tells of each reply and of the end. Returns how to stop. */
  on(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open(): Promise<void> {
    return this.#transport.open();
  }

  write(bytes: Buffer, onProgress?: () => void): Promise<void> {
    return this.#transport.write(bytes, onProgress);
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#transport.close();
  }

  abandon(): void {
    this.#ended = true;
    this.#transport.abandon();
  }

  /**
   * Asks for all its signs. Null: it does not answer, and nothing says that it ever could.
   * @throws TransportError 'no-answer' when it can answer and does not.
   */
  async look(): Promise<Signs | null> {
    if (!this.#transport.canRead || !this.#profile.status.dleEot || this.abilities.answers?.length === 0) return null;
    const known = this.abilities.answers;
    const answered: Question[] = [];
    for (const question of known ?? questions) {
      const { replyMs } = this.#timing;
      if (await this.#answer(ask(question), (reply) => reply.kind === 'real-time', replyMs, question)) {
        answered.push(question);
        continue;
      }
      this.#asked.length = 0;
      if (known || (answered.length === 0 && !this.#transport.endsWithPower))
        throw new TransportError('no-answer', 'the printer does not answer');
      if (answered.length === 0) break;
    }
    this.abilities.answers = answered;
    return answered.length > 0 ? this.signs : null;
  }

  /** Asks again without waiting for the answers, unless earlier questions are still open. For a slip that waits. */
  async poll(): Promise<void> {
    if (this.#asked.length > 0 || !this.speaks) return;
    const asking = this.abilities.answers ?? [];
    this.#asked.push(...asking);
    await this.write(Buffer.concat(asking.map(ask)));
  }

  /**
   * Switches automatic status on and finds out how slips are confirmed. `torn`: the last slip broke off, so what is left of it in
   * the printer is ended and cut off first. To be called when its signs say that it prints.
   */
  async prepare(torn: boolean): Promise<void> {
    if (this.#prepared) return;
    if (torn) await this.write(this.#clearing(true));
    if (this.speaks && !(await this.#greet())) {
      // Paper that ran out meanwhile says nothing about what it can answer.
      if (await this.#blocks()) return;
      // Half a picture of an earlier life may have swallowed the questions.
      await this.write(this.#clearing(false));
      if (!(await this.#greet()) && (await this.#blocks())) return;
    }
    if (this.#barrier === 'gs-r' && (torn || this.#babbles)) {
      // Answers to an earlier life come first, and would be counted in place of our own.
      await pause(this.#timing.replyMs);
      this.#babbles = false;
    }
    this.#prepared = true;
  }

  async #blocks(): Promise<boolean> {
    await this.look();
    return this.cause !== null;
  }

  /** Zeros are the rest of any picture that broke off, and nothing outside of one. */
  #clearing(withCut: boolean): Buffer {
    const { bufferBytes, cutter, dialect } = this.#profile;
    const cuts = withCut && cutter !== 'none' && dialect === 'escpos';
    return Buffer.concat([Buffer.alloc(bufferBytes), initialise, cuts ? cut : Buffer.alloc(0)]);
  }

  /** False when something that the profile promises was not answered. */
  async #greet(): Promise<boolean> {
    const { asb, barrier } = this.#profile.status;
    // The zeros before it take their time.
    const patience = this.#timing.replyMs + this.#profile.bufferBytes * this.#timing.byteMs;
    const automatic = !asb || (await this.#answer(automaticOn, (reply) => reply.kind === 'automatic', patience));
    this.#barrier = null;
    if (barrier === 'none') return automatic;
    for (const kind of barrier === 'gs-h' ? (['gs-h', 'gs-r'] as const) : (['gs-r'] as const)) {
      // What it says to GS r can be told from automatic status only where that was answered, or never comes.
      if (kind === 'gs-r' && !automatic) continue;
      const { bytes, answered } = this.#barrierOf(kind);
      if (await this.#answer(bytes, answered, this.#timing.replyMs)) {
        this.#barrier = kind;
        return automatic && kind === barrier;
      }
    }
    return false;
  }

  /** The question after a slip, to be sent at once; null when this printer confirms nothing. */
  barrier(): Barrier | null {
    if (!this.speaks || !this.#barrier) return null;
    const barrier = this.#barrierOf(this.#barrier);
    // Answers that came before they were asked for make the next ones worthless.
    return this.#barrier === 'gs-r' && this.#babbles ? { ...barrier, answered: () => false } : barrier;
  }

  #barrierOf(kind: 'gs-h' | 'gs-r'): Barrier {
    if (kind === 'gs-h') {
      const id = nextProcess();
      return { bytes: askProcess(id), answered: (reply) => reply.kind === 'process' && reply.id === id };
    }
    this.#awaitsInOrder = inOrderCount;
    return {
      bytes: askInOrder,
      answered: (reply) => reply.kind === 'in-order' && this.#awaitsInOrder === 0,
    };
  }

  /** A slip's bytes with automatic status: initialising, with which each one begins, has switched it off. */
  withStatus(slip: Buffer): Buffer {
    if (!this.speaks || !this.#profile.status.asb || !slip.subarray(0, 2).equals(initialise)) return slip;
    return Buffer.concat([initialise, automaticOn, slip.subarray(2)]);
  }

  /** Why nothing comes out now, as far as it told. */
  get cause() {
    return blockedBy(this.signs);
  }

  async #answer(bytes: Buffer, fits: (reply: Reply) => boolean, withinMs: number, question?: Question) {
    return new Promise<boolean>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        stop();
        settle();
      };
      const timer = setTimeout(() => end(() => resolve(false)), withinMs);
      const stop = this.on((event) => {
        if ('lost' in event) end(() => reject(event.lost ?? new TransportError('closed', 'closed')));
        else if (fits(event.reply)) end(() => resolve(true));
      });
      if (question) this.#asked.push(question);
      this.write(bytes).catch((error: unknown) => end(() => reject(error)));
    });
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'automatic') {
      this.signs = reply.signs;
      this.#heard = reply.signs;
    }
    if (reply.kind === 'real-time') {
      const question = this.#asked.shift();
      if (question === undefined) return;
      this.#heard = learn(this.#heard, question, reply.byte);
      // Half of the answers would say "off line" of a printer without paper.
      if (this.#asked.length === 0) this.signs = this.#heard;
    }
    if (reply.kind === 'in-order') {
      if (this.#awaitsInOrder === 0) this.#babbles = true;
      else this.#awaitsInOrder -= 1;
    }
    this.#tell({ reply });
  }

  #tell(event: Event): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
