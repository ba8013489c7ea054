import { afterEach, describe, expect, it } from 'vitest';
import { parseAddress } from '../../printer/address.ts';
import { printerAt } from '../../printer/driver/thermal.ts';
import type { Printer } from '../../printer/driver.ts';
import { encodeSlip } from '../../printer/encode.ts';
import { printerContract, someSlip } from '../contract/printer.ts';
import { type EmulatedModel, EmulatedPrinter, silentModel } from '../support/emulated-printer.ts';
import {
  benchPrinter,
  brokenSlips,
  impatient,
  overTcp,
  profileOf,
  told,
  wholeSlips,
} from '../support/printer-bench.ts';

const open: { printer: Printer; paper: EmulatedPrinter }[] = [];

async function bench(model: Partial<EmulatedModel> = {}, profile = 'epson-80', timing?: typeof impatient) {
  const paper = await EmulatedPrinter.start(model);
  const printer = benchPrinter(overTcp(paper), profile, timing);
  open.push({ printer, paper });
  return { printer, paper };
}

afterEach(async () => {
  for (const { printer, paper } of open.splice(0)) {
    await printer.close();
    await paper.close();
  }
});

for (const profile of ['epson-80', 'clone-80', 'text-80'])
  printerContract(`A network printer (${profile})`, async () => {
    const { printer, paper } = await bench({ gsH: profile === 'epson-80', asb: profile !== 'text-80' }, profile);
    return {
      printer,
      onPaper: async () => wholeSlips(paper),
      breakDown: async () => paper.paperOut(),
      mend: async () => paper.reload(),
      dispose: async () => undefined,
    };
  });

describe('A slip under way', () => {
  for (const profile of ['epson-80', 'clone-58', 'epson-180', 'text-80'])
    it(`reaches the paper byte for byte as it was encoded (${profile})`, async () => {
      const paper = await EmulatedPrinter.start({ gsH: profile.startsWith('epson'), asb: profile !== 'text-80' });
      const printer = printerAt(parseAddress(`tcp://127.0.0.1:${paper.port}?profile=${profile}`));
      open.push({ printer, paper });
      const encoded = await encodeSlip(someSlip('one-1'), profileOf(profile));
      expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
      expect(Buffer.concat([...paper.slips, paper.uncut]).equals(encoded)).toBe(true);
      expect(paper.slips).toHaveLength(profileOf(profile).cutter === 'none' ? 0 : 1);
    });

  for (const [cause, breakDown, mend] of [
    ['paper-out', 'paperOut', 'reload'],
    ['cover-open', 'openCover', 'closeCover'],
    ['offline', 'goOffline', 'goOnline'],
  ] as const)
    for (const profile of ['epson-80', 'clone-80', 'text-80'])
      it(`given ${cause} in mid-slip, when mended, then it goes on by itself and is on paper once (${profile})`, async () => {
        const { printer, paper } = await bench({ gsH: profile === 'epson-80', asb: profile !== 'text-80' }, profile);
        await printer.status();
        // Near its end where only questions tell of it: they wait behind a full buffer.
        paper.after(profile === 'text-80' ? 5000 : 1500, paper[breakDown]);
        const blocked = told(printer, 'blocked', cause);
        const outcome = printer.print(someSlip('one-1'));
        expect(await blocked).toMatchObject({ cause, since: expect.any(Number) });
        expect(wholeSlips(paper)).toEqual([]);
        const ready = told(printer, 'ready');
        paper[mend]();
        expect(await outcome).toEqual({ state: 'printed' });
        await ready;
        expect(wholeSlips(paper)).toEqual(['one-1']);
      });

  it('given paper out and a second slip behind it, when reloaded, then both come out in order', async () => {
    const { printer, paper } = await bench();
    paper.after(1500, paper.paperOut);
    const blocked = told(printer, 'blocked', 'paper-out');
    const outcomes = Promise.all(['one-1', 'two-1'].map((id) => printer.print(someSlip(id))));
    await blocked;
    paper.reload();
    expect(await outcomes).toEqual([{ state: 'printed' }, { state: 'printed' }]);
    expect(wholeSlips(paper)).toEqual(['one-1', 'two-1']);
  });

  it('given a slip that waits for paper, when the printer is closed, then its outcome is unknown', async () => {
    const { printer, paper } = await bench();
    paper.after(1500, paper.paperOut);
    const blocked = told(printer, 'blocked', 'paper-out');
    const outcome = printer.print(someSlip('one-1'));
    await blocked;
    await printer.close();
    expect(await outcome).toEqual({ state: 'unknown', cause: 'closed' });
  });

  it('given a cable that is out for a while, then it waits and is on paper once', async () => {
    const { printer, paper } = await bench();
    paper.after(1500, paper.cableOut);
    const outcome = printer.print(someSlip('one-1'));
    await paper.until(() => paper.worked > 3000);
    paper.cableIn();
    expect(await outcome).toEqual({ state: 'printed' });
    expect(wholeSlips(paper)).toEqual(['one-1']);
  });

  it('given a connection that is reset, then it is unknown, and the next slip is whole and cut from the rest', async () => {
    const { printer, paper } = await bench();
    paper.after(1500, paper.reset);
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'unknown', cause: 'connection-lost' });
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'unknown' });
    expect(await printer.print(someSlip('one-2'))).toEqual({ state: 'printed' });
    expect(wholeSlips(paper)).toEqual(['one-2']);
    expect(brokenSlips(paper)).toEqual(['one-1']);
  });

  it('given half a picture of an earlier life in the printer, then the next slip is whole', async () => {
    const { printer, paper } = await bench({}, 'epson-80', { ...impatient, confirmMs: 10_000 });
    paper.feed(Buffer.from([0x1d, 0x76, 0x30, 0, 72, 0, 28, 0, 0x55, 0x55]));
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
    expect(paper.slips.at(-1)?.toString('latin1')).toContain('one-1\n');
  });

  it('given automatic status all the time, then it is printed when it is on paper', async () => {
    const { printer, paper } = await bench({ noiseEvery: 7, gsH: false }, 'clone-80');
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
    expect(wholeSlips(paper)).toEqual(['one-1']);
  });

  it('given a slow printer, then it is printed only when it is on paper', async () => {
    const { printer, paper } = await bench({ speed: 16 });
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
    expect(wholeSlips(paper)).toEqual(['one-1']);
  });
});

