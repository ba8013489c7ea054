import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkPort, findUsbPrinters } from '../../printer/find.ts';
import { cupsTransport } from '../../printer/transport/cups.ts';
import { deviceTransport } from '../../printer/transport/device.ts';
import { fileTransport } from '../../printer/transport/file.ts';
import { serialTransport } from '../../printer/transport/serial.ts';
import { tcpTransport } from '../../printer/transport/tcp.ts';
import type { Transport } from '../../printer/transport/transport.ts';
import { windowsTransport } from '../../printer/transport/windows.ts';
import { printerContract, someSlip } from '../contract/printer.ts';
import { EmulatedPrinter, silentModel } from '../support/emulated-printer.ts';
import { hasProgram, type Line, pipeTo, terminalTo } from '../support/lines.ts';
import { benchPrinter, brokenSlips, impatient, slipBytes, told, wholeSlips } from '../support/printer-bench.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'moiso-transport-'));
  cleanups.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

const ways: readonly { readonly name: string; readonly to: (path: string) => Transport }[] = [
  { name: 'A device', to: (path) => deviceTransport({ path }) },
  { name: 'A serial line', to: (path) => serialTransport({ path, baud: 115_200, handshake: false }) },
];

for (const { name, to } of ways)
  describe.skipIf(!hasProgram('socat'))(`${name} (needs socat)`, () => {
    async function bench() {
      const paper = await EmulatedPrinter.start();
      let line: Line = await terminalTo(paper);
      const printer = benchPrinter(() => to(line.path));
      cleanups.push(async () => {
        await printer.close();
        await paper.close();
        await line.close();
      });
      const replug = async () => {
        await line.close();
        line = await terminalTo(paper);
      };
      return { paper, printer, replug };
    }

    printerContract(name, async () => {
      const { paper, printer } = await bench();
      return {
        printer,
        onPaper: async () => wholeSlips(paper),
        breakDown: async () => paper.paperOut(),
        mend: async () => paper.reload(),
        dispose: async () => undefined,
      };
    });

    it('given paper out in mid-slip, when reloaded, then it goes on by itself', async () => {
      const { paper, printer } = await bench();
      paper.after(1500, paper.paperOut);
      const blocked = told(printer, 'blocked', 'paper-out');
      const outcome = printer.print(someSlip('one-1'));
      await blocked;
      paper.reload();
      expect(await outcome).toEqual({ state: 'printed' });
      expect(wholeSlips(paper)).toEqual(['one-1']);
    });

    for (const at of [500, 3000, 6000])
      it(`given power off at byte ${at}, when it is back, then the broken slip is unknown and the next one whole`, async () => {
        const { paper, printer, replug } = await bench();
        await printer.status();
        paper.after(at, paper.powerOff);
        expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'unknown' });
        await paper.powerOn();
        await replug();
        expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'unknown' });
        expect(await printer.print(someSlip('two-1'))).toEqual({ state: 'printed' });
        expect(wholeSlips(paper)).toEqual(['two-1']);
        expect(brokenSlips(paper)).toEqual(['one-1']);
      });

    it('given a line that is not there, then nothing is printed and nothing is made', async () => {
      const path = join(await folder(), 'lp0');
      const printer = benchPrinter(() => to(path));
      expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'unreachable' });
      await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
      await printer.close();
    });
  });

describe.skipIf(!hasProgram('socat'))('A printer that says nothing (needs socat)', () => {
  async function outcomeOver(to: (path: string) => Transport) {
    const paper = await EmulatedPrinter.start(silentModel);
    const line = await terminalTo(paper);
    const printer = benchPrinter(() => to(line.path), 'clone-80', impatient);
    const outcome = await printer.print(someSlip('one-1'));
    if (outcome.state === 'sent') await paper.until(() => paper.slips.length === 1);
    const onPaper = wholeSlips(paper);
    await printer.close();
    await line.close();
    await paper.close();
    return { outcome, onPaper };
  }

  it('on a device, which would be gone without power: the slip is sent', async () => {
    expect(await outcomeOver((path) => deviceTransport({ path }))).toEqual({
      outcome: { state: 'sent' },
      onPaper: ['one-1'],
    });
  });

  it('on a serial line, where it may be switched off: nothing is printed', async () => {
    expect(await outcomeOver((path) => serialTransport({ path, baud: 115_200, handshake: false }))).toMatchObject({
      outcome: { state: 'not-printed', cause: 'no-answer' },
      onPaper: [],
    });
  });
});

