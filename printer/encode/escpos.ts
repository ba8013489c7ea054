import { createRequire } from 'node:module';

/** A picture as `escpos` passes it on. */
interface RasterImage {
  toRaster(): { data: Buffer; width: number; height: number };
}

/** The part of `escpos`' builder that makes right bytes and that we use. */
interface EscposBuilder {
  hardware(command: 'init'): EscposBuilder;
  raster(image: RasterImage): EscposBuilder;
  align(where: 'lt' | 'ct'): EscposBuilder;
  setCharacterCodeTable(page: number): EscposBuilder;
  lineSpace(dots?: number): EscposBuilder;
  raw(bytes: Buffer): EscposBuilder;
  flush(done: (error?: Error | null) => void): EscposBuilder;
}

/** Where `escpos` writes to: a device of its own making is never opened. */
interface EscposAdapter {
  write(bytes: Buffer, done: (error?: Error | null) => void): void;
}

interface EscposModule {
  readonly Printer: new (adapter: EscposAdapter) => EscposBuilder;
  readonly Image: new (pixels: { data: readonly number[]; shape: readonly number[] }) => RasterImage;
}

/** escpos 3.0.0-alpha.6 is CommonJS without types. */
const escpos = createRequire(import.meta.url)('escpos') as EscposModule;

/** Dots that are ready: `escpos` would take them out of RGBA pixels one by one. */
class ReadyRaster extends escpos.Image {
  readonly #raster: { data: Buffer; width: number; height: number };

  constructor(data: Buffer, width: number, height: number) {
    super({ data: [], shape: [0, 0, 4] });
    this.#raster = { data, width, height };
  }

  override toRaster() {
    return this.#raster;
  }
}

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;

/** A stream of ESC/POS commands. Those of `escpos` where they are right; each of our own says why. */
export class EscposStream {
  readonly #chunks: Buffer[] = [];
  readonly #builder = new escpos.Printer({
    write: (bytes, done) => {
      this.#chunks.push(bytes);
      done();
    },
  });

  /** Ends whatever an earlier slip, or half of one, left behind. */
  init(): this {
    this.#builder.hardware('init');
    return this;
  }

  /** GS v 0. `width` is in bytes of eight dots. */
  raster(data: Buffer, width: number, height: number): this {
    this.#builder.raster(new ReadyRaster(data, width, height));
    return this;
  }

  align(where: 'left' | 'centre'): this {
    this.#builder.align(where === 'left' ? 'lt' : 'ct');
    return this;
  }

  codePage(page: number): this {
    this.#builder.setCharacterCodeTable(page);
    return this;
  }

  /** Height of a line of text, in the unit of motion; undefined: as the printer has it. */
  lineSpace(dots?: number): this {
    this.#builder.lineSpace(dots);
    return this;
  }

  /** Text in the bytes of a code page. `escpos` would send a string as UTF-8. */
  bytes(...parts: (Uint8Array | readonly number[])[]): this {
    for (const part of parts) this.#builder.raw(Buffer.from(part));
    return this;
  }

  lineFeed(): this {
    return this.bytes([0x0a]);
  }

  /** ESC E alone: `escpos`' style also sends ESC 4 and ESC 5, which thermal printers print as digits or ignore. */
  bold(on: boolean): this {
    return this.bytes([ESC, 0x45, on ? 1 : 0]);
  }

  /** GS ! with 1…8 times the width and height; `escpos` counts from 0 and lets 8 become 7. */
  size(width: number, height: number): this {
    return this.bytes([GS, 0x21, ((width - 1) << 4) | (height - 1)]);
  }

  /** ESC J: prints and feeds. `escpos` has line feeds only. */
  feed(dots: number): this {
    for (let rest = dots; rest > 0; rest -= 255) this.bytes([ESC, 0x4a, Math.min(255, rest)]);
    return this;
  }

  /** ESC $: where the next thing on this line begins, in dots. Not in `escpos`. */
  position(dots: number): this {
    return this.bytes([ESC, 0x24, dots & 0xff, dots >> 8]);
  }

  /** GS P: dots per inch as the unit of motion, across and down. Not in `escpos`. */
  motionUnits(dotsPerInch: number): this {
    return this.bytes([GS, 0x50, dotsPerInch, dotsPerInch]);
  }

  /** FS .: one byte is one letter. Not in `escpos`. */
  endChinese(): this {
    return this.bytes([FS, 0x2e]);
  }

  /** ESC * 33: columns of 24 dots. `escpos`' image() adds a line feed of its own and waits 200 ms that nobody waits for. */
  columns(data: Buffer): this {
    const count = data.length / 3;
    return this.bytes([ESC, 0x2a, 33, count & 0xff, count >> 8], data);
  }

  /**
   * GS ( k: the printer draws the QR code, model 2, error correction M. `escpos`' qrcode() sends GS Z and ESC Z, which other
   * printers take for text.
   */
  qr(text: string, module: number): this {
    const data = Buffer.from(text, 'utf8');
    const command = (...rest: number[]) => [GS, 0x28, 0x6b, rest.length & 0xff, rest.length >> 8, ...rest];
    const length = data.length + 3;
    return this.bytes(
      command(0x31, 0x41, 0x32, 0x00),
      command(0x31, 0x43, module),
      command(0x31, 0x45, 0x31),
      [GS, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30],
      data,
      command(0x31, 0x51, 0x30),
    );
  }

  /**
   * GS V 65/66: feeds the last line to the knife, then cuts. `escpos`' cut() feeds three lines, 11 mm, which is less than
   * the way to the knife of most printers: it would cut through the last line.
   */
  cut(cutter: 'full' | 'partial'): this {
    return this.bytes([GS, 0x56, cutter === 'full' ? 65 : 66, 0]);
  }

  /** All of it so far. */
  end(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#builder.flush((error) => {
        if (error) reject(error);
        else resolve(Buffer.concat(this.#chunks));
      });
    });
  }
}
