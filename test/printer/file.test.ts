import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { causeOf, filePrinter, type KeptSlip } from '../../printer/driver/file.ts';
import { printerContract, someSlip } from '../contract/printer.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const temporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'moiso-slips-'));

printerContract('The file driver', async () => {
  const home = await temporary();
  const folder = join(home, 'slips');
  const printer = filePrinter({ folder });
  return {
    printer,
    onPaper: async () => (await printer.list()).map((slip) => slip.id),
    async breakDown() {
      await rm(folder, { recursive: true, force: true });
      await writeFile(folder, 'a file where the folder should be');
    },
    mend: () => rm(folder, { recursive: true }),
    dispose: () => rm(home, { recursive: true }),
  };
});

describe('The folder of slips', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporary();
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Files of one millisecond would have no order. */
  const age = (id: string, seconds: number): Promise<void> => utimes(join(folder, `${id}.png`), seconds, seconds);

  it('given slips of several times, then they are listed newest first with their time', async () => {
    const printer = filePrinter({ folder });
    for (const id of ['a-1', 'b-1', 'c-1']) await printer.print(someSlip(id));
    await age('a-1', 2000);
    await age('b-1', 3000);
    await age('c-1', 1000);
    expect(await printer.list()).toEqual([
      { id: 'b-1', at: 3_000_000 },
      { id: 'a-1', at: 2_000_000 },
      { id: 'c-1', at: 1_000_000 },
    ]);
  });

  it('given more slips than it keeps, when one more is printed, then the oldest goes', async () => {
    const printer = filePrinter({ folder, keep: 2 });
    await printer.print(someSlip('a-1'));
    await age('a-1', 1000);
    await printer.print(someSlip('b-1'));
    await age('b-1', 2000);
    await printer.print(someSlip('c-1'));
    expect((await printer.list()).map((slip) => slip.id)).toEqual(['c-1', 'b-1']);
  });

  it('given a printed slip, when another driver opens the folder, then it can be read and is not printed twice', async () => {
    await filePrinter({ folder }).print(someSlip('a-1'));
    const later = filePrinter({ folder });
    const heard: KeptSlip[] = [];
    later.onSlip((slip) => heard.push(slip));
    expect(await later.print(someSlip('a-1'))).toEqual({ state: 'printed' });
    expect(heard).toEqual([]);
    expect((await later.read('a-1'))?.subarray(0, 8)).toEqual(pngSignature);
    expect(await later.read('b-1')).toBeNull();
  });

  it('given a listener, when slips are printed, then it hears of each until it stops', async () => {
    const printer = filePrinter({ folder });
    const heard: KeptSlip[] = [];
    const stop = printer.onSlip((slip) => heard.push(slip));
    await printer.print(someSlip('a-1'));
    expect(heard).toEqual(await printer.list());
    stop();
    await printer.print(someSlip('b-1'));
    expect(heard).toHaveLength(1);
  });

  it('given an id that is no file name, then it stays inside of the folder and is found under its id', async () => {
    const printer = filePrinter({ folder });
    const ids = ['../outside-1', 'a/b-1', 'a_b-1', 'số đẹp-1', '.'];
    for (const id of ids) expect(await printer.print(someSlip(id))).toEqual({ state: 'printed' });
    expect((await printer.list()).map((slip) => slip.id).sort()).toEqual([...ids].sort());
    expect(await readdir(folder)).toHaveLength(ids.length);
    expect(await printer.read('../outside-1')).not.toBeNull();
  });

  it('given files of others in the folder, then they are no slips', async () => {
    await writeFile(join(folder, 'a-1.png.part'), 'cut off by a power failure');
    await writeFile(join(folder, '100%.png'), 'something else');
    await writeFile(join(folder, 'Thumbs.db'), 'something else');
    const printer = filePrinter({ folder });
    expect(await printer.list()).toEqual([]);
    expect(await printer.print(someSlip('a-1'))).toEqual({ state: 'printed' });
    expect((await readdir(folder)).sort()).toEqual(['100%.png', 'Thumbs.db', 'a-1.png']);
  });

  it('given a slip that cannot be drawn, then it is not printed and says so', async () => {
    const printer = filePrinter({ folder });
    const tooLongForACode = { kind: 'code', text: 'x'.repeat(5000), sizeMm: 20 } as const;
    expect(await printer.print({ id: 'a-1', blocks: [tooLongForACode] })).toMatchObject({
      state: 'not-printed',
      cause: 'not-drawable',
    });
    expect(await readdir(folder)).toEqual([]);
    expect(await printer.print(someSlip('b-1'))).toEqual({ state: 'printed' });
  });
});

describe('Causes of the file system', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'no-permission'],
    ['EROFS', 'no-permission'],
    ['ENOTDIR', 'unreachable'],
    ['EIO', 'device-error'],
  ])('%s is %s', (code, cause) => {
    expect(causeOf(Object.assign(new Error(code), { code }))).toBe(cause);
  });
});
