import { isDeepStrictEqual } from 'node:util';
import type { Slip } from '../core/slip.ts';
import { type PrinterAddress, parseAddress } from '../printer/address.ts';
import { filePrinter } from '../printer/driver/file.ts';
import { printerAt } from '../printer/driver/thermal.ts';
import type { Printer, PrinterStatus, PrintOutcome } from '../printer/driver.ts';
import type { KeptSlip } from '../wire/client.ts';

/** Slips that are kept as pictures; none where they come out on paper. */
export interface SlipShelf {
  list(): readonly KeptSlip[];
  /** PNG, or null when there is none. */
  read(id: string): Promise<Buffer | null>;
}

interface Options {
  /** Of the printer named when the server was started; null: the settings name it. */
  readonly fixed: string | null;
  /** Where pictures of slips are kept while there is no printer. */
  readonly folder: string;
  /** A picture came, or the printer's state changed. */
  readonly onChange: () => void;
  /** Another printer could not be opened: the folder of pictures refused. */
  readonly onFailure: (error: unknown) => void;
}

interface Opened {
  readonly printer: Printer;
  readonly shelf: SlipShelf;
  readonly forget: () => void;
}

const shownSlips = 20;

/**
 * The kiosk's printer as the server drives it: one printer to whoever prints, whichever stands behind it. Another one takes
 * over between two slips: what the old one has begun ends there, what it has not begun comes out of the new one.
 */
export class Printing implements Printer {
  readonly #options: Options;
  readonly #listeners = new Set<(status: PrinterStatus) => void>();
  #address: string;
  #opened: Opened;
  #status: PrinterStatus | null = null;
  #closed = false;
  /** Ends when no printer is being exchanged any more. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: Options, address: string, opened: Opened) {
    this.#options = options;
    this.#address = address;
    this.#opened = opened;
  }

  /** Opens the printer named at the start, or else the one of the settings; '' keeps pictures. Throws AddressError. */
  static async open(options: Options, address: string): Promise<Printing> {
    const first = options.fixed ?? address;
    const printing: Printing = new Printing(
      options,
      first,
      await open(first, options, (status) => printing.#tell(status)),
    );
    return printing;
  }

  /** Address of the printer in use; '' while pictures are kept. */
  get address(): string {
    return this.#address;
  }

  /** Whether the command line named the printer: then the settings do not. */
  get isFixed(): boolean {
    return this.#options.fixed !== null;
  }

  /** What the printer was like when it last told; null before it did. */
  get lastStatus(): PrinterStatus | null {
    return this.#status;
  }

  get shelf(): SlipShelf {
    return this.#opened.shelf;
  }

  /** Takes another printer, as soon as the present one has ended its slip. Throws AddressError at once. */
  use(address: string): void {
    if (this.isFixed || address === this.#address || this.#closed) return;
    if (address !== '') parseAddress(address);
    this.#address = address;
    this.#inTurn(() => this.#reopen(async () => undefined)).catch(this.#options.onFailure);
  }

  /**
   * Does something else at an address. Where the kiosk's own printer is reached there, it is let go of meanwhile, since most
   * printers take one connection; slips wait.
   */
  aside<T>(address: PrinterAddress, work: () => Promise<T>): Promise<T> {
    const isOwn = this.#address !== '' && isDeepStrictEqual(parseAddress(this.#address).place, address.place);
    return isOwn ? this.#inTurn(() => this.#reopen(work)) : work();
  }

  async print(slip: Slip, signal?: AbortSignal): Promise<PrintOutcome> {
    for (;;) {
      await this.#turn;
      const { printer } = this.#opened;
      const outcome = await printer.print(slip, signal);
      if (outcome.state !== 'not-printed') return outcome;
      await this.#turn;
      // Nothing of it is on paper: the printer that took over prints it.
      if (printer === this.#opened.printer || this.#closed) return outcome;
    }
  }

  async status(): Promise<PrinterStatus> {
    await this.#turn;
    return this.#opened.printer.status();
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#turn, this.#opened.printer.close()]);
    await this.#opened.printer.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined); // its own caller is told
    return done;
  }

  /** Closes the printer, does something while none is open, and opens the one at the present address. */
  async #reopen<T>(meanwhile: () => Promise<T>): Promise<T> {
    const before = this.#opened;
    before.forget();
    await before.printer.close();
    try {
      return await meanwhile();
    } finally {
      this.#status = null;
      this.#opened = await open(this.#address, this.#options, (status) => this.#tell(status));
      if (this.#closed) await this.#opened.printer.close();
      // Whoever waits for paper is told how it stands with this one.
      else void this.#opened.printer.status();
      this.#options.onChange();
    }
  }

  #tell(status: PrinterStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
    this.#options.onChange();
  }
}

/** Throws AddressError. */
async function open(
  address: string,
  { folder, onChange }: Options,
  tell: (status: PrinterStatus) => void,
): Promise<Opened> {
  if (address !== '') {
    const printer = printerAt(parseAddress(address));
    return { printer, shelf: { list: () => [], read: async () => null }, forget: printer.onStatus(tell) };
  }
  const printer = filePrinter({ folder });
  let slips: readonly KeptSlip[] = (await printer.list()).slice(0, shownSlips);
  printer.onSlip((slip) => {
    slips = [slip, ...slips].slice(0, shownSlips);
    onChange();
  });
  return { printer, shelf: { list: () => slips, read: printer.read }, forget: printer.onStatus(tell) };
}
