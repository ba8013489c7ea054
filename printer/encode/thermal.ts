import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { Bitmap } from '../bitmap.ts';
import { toPng } from '../png.ts';
import type { Dialect, PrinterProfile } from '../profile.ts';
import { bandsOf, cutOut } from './bands.ts';

/**
 * What node-thermal-printer writes to: our own object, so that it never opens a device. Its own interfaces say "done" while nothing
 * is printed, and its file interface makes a plain file where the cable is out.
 */
class Collector {
  bytes: Buffer = Buffer.alloc(0);

  async execute(bytes: Buffer): Promise<void> {
    this.bytes = bytes;
  }

  async isPrinterConnected(): Promise<boolean> {
    return true;
  }
}

/** The dialects whose commands node-thermal-printer builds. */
export type ThermalDialect = Exclude<Dialect, 'escpos' | 'brother'>;

const types = {
  star: PrinterTypes.STAR,
  tanca: PrinterTypes.TANCA,
  custom: PrinterTypes.CUSTOM,
  daruma: PrinterTypes.DARUMA,
} satisfies Record<ThermalDialect, PrinterTypes>;

/** A stream of a dialect's commands, built by node-thermal-printer. */
export class ThermalStream {
  readonly #collector = new Collector();
  readonly printer: ThermalPrinter;

  constructor(dialect: ThermalDialect) {
    // Declared as a string; an object is taken as it is (lib/interfaces/index.js).
    const ours = this.#collector as unknown as string;
    this.printer = new ThermalPrinter({ type: types[dialect], interface: ours });
    this.printer.add(Buffer.from([0x1b, 0x40])); // ESC @: initHardware() is not in its types
  }

  async end(): Promise<Buffer> {
    await this.printer.execute();
    return this.#collector.bytes;
  }
}

/** A slip's dots in the commands of Star, Tanca or Custom, from initialising to the cut. */
export async function encodeThermal(bitmap: Bitmap, profile: PrinterProfile): Promise<Buffer> {
  switch (profile.dialect) {
    case 'star':
      return star(bitmap, profile);
    case 'tanca':
      return tanca(bitmap, profile);
    case 'custom':
      return custom(bitmap, profile);
    default:
      throw new Error(`${profile.name} does not take pictures in the dialect ${profile.dialect}`);
  }
}

/** ESC k: lines of 24 rows at a line spacing of 3 mm. */
async function star(bitmap: Bitmap, profile: PrinterProfile): Promise<Buffer> {
  const stream = new ThermalStream('star');
  const { printer } = stream;
  await printer.printImageBuffer(toPng(withoutRightWhite(bitmap)));
  // ESC d feeds to the knife by itself; the vertical tabs of cut() would go to a stop that nobody set.
  if (profile.cutter === 'none') printer.add(Buffer.alloc(Math.ceil(profile.tearMm / 4), '\n'));
  else if (profile.cutter === 'full') printer.cut({ verticalTabAmount: 0 });
  else printer.partialCut({ verticalTabAmount: 0 });
  return stream.end();
}

/** GS v 0 in bands that fit the buffer: node-thermal-printer makes one command of a whole picture. */
async function tanca(bitmap: Bitmap, profile: PrinterProfile): Promise<Buffer> {
  const stream = new ThermalStream('tanca');
  const { printer } = stream;
  let y = 0;
  for (const band of bandsOf(bitmap, { mostBytes: profile.bufferBytes - 64, cropLeft: false })) {
    printer.add(feed(band.top - y));
    await printer.printImageBuffer(toPng(cutOut(bitmap, band)));
    y = band.bottom;
  }
  printer.add(feed(bitmap.height - y));
  // Its cut() is GS V 0, which does not feed to the knife: it would cut through the last line.
  printer.add(Buffer.from([0x1d, 0x56, profile.cutter === 'full' ? 65 : 66, 0]));
  return stream.end();
}

/** ESC * 33: columns of 24 rows. */
async function custom(bitmap: Bitmap, profile: PrinterProfile): Promise<Buffer> {
  const stream = new ThermalStream('custom');
  const { printer } = stream;
  await printer.printImageBuffer(toPng(withoutRightWhite(bitmap)));
  // ESC i cuts where the paper stands.
  printer.add(feed(Math.round(profile.tearMm * profile.dotsPerMm)));
  printer.cut({ verticalTabAmount: 0 });
  return stream.end();
}

/** ESC J, which node-thermal-printer does not have. */
function feed(dots: number): Buffer {
  const commands: number[] = [];
  for (let rest = dots; rest > 0; rest -= 255) commands.push(0x1b, 0x4a, Math.min(255, rest));
  return Buffer.from(commands);
}

/** As far to the right as there is ink, in whole bytes: node-thermal-printer mixes up the rows of other widths (Custom). */
function withoutRightWhite(bitmap: Bitmap): Bitmap {
  let end = 1;
  bitmap.bits.forEach((byte, index) => {
    if (byte !== 0) end = Math.max(end, (index % bitmap.rowBytes) + 1);
  });
  return cutOut(bitmap, { top: 0, bottom: bitmap.height, left: 0, right: end * 8 });
}
