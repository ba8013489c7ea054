import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slip } from '../../core/slip.ts';
import type { Printer, PrinterStatus } from '../../printer/driver.ts';

/** A printer under test with its paper and its faults. */
export interface PrinterBench {
  readonly printer: Printer;
  /** Ids of the slips on paper, in any order; one that is there twice is listed twice. */
  onPaper(): Promise<string[]>;
  /** Makes it unable to print before a slip begins (paper out, folder gone…) … */
  breakDown(): Promise<void>;
  /** … and able again. */
  mend(): Promise<void>;
  dispose(): Promise<void>;
}

export const someSlip = (id: string): Slip => ({
  id,
  blocks: [
    { kind: 'text', text: 'PHIẾU SỐ THỨ TỰ', sizeMm: 4, bold: true, align: 'centre' },
    { kind: 'number', text: 'A012', heightMm: 18, leastMm: 15 },
    { kind: 'code', text: 'http://kiosk.local/t/1', sizeMm: 20 },
  ],
});

/** What every driver promises (printer/driver.ts), whatever it prints to. */
export function printerContract(name: string, makeBench: () => Promise<PrinterBench>): void {
  describe(`${name} keeps the promises of a printer`, () => {
    let bench: PrinterBench;
    beforeEach(async () => {
      bench = await makeBench();
    });
    afterEach(async () => {
      await bench.printer.close();
      await bench.dispose();
    });

    it('given a ready printer, when a slip is printed, then it is on paper once', async () => {
      expect(await bench.printer.status()).toMatchObject({ state: 'ready' });
      expect(await bench.printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
      expect(await bench.onPaper()).toEqual(['one-1']);
    });

    it('given a printed slip, when the same id comes again, then it is printed and still on paper once', async () => {
      await bench.printer.print(someSlip('one-1'));
      expect(await bench.printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
      expect(await bench.onPaper()).toEqual(['one-1']);
    });

    it('when one id comes three times at once, then it is on paper once', async () => {
      const outcomes = await Promise.all([1, 2, 3].map(() => bench.printer.print(someSlip('one-1'))));
      expect(outcomes).toEqual(outcomes.map(() => ({ state: 'printed' })));
      expect(await bench.onPaper()).toEqual(['one-1']);
    });

    it('when several slips come at once, then each is on paper once, the reprint of a ticket too', async () => {
      const ids = ['one-1', 'two-1', 'one-2', 'three-1'];
      const outcomes = await Promise.all(ids.map((id) => bench.printer.print(someSlip(id))));
      expect(outcomes).toEqual(ids.map(() => ({ state: 'printed' })));
      expect((await bench.onPaper()).sort()).toEqual([...ids].sort());
    });

    it('given a broken printer, when a slip comes, then it is not printed, with a cause, and leaves nothing behind', async () => {
      await bench.breakDown();
      expect(await bench.printer.status()).toMatchObject({ state: 'blocked', cause: expect.stringMatching(code) });
      expect(await bench.printer.print(someSlip('one-1'))).toMatchObject({
        state: 'not-printed',
        cause: expect.stringMatching(code),
      });
      await bench.mend();
      expect(await bench.onPaper()).toEqual([]);
    });

    it('given a slip that was not printed, when the printer is mended and it comes again, then it is on paper once', async () => {
      await bench.breakDown();
      await bench.printer.print(someSlip('one-1'));
      await bench.mend();
      expect(await bench.printer.status()).toMatchObject({ state: 'ready' });
      expect(await bench.printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
      expect(await bench.onPaper()).toEqual(['one-1']);
    });

    it('when it breaks down and is mended, then its listeners hear each change once, with its time and cause', async () => {
      const heard: PrinterStatus[] = [];
      const stop = bench.printer.onStatus((status) => heard.push(status));
      await bench.printer.status();
      await bench.breakDown();
      await bench.printer.status();
      const broken = await bench.printer.status();
      await bench.mend();
      expect(await bench.printer.status()).toEqual(heard.at(-1));
      expect(heard.map(({ state }) => state)).toEqual(['ready', 'blocked', 'ready']);
      expect(heard[1]).toEqual(broken);
      expect(heard.every(({ since }) => since > 0)).toBe(true);
      stop();
      await bench.breakDown();
      await bench.printer.status();
      expect(heard).toHaveLength(3);
    });

    it('given a slip behind another, when it is taken back, then only the other one is on paper', async () => {
      const taken = new AbortController();
      const first = bench.printer.print(someSlip('one-1'));
      const second = bench.printer.print(someSlip('two-1'), taken.signal);
      taken.abort();
      expect(await first).toEqual({ state: 'printed' });
      expect(await second).toMatchObject({ state: 'not-printed', cause: 'aborted' });
      expect(await bench.onPaper()).toEqual(['one-1']);
    });

    it('given a closed printer, when a slip comes, then it is not printed', async () => {
      await bench.printer.close();
      expect(await bench.printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'closed' });
      expect(await bench.printer.status()).toMatchObject({ state: 'blocked', cause: 'closed' });
      expect(await bench.onPaper()).toEqual([]);
    });
  });
}

const code = /^[a-z]+(-[a-z]+)*$/;