describe.skipIf(!hasProgram('mkfifo'))('A device that only takes (needs named pipes)', () => {
  it('given a reader, then slips are sent and on paper once, in order', async () => {
    const paper = await EmulatedPrinter.start(silentModel);
    const line = await pipeTo(paper);
    const printer = benchPrinter(() => deviceTransport({ path: line.path }), 'clone-80', impatient);
    const outcomes = await Promise.all(['one-1', 'two-1'].map((id) => printer.print(someSlip(id))));
    expect(outcomes).toEqual([{ state: 'sent' }, { state: 'sent' }]);
    await paper.until(() => paper.slips.length === 2);
    expect(wholeSlips(paper)).toEqual(['one-1', 'two-1']);
    await printer.close();
    await line.close();
    await paper.close();
  });

  it('given a plain file in its place, then it is refused and stays as it is', async () => {
    const path = join(await folder(), 'lp0');
    await writeFile(path, 'before');
    const printer = benchPrinter(() => deviceTransport({ path }));
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'unreachable' });
    expect(await readFile(path, 'utf8')).toBe('before');
    await printer.close();
  });
});

describe('A file', () => {
  it('gets the bytes of each slip and nothing else', async () => {
    const path = join(await folder(), 'slips.bin');
    const printer = benchPrinter(() => fileTransport({ path }));
    for (const id of ['one-1', 'two-1']) expect(await printer.print(someSlip(id))).toEqual({ state: 'sent' });
    expect(await readFile(path)).toEqual(Buffer.concat([slipBytes('one-1'), slipBytes('two-1')]));
    await printer.close();
  });

  it('in a folder that is missing, then a slip is not printed', async () => {
    const printer = benchPrinter(() => fileTransport({ path: '/nowhere/slips.bin' }));
    expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'unreachable' });
    await printer.close();
  });
});

describe('A queue that is not there', () => {
  for (const [name, connect] of [
    ['CUPS', () => cupsTransport({ name: 'no-such-queue', server: '127.0.0.1:1' })],
    ['Windows', () => windowsTransport({ name: 'no such queue' })],
  ] as const)
    it(`of ${name}: a slip is not printed, with a cause`, async () => {
      const printer = benchPrinter(connect);
      expect(await printer.print(someSlip('one-1'))).toMatchObject({ state: 'not-printed', cause: 'unreachable' });
      await printer.close();
    });
});

describe('A network connection', () => {
  it('delivers everything before it ends, to a printer that reads slowly too', async () => {
    const got: Buffer[] = [];
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('data', (bytes) => {
        got.push(bytes);
        socket.pause();
        setImmediate(() => socket.resume());
      });
      socket.on('end', () => socket.end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const bytes = Buffer.alloc(3_000_000, 0x55);
    const transport = tcpTransport({ host: '127.0.0.1', port });
    await transport.open();
    await transport.write(bytes);
    await transport.close();
    expect(Buffer.concat(got).equals(bytes)).toBe(true);
  });
});

describe('Finding printers', () => {
  it('says of a typed address whether a printer answers there', async () => {
    const paper = await EmulatedPrinter.start();
    const mute = await EmulatedPrinter.start(silentModel);
    expect(await checkPort('127.0.0.1', paper.port)).toEqual({ state: 'answers' });
    expect(await checkPort('127.0.0.1', mute.port, 100)).toEqual({ state: 'silent' });
    const { port } = mute;
    await mute.close();
    expect(await checkPort('127.0.0.1', port)).toMatchObject({ state: 'unreachable' });
    expect(paper.worked).toBeLessThanOrEqual(3);
    await paper.close();
  });

  it('lists USB printers by the name they give themselves', async () => {
    const root = await folder();
    await mkdir(join(root, 'sys/lp0/device'), { recursive: true });
    await mkdir(join(root, 'dev'));
    for (const name of ['lp0', 'lp1', 'hiddev0']) await writeFile(join(root, 'dev', name), '');
    await writeFile(join(root, 'sys/lp0/device/ieee1284_id'), 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;\n');
    expect(await findUsbPrinters(join(root, 'dev'), join(root, 'sys'))).toEqual([
      { address: `device:${join(root, 'dev/lp0')}`, name: 'EPSON TM-T82' },
      { address: `device:${join(root, 'dev/lp1')}`, name: '' },
    ]);
    expect(await findUsbPrinters(join(root, 'none'))).toEqual([]);
  });
});
