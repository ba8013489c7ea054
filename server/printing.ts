import { parseAddress } from '../printer/address.ts';
import { filePrinter } from '../printer/driver/file.ts';
import { printerAt } from '../printer/driver/thermal.ts';
import type { Printer, PrinterStatus } from '../printer/driver.ts';
import type { KeptSlip } from '../wire/client.ts';
import type { SlipShelf } from './context.ts';

/** The kiosk's printer as the server drives it. */
export interface Printing {
  readonly printer: Printer;
  /** Slips kept as pictures; empty where they come out on paper. */
  readonly shelf: SlipShelf;
  /** What the printer was like when it last told; null before it did. */
  readonly status: () => PrinterStatus | null;
}

const shownSlips = 20;

/**
 * Opens the printer at an address (printer/address.ts), or without one a folder that keeps slips as pictures. `onChange` is
 * called when a picture came or the printer's state changed. Throws AddressError.
 */
export async function openPrinting(address: string | null, folder: string, onChange: () => void): Promise<Printing> {
  return address === null ? pictures(folder, onChange) : paper(address, onChange);
}

function paper(address: string, onChange: () => void): Printing {
  const printer = printerAt(parseAddress(address));
  return { printer, shelf: { list: () => [], read: async () => null }, status: statusOf(printer, onChange) };
}

async function pictures(folder: string, onChange: () => void): Promise<Printing> {
  const printer = filePrinter({ folder });
  let slips: readonly KeptSlip[] = (await printer.list()).slice(0, shownSlips);
  printer.onSlip((slip) => {
    slips = [slip, ...slips].slice(0, shownSlips);
    onChange();
  });
  return { printer, shelf: { list: () => slips, read: printer.read }, status: statusOf(printer, onChange) };
}

function statusOf(printer: Printer, onChange: () => void): () => PrinterStatus | null {
  let last: PrinterStatus | null = null;
  printer.onStatus((status) => {
    last = status;
    onChange();
  });
  return () => last;
}
