import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAddress } from '../../printer/address.ts';
import { findQueues } from '../../printer/find.ts';
import { cupsTransport } from '../../printer/transport/cups.ts';
import { someSlip } from '../contract/printer.ts';
import { type PrivateCups, startCups } from '../support/cups.ts';
import { EmulatedPrinter } from '../support/emulated-printer.ts';
import { hasProgram } from '../support/lines.ts';
import { benchPrinter, wholeSlips } from '../support/printer-bench.ts';

const installed = ['cupsd', 'lp', 'lpadmin'].every((name) => hasProgram(name) || hasProgram(`/usr/sbin/${name}`));

describe.skipIf(!installed)('A raw queue of CUPS (needs CUPS)', () => {
  let cups: PrivateCups;
  let paper: EmulatedPrinter;
  beforeAll(async () => {
    cups = await startCups();
    paper = await EmulatedPrinter.start();
    await cups.addQueue('slips', paper.port);
  });
  afterAll(async () => {
    await cups.close();
    await paper.close();
  });

  it('is found by its name', async () => {
    expect(await findQueues(cups.server)).toEqual([{ address: 'cups:slips', name: 'slips' }]);
    expect(parseAddress('cups:slips').place).toMatchObject({ kind: 'cups', name: 'slips' });
  });

  it('takes slips in order; each is sent, and on paper once without a byte changed', async () => {
    const printer = benchPrinter(() => cupsTransport({ name: 'slips', server: cups.server }));
    expect(await printer.status()).toMatchObject({ state: 'ready' });
    for (const id of ['one-1', 'two-1']) expect(await printer.print(someSlip(id))).toEqual({ state: 'sent' });
    await paper.until(() => paper.slips.length === 2);
    expect(wholeSlips(paper)).toEqual(['one-1', 'two-1']);
    await printer.close();
  });

  it('keeps a slip while there is no paper', async () => {
    const printer = benchPrinter(() => cupsTransport({ name: 'slips', server: cups.server }));
    const before = paper.slips.length;
    paper.paperOut();
    expect(await printer.print(someSlip('three-1'))).toEqual({ state: 'sent' });
    paper.reload();
    await paper.until(() => paper.slips.length === before + 1);
    expect(wholeSlips(paper)).toContain('three-1');
    await printer.close();
  });

  it('that is not there takes nothing', async () => {
    const printer = benchPrinter(() => cupsTransport({ name: 'no-such-queue', server: cups.server }));
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'unreachable' });
    await printer.close();
  });
});
