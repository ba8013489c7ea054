import { type Bitmap, blacken, emptyBitmap, isBlack } from '../../printer/bitmap.ts';

/** What came out of a printer that understood every byte. */
export interface Printed {
  /** As wide as the head; white rows below the last ink are kept. */
  readonly paper: Bitmap;
  /** Lines of letters, in the bytes of the pages in force. */
  readonly lines: readonly PrintedLine[];
  readonly codes: readonly string[];
  readonly cuts: number;
  /** Length of the longest picture in one command, in bytes. */
  readonly longestPicture: number;
  readonly commands: readonly string[];
}

export interface PrintedLine {
  readonly runs: readonly { readonly page: number; readonly bytes: readonly number[] }[];
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly align: number;
}

export interface DecoderOptions {
  readonly widthDots: number;
  /** Whether letters may come: a stray one in a picture slip is a fault. */
  readonly letters?: boolean;
  readonly dialect?: 'escpos' | 'star' | 'brother';
}

/** Reads a stream as a printer does, written against the makers' manuals, not against our encoder. Throws at the first byte it does not know. */
export function decode(stream: Uint8Array, options: DecoderOptions): Printed {
  return new Decoder(stream, options).run();
}

const textDots = 24;

class Decoder {
  readonly #stream: Uint8Array;
  readonly #options: DecoderOptions;
  #at = 0;
  readonly #dots: [number, number][] = [];
  #x = 0;
  #y = 0;
  /** Rows that the line under way takes; a feed moves at least so far. */
  #lineRows = 0;
  #spacing: number | null = null;
  #page = 0;
  #size = { width: 1, height: 1 };
  #bold = false;
  #align = 0;
  #runs: { page: number; bytes: number[] }[] = [];
  readonly #lines: PrintedLine[] = [];
  readonly #codes: string[] = [];
  #codeData = '';
  #cuts = 0;
  #cutAtPage = 0;
  #longestPicture = 0;
  readonly #commands: string[] = [];

  constructor(stream: Uint8Array, options: DecoderOptions) {
    this.#stream = stream;
    this.#options = options;
  }

