import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Centre } from '../server/centre.ts';
import { rulesOf } from '../server/files/settings.ts';
import { openSqliteStore } from '../server/store/sqlite.ts';
import { settingsSchema } from '../wire/settings.ts';

const always = [{ from: '00:00', to: '24:00' }];
const week = {
  sunday: always,
  monday: always,
  tuesday: always,
  wednesday: always,
  thursday: always,
  friday: always,
  saturday: always,
};

/** Tickets taken one by one and in crowds of 50, beside a raw synced write of the same disk in the same run. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'moiso-bench-'));
  const raw = rawSync(join(folder, 'raw'), 300);
  const rules = rulesOf(settingsSchema.parse({ takingHours: week, servingHours: week }));
  const store = openSqliteStore(join(folder, 'bench.sqlite'));
  const centre = new Centre({
    store,
    rules: () => rules,
    clock: Date.now,
    onChange: () => undefined,
    onStoreFailure: (error) => {
      throw error;
    },
  });
  centre.start();
  let taken = 0;
  const take = () => {
    taken += 1;
    const ticket = `ticket-${taken}`;
    const service = rules.services[taken % rules.services.length]?.id ?? '';
    const command = { type: 'TakeTicket', ticket, service, priority: null, language: 'vi' } as const;
    return centre.execute({ command, actor: { role: 'device', id: 'bench' }, requestId: ticket, answer: () => ticket });
  };
  const alone = await timesOf(200, take);
  const crowd = await timesOf(10, () => Promise.all(Array.from({ length: 50 }, take)));
  store.close();
  rmSync(folder, { recursive: true });
  console.table([
    { what: 'raw synced write', 'p50 ms': median(raw).toFixed(3), 'times raw': '1.0' },
    { what: 'one ticket', 'p50 ms': median(alone).toFixed(3), 'times raw': (median(alone) / median(raw)).toFixed(1) },
    {
      what: '50 tickets at once',
      'p50 ms': median(crowd).toFixed(3),
      'times raw': (median(crowd) / median(raw)).toFixed(1),
    },
  ]);
}

function rawSync(path: string, count: number): number[] {
  const file = openSync(path, 'w');
  const times = Array.from({ length: count }, () => {
    const start = performance.now();
    writeSync(file, 'x'.repeat(4096));
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return times;
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
