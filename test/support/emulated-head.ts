/** What commands do. `print` gets whatever puts dots or letters on paper; questions and ignored bytes are not among it. */
export interface HeadEffects {
  readonly print: (bytes: readonly number[]) => void;
  readonly cut: () => void;
  readonly initialise: () => void;
  readonly automatic: (on: boolean) => void;
  readonly paperStatus: () => void;
  readonly process: (id: Buffer) => void;
}

const DLE = 0x10;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const letter = (text: string): number => text.charCodeAt(0);

/** Works off ESC/POS one byte after another, as a printer does: half a command waits for its rest. */
export class EmulatedHead {
  readonly #effects: HeadEffects;
  #command: number[] = [];

  constructor(effects: HeadEffects) {
    this.#effects = effects;
  }

  take(byte: number): void {
    if (this.#command.length === 0 && byte === 0) return;
    this.#command.push(byte);
    if (this.#command.length < this.#length()) return;
    const command = this.#command;
    this.#command = [];
    this.#do(command);
  }

  /** Of the command that has begun, as far as that is known. */
  #length(): number {
    const [first, second, third = 0] = this.#command;
    const word = (at: number): number => (this.#command[at] ?? 0) + 256 * (this.#command[at + 1] ?? 0);
    const known = (header: number, length: () => number): number => (this.#command.length < header ? header : length());
    if (first === undefined || ![DLE, ESC, FS, GS].includes(first)) return 1;
    if (second === undefined) return 2;
    if (first === DLE) return 3;
    if (first === FS) return second === letter('.') || second === letter('&') ? 2 : 3;
    if (first === ESC) {
      if (second === letter('*')) return known(5, () => 5 + word(3) * (third >= 32 ? 3 : 1));
      if ('@2im'.includes(String.fromCharCode(second))) return 2;
      return second === letter('$') || second === letter('\\') ? 4 : 3;
    }
    if (second === letter('v')) return known(8, () => 8 + word(4) * word(6));
    if (second === letter('(')) return known(5, () => 5 + word(3));
    if (second === letter('V')) return known(3, () => (third >= 65 ? 4 : 3));
    return 'PLW\\'.includes(String.fromCharCode(second)) ? 4 : 3;
  }

  #do(command: readonly number[]): void {
    const [first, second, third = 0] = command;
    if (first === DLE) return;
    if (first === GS && second === letter('a')) this.#effects.automatic(third !== 0);
    else if (first === GS && second === letter('r')) this.#effects.paperStatus();
    else if (first === GS && second === letter('(') && third === letter('H'))
      this.#effects.process(Buffer.from(command.slice(7, 11)));
    else this.#put(command);
  }

  #put(command: readonly number[]): void {
    const [first, second] = command;
    this.#effects.print(command);
    if (first === ESC && second === letter('@')) this.#effects.initialise();
    if (isCut(command)) this.#effects.cut();
  }
}

const isCut = ([first, second]: readonly number[]): boolean =>
  (first === GS && second === letter('V')) || (first === ESC && (second === letter('i') || second === letter('m')));
