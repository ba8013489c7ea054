import type { PrintCause } from './driver.ts';

/** What a printer's sensors say. */
export interface Signs {
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly nearEnd: boolean;
  /** The knife is stuck, the head is too hot or broken. */
  readonly fault: boolean;
  readonly offline: boolean;
}

export const noSigns: Signs = { coverOpen: false, paperOut: false, nearEnd: false, fault: false, offline: false };

/** Why nothing comes out now, or null: the sign that a person can mend first. */
export function blockedBy(signs: Signs): PrintCause | null {
  if (signs.coverOpen) return 'cover-open';
  if (signs.paperOut) return 'paper-out';
  if (signs.fault) return 'printer-error';
  return signs.offline ? 'offline' : null;
}

/** One answer of an ESC/POS printer. */
export type Reply =
  /** To DLE EOT; it does not say to which of the four questions. */
  | { readonly kind: 'real-time'; readonly byte: number }
  /** Automatic status: what all its sensors say. */
  | { readonly kind: 'automatic'; readonly signs: Signs }
  /** To GS r 1. */
  | { readonly kind: 'in-order' }
  /** To GS ( H: everything before this id is on paper. */
  | { readonly kind: 'process'; readonly id: string };

/** Letters of a process id: read without their frame, they are no other answer. */
export const processLetters = 'QSUWY[]_';

const processHead = 0x37;
const processFlag = 0x22;
/** GS r 1 answers two pairs of bits (paper near its end, paper out), each pair alike. */
const inOrder: ReadonlySet<number> = new Set([0x00, 0x03, 0x0c, 0x0f]);

const isRealTime = (byte: number): boolean => (byte & 0x93) === 0x12;
const isAutomaticHead = (byte: number): boolean => (byte & 0x93) === 0x10;
const isAutomaticBody = (byte: number): boolean => (byte & 0x90) === 0;

/**
 * Takes a printer's answers apart (Epson, ESC/POS command reference: fixed bits of each answer). They come in any pieces; a real-time
 * answer may stand inside another one. What fits no answer is dropped, and so is an answer that is cut off.
 */
export class StatusReader {
  #partial: number[] = [];

  push(bytes: Uint8Array): Reply[] {
    const replies: Reply[] = [];
    for (const byte of bytes) {
      const reply = this.#take(byte);
      if (reply) replies.push(reply);
    }
    return replies;
  }

  #take(byte: number): Reply | null {
    const head = this.#partial[0];
    if (head === processHead) return this.#takeProcess(byte);
    if (head !== undefined && isAutomaticBody(byte)) return this.#takeAutomatic(byte);
    if (isRealTime(byte)) return { kind: 'real-time', byte };
    this.#partial = [];
    if (byte === processHead || isAutomaticHead(byte)) {
      this.#partial = [byte];
      return null;
    }
    // Anything else is noise, or XON and XOFF.
    return inOrder.has(byte) ? { kind: 'in-order' } : null;
  }

  #takeAutomatic(byte: number): Reply | null {
    this.#partial.push(byte);
    const [first = 0, second = 0, third = 0] = this.#partial;
    if (this.#partial.length < 4) return null;
    this.#partial = [];
    return {
      kind: 'automatic',
      signs: {
        coverOpen: (first & 0x20) !== 0,
        paperOut: (third & 0x0c) !== 0,
        nearEnd: (third & 0x03) !== 0,
        fault: (second & 0x6c) !== 0,
        offline: (first & 0x08) !== 0,
      },
    };
  }

  #takeProcess(byte: number): Reply | null {
    const at = this.#partial.length;
    const fits = at === 1 ? byte === processFlag : at === 6 ? byte === 0 : byte >= 0x20 && byte <= 0x7e;
    if (!fits) {
      this.#partial = [];
      return this.#take(byte);
    }
    this.#partial.push(byte);
    if (at < 6) return null;
    const id = String.fromCharCode(...this.#partial.slice(2, 6));
    this.#partial = [];
    return { kind: 'process', id };
  }
}

/** The questions of DLE EOT, and what the answer to each one says. */
export const questions = [1, 2, 3, 4] as const;
export type Question = (typeof questions)[number];

/** What is known after an answer to a question. */
export function learn(signs: Signs, question: Question, byte: number): Signs {
  switch (question) {
    case 1:
      return { ...signs, offline: (byte & 0x08) !== 0 };
    case 2:
      return { ...signs, coverOpen: (byte & 0x04) !== 0 };
    case 3:
      return { ...signs, fault: (byte & 0x68) !== 0 };
    case 4:
      return { ...signs, nearEnd: (byte & 0x0c) !== 0, paperOut: (byte & 0x60) !== 0 };
  }
}

/** DLE EOT n: answered at once, also while the printer is off line. */
export const ask = (question: Question): Buffer => Buffer.from([0x10, 0x04, question]);
/** GS a: tell each change of line state, error and paper by itself, and tell them now. */
export const automaticOn = Buffer.from([0x1d, 0x61, 0x0e]);
/**
 * GS r 1, more often than a cut-off automatic status has bytes: what is left of one cannot be taken for the answers.
 */
export const inOrderCount = 5;
export const askInOrder = Buffer.concat(Array.from({ length: inOrderCount }, () => Buffer.from([0x1d, 0x72, 0x01])));
/** GS ( H: answer with this id when everything before is printed. */
export const askProcess = (id: string): Buffer =>
  Buffer.concat([Buffer.from([0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30]), Buffer.from(id, 'latin1')]);