describe('A printer that loses its power', () => {
  const whole = 6100;
  for (let point = 0; point < 20; point++) {
    const at = 1 + Math.round((point * whole) / 19);
    it(`at byte ${at} of a slip: never called printed unless it is on paper, and never sent again`, async () => {
      const { printer, paper } = await bench();
      await printer.status();
      paper.after(at, paper.powerOff);
      const outcome = await printer.print(someSlip('one-1'));
      const onPaper = wholeSlips(paper);
      if (outcome.state === 'printed') expect(onPaper).toEqual(['one-1']);
      if (outcome.state === 'not-printed') expect([...onPaper, ...brokenSlips(paper)]).toEqual([]);
      await paper.powerOn();
      if (outcome.state === 'unknown') expect(await printer.print(someSlip('one-1'))).toEqual(outcome);
      expect(await printer.print(someSlip('one-2'))).toEqual({ state: 'printed' });
      expect(wholeSlips(paper).filter((id) => id === 'one-1').length).toBeLessThanOrEqual(1);
      expect(wholeSlips(paper)).toContain('one-2');
    });
  }

  it('between two slips: the second is printed over a new connection', async () => {
    const { printer, paper } = await bench();
    await printer.print(someSlip('one-1'));
    paper.powerOff();
    await paper.powerOn();
    expect(await printer.print(someSlip('two-1'))).toEqual({ state: 'printed' });
    expect(wholeSlips(paper)).toEqual(['one-1', 'two-1']);
  });

  it('before a slip: it is not printed, and the status says since when', async () => {
    const { printer, paper } = await bench();
    paper.powerOff();
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'unreachable' });
    const status = await printer.status();
    expect(status).toMatchObject({ state: 'blocked', cause: 'unreachable' });
    expect((await printer.status()).since).toBe(status.since);
  });
});

describe('A printer that does not answer well', () => {
  it('given one that says nothing, then a slip is sent, and on paper once', async () => {
    const { printer, paper } = await bench(silentModel, 'clone-80', impatient);
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'sent' });
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'sent' });
    await paper.until(() => paper.slips.length > 0);
    expect(wholeSlips(paper)).toEqual(['one-1']);
  });

  it('given one that answers questions and confirms nothing, then a slip is sent', async () => {
    const { printer, paper } = await bench({ gsR: false, gsH: false }, 'clone-80', impatient);
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'sent' });
    await paper.until(() => paper.slips.length > 0);
    expect(wholeSlips(paper)).toEqual(['one-1']);
  });

  it('given one without GS ( H, then GS r confirms', async () => {
    const { printer, paper } = await bench({ gsH: false }, 'epson-80', { ...impatient, confirmMs: 10_000 });
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'printed' });
    expect(wholeSlips(paper)).toEqual(['one-1']);
  });

  it('given one that lies, then a slip without paper is never called printed', async () => {
    const { printer, paper } = await bench({ lies: true, gsH: false }, 'clone-80', impatient);
    paper.after(100, paper.paperOut);
    expect(await printer.print(someSlip('one-1'))).toEqual({ state: 'sent' });
    expect(wholeSlips(paper)).toEqual([]);
  });

  it('given one that falls silent in mid-slip, then it is told and the outcome is unknown', async () => {
    const { printer, paper } = await bench({}, 'epson-80', { ...impatient, replyMs: 2000 });
    await printer.status();
    paper.after(1500, paper.cableOut);
    const blocked = told(printer, 'blocked', 'no-answer');
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'unknown', cause: 'no-answer' });
    await blocked;
  });
});

describe('The status between slips', () => {
  it('is told by the printer itself', async () => {
    const { printer, paper } = await bench();
    await printer.status();
    for (const [change, state] of [
      ['nearEnd', 'near-end'],
      ['paperOut', 'blocked'],
      ['reload', 'ready'],
      ['openCover', 'blocked'],
      ['closeCover', 'ready'],
    ] as const) {
      const heard = told(printer, state);
      paper[change]();
      await heard;
    }
    const heard = told(printer, 'blocked', 'unreachable');
    paper.powerOff();
    await heard;
  });

  it('is asked for where the printer does not tell it', async () => {
    const { printer, paper } = await bench({ asb: false }, 'text-80', { ...impatient, replyMs: 2000, watchMs: 20 });
    const paperOut = told(printer, 'blocked', 'paper-out');
    await printer.status();
    paper.paperOut();
    await paperOut;
    const ready = told(printer, 'ready');
    paper.reload();
    await ready;
  });
});