  run(): Printed {
    while (this.#at < this.#stream.length) this.#step();
    if (this.#lineRows > 0 || this.#runs.length > 0) throw new Error('The last line was never printed');
    const paper = emptyBitmap(this.#options.widthDots, this.#y);
    for (const [x, y] of this.#dots) {
      if (x >= paper.width) throw new Error(`A dot at ${x} is beyond the head of ${paper.width}`);
      if (y >= paper.height) throw new Error(`A dot at row ${y} was never fed out`);
      blacken(paper, x, y);
    }
    return {
      paper,
      lines: this.#lines,
      codes: this.#codes,
      cuts: this.#cuts,
      longestPicture: this.#longestPicture,
      commands: this.#commands,
    };
  }

  #step(): void {
    const first = this.#byte();
    switch (first) {
      case 0x0a:
        this.#commands.push('LF');
        this.#lineFeed();
        return;
      case 0x0c:
        if (this.#options.dialect !== 'brother') break;
        this.#commands.push('FF');
        this.#cuts += this.#cutAtPage;
        return;
      case 0x1b:
        this.#escape();
        return;
      case 0x1c:
        if (this.#byte() !== 0x2e) break;
        this.#commands.push('FS .');
        return;
      case 0x1d:
        if (this.#options.dialect === undefined || this.#options.dialect === 'escpos') {
          this.#group();
          return;
        }
        break;
      default:
        if (first >= 0x20 && this.#options.letters) {
          this.#letter(first);
          return;
        }
    }
    this.#unknown(first);
  }

  #escape(): void {
    const dialect = this.#options.dialect ?? 'escpos';
    const command = this.#byte();
    this.#commands.push(`ESC ${String.fromCharCode(command)}`);
    switch (command) {
      case 0x40: // @
        this.#spacing = null;
        this.#size = { width: 1, height: 1 };
        this.#align = 0;
        this.#bold = false;
        return;
      case 0x32: // 2
        this.#spacing = null;
        return;
      case 0x33: // 3
        this.#spacing = this.#byte();
        return;
    }
    if (dialect === 'star') {
      this.#star(command);
      return;
    }
    if (dialect === 'brother') {
      this.#brother(command);
      return;
    }
    switch (command) {
      case 0x24: // $
        this.#x = this.#word();
        return;
      case 0x2a: // *
        this.#columns(33, 24);
        return;
      case 0x45: // E
        this.#bold = this.#byte() === 1;
        return;
      case 0x4a: // J
        this.#printLine(this.#byte());
        return;
      case 0x61: // a
        this.#align = this.#byte();
        return;
      case 0x69: // i
        this.#cut();
        return;
      case 0x74: // t
        this.#page = this.#byte();
        return;
    }
    this.#unknown(command);
  }

  #star(command: number): void {
    switch (command) {
      case 0x30: // 0: lines of 3 mm
        this.#spacing = 24;
        return;
      case 0x7a: // z 1: lines of 4 mm
        if (this.#byte() !== 1) break;
        this.#spacing = null;
        return;
      case 0x6b: {
        // k n1 n2: 24 rows
        const bytes = this.#byte();
        if (this.#byte() !== 0) break;
        this.#rows(bytes, 24, false);
        return;
      }
      case 0x64: // d 2, d 3
        if (![2, 3].includes(this.#byte())) break;
        this.#cut();
        return;
    }
    this.#unknown(command);
  }

  #brother(command: number): void {
    switch (command) {
      case 0x2a: // *
        this.#columns(72, 48);
        return;
      case 0x69: {
        // i a 0, i C n
        const sub = this.#byte();
        const value = this.#byte();
        if (sub === 0x61 && value === 0) return;
        if (sub === 0x43) {
          this.#cutAtPage = value;
          return;
        }
      }
    }
    this.#unknown(command);
  }

  #group(): void {
    const command = this.#byte();
    this.#commands.push(`GS ${String.fromCharCode(command)}`);
    switch (command) {
      case 0x21: {
        // !
        const value = this.#byte();
        this.#size = { width: (value >> 4) + 1, height: (value & 15) + 1 };
        return;
      }
      case 0x28: // ( k
        if (this.#byte() === 0x6b) {
          this.#code();
          return;
        }
        break;
      case 0x50: // P
        this.#at += 2;
        return;
      case 0x56: {
        // V 65 n, V 66 n
        const mode = this.#byte();
        if ((mode !== 65 && mode !== 66) || this.#byte() !== 0) break;
        this.#cut();
        return;
      }
      case 0x76: {
        // v 0 m xL xH yL yH
        if (this.#byte() !== 0x30 || ![0, 48].includes(this.#byte())) break;
        const bytes = this.#word();
        this.#rows(bytes, this.#word(), true);
        return;
      }
    }
    this.#unknown(command);
  }

  #rows(bytes: number, rows: number, moves: boolean): void {
    if (this.#runs.length > 0) throw new Error('A picture in the middle of a line of letters');
    this.#longestPicture = Math.max(this.#longestPicture, bytes * rows);
    for (let y = 0; y < rows; y++)
      for (let i = 0; i < bytes; i++) {
        const byte = this.#byte();
        for (let bit = 0; bit < 8; bit++)
          if (byte & (0x80 >> bit)) this.#dots.push([this.#x + i * 8 + bit, this.#y + y]);
      }
    if (moves) {
      this.#y += rows;
      this.#x = 0;
    } else this.#lineRows = rows;
  }

  #columns(mode: number, rows: number): void {
    const asked = this.#byte();
    if (asked !== mode) throw new Error(`A picture in mode ${asked}`);
    const count = this.#word();
    this.#longestPicture = Math.max(this.#longestPicture, (count * rows) / 8);
    for (let column = 0; column < count; column++)
      for (let i = 0; i < rows / 8; i++) {
        const byte = this.#byte();
        for (let bit = 0; bit < 8; bit++)
          if (byte & (0x80 >> bit)) this.#dots.push([this.#x + column, this.#y + i * 8 + bit]);
      }
    this.#x += count;
    this.#lineRows = rows;
  }

  #code(): void {
    const length = this.#word();
    const data = this.#stream.subarray(this.#at, this.#at + length);
    this.#at += length;
    const [kind, fn] = data;
    if (kind !== 0x31) throw new Error(`A code of kind ${kind}`);
    if (fn === 0x50) this.#codeData = Buffer.from(data.subarray(3)).toString('utf8');
    else if (fn === 0x51) this.#codes.push(this.#codeData);
    else if (fn !== 0x41 && fn !== 0x43 && fn !== 0x45) throw new Error(`Function ${fn} of a code`);
  }

  #letter(byte: number): void {
    const last = this.#runs.at(-1);
    if (last?.page === this.#page) last.bytes.push(byte);
    else this.#runs.push({ page: this.#page, bytes: [byte] });
    this.#lineRows = Math.max(this.#lineRows, textDots * this.#size.height);
  }

  #lineFeed(): void {
    this.#printLine(Math.max(this.#lineRows, this.#spacing ?? 30));
  }

  #printLine(feed: number): void {
    if (this.#runs.length > 0)
      this.#lines.push({ runs: this.#runs, ...this.#size, bold: this.#bold, align: this.#align });
    this.#runs = [];
    this.#y += Math.max(feed, this.#lineRows);
    this.#lineRows = 0;
    this.#x = 0;
  }

  #cut(): void {
    if (this.#lineRows > 0) throw new Error('Cut before the last line was printed');
    this.#cuts += 1;
  }

  #byte(): number {
    const byte = this.#stream[this.#at];
    if (byte === undefined) throw new Error('The stream ends in the middle of a command');
    this.#at += 1;
    return byte;
  }

  #word(): number {
    return this.#byte() + 256 * this.#byte();
  }

  #unknown(byte: number): never {
    const around = Buffer.from(this.#stream.subarray(Math.max(0, this.#at - 4), this.#at + 4)).toString('hex');
    throw new Error(`Not a command: ${byte} before byte ${this.#at} (${around})`);
  }
}

/** Where two pictures differ; rows that only one of them has count as white. */
export function differences(one: Bitmap, other: Bitmap): [x: number, y: number][] {
  const found: [number, number][] = [];
  for (let y = 0; y < Math.max(one.height, other.height); y++)
    for (let x = 0; x < Math.max(one.width, other.width); x++)
      if (blackAt(one, x, y) !== blackAt(other, x, y)) found.push([x, y]);
  return found;
}

const blackAt = (bitmap: Bitmap, x: number, y: number): boolean =>
  x < bitmap.width && y < bitmap.height && isBlack(bitmap, x, y);
