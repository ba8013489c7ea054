import type { Slip } from '../../core/slip.ts';
import { thermalPrinter } from '../../printer/driver/thermal.ts';
import type { Printer, PrinterStatus } from '../../printer/driver.ts';
import type { Timing } from '../../printer/link.ts';
import { findProfile, profiles } from '../../printer/profiles.ts';
import { tcpTransport } from '../../printer/transport/tcp.ts';
import type { Transport } from '../../printer/transport/transport.ts';
import type { EmulatedPrinter } from './emulated-printer.ts';

/** An honest printer answers long before; only one that is silent is waited for. */
export const patient: Timing = {
  replyMs: 3000,
  pollMs: 20,
  stallMs: 10_000,
  confirmMs: 20_000,
  byteMs: 0,
  watchMs: 3_600_000,
};
/** For printers that do not answer. */
export const impatient: Timing = { ...patient, replyMs: 150, stallMs: 150, confirmMs: 300 };

/** About 6 kB: a heading, three bands of dots, a cut. Small enough to print in an instant, larger than a printer's buffer. */
export function slipBytes(id: string): Buffer {
  const band = Buffer.concat([Buffer.from([0x1d, 0x76, 0x30, 0, 72, 0, 28, 0]), Buffer.alloc(72 * 28, 0x55)]);
  return Buffer.concat([
    Buffer.from([0x1b, 0x40]),
    Buffer.from(`${id}\n`),
    band,
    band,
    band,
    Buffer.from([0x1d, 0x56, 66, 0]),
  ]);
}

/** Ids of the slips that are whole on paper; one that is there twice is listed twice. */
export const wholeSlips = (paper: EmulatedPrinter): string[] =>
  paper.slips.flatMap((bytes) => {
    const id = headingOf(bytes);
    return id !== null && bytes.equals(slipBytes(id)) ? [id] : [];
  });

/** Ids of the slips that are on paper in part. */
export const brokenSlips = (paper: EmulatedPrinter): string[] =>
  [...paper.slips, paper.uncut].flatMap((bytes) => {
    const id = headingOf(bytes);
    return id !== null && !bytes.equals(slipBytes(id)) ? [id] : [];
  });

function headingOf(bytes: Buffer): string | null {
  const end = bytes.indexOf('\n');
  return bytes[0] === 0x1b && bytes[1] === 0x40 && end > 2 ? bytes.toString('latin1', 2, end) : null;
}

export const profileOf = (name: string) => findProfile(name) ?? profiles[0]!;

export const overTcp = (paper: EmulatedPrinter) => (): Transport =>
  tcpTransport({ host: '127.0.0.1', port: paper.port });

export const benchPrinter = (connect: () => Transport, profile = 'epson-80', timing = patient): Printer =>
  thermalPrinter({ profile: profileOf(profile), connect, timing, encode: async (slip: Slip) => slipBytes(slip.id) });

/** Resolves when a printer tells a state, with a cause where one is given. */
export function told(printer: Printer, state: PrinterStatus['state'], cause?: string): Promise<PrinterStatus> {
  return new Promise((resolve) => {
    const stop = printer.onStatus((status) => {
      if (status.state !== state || (cause && (status.state === 'ready' || status.cause !== cause))) return;
      stop();
      resolve(status);
    });
  });
}
