/** `npm run simulate -- …`: lives days of a centre in memory, into a data folder, or against a running demonstration. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type SimulatedDay, simulateDay } from '../core/simulate/day.ts';
import { ordinary, type PresetName, presets } from '../core/simulate/presets.ts';
import type { Scenario } from '../core/simulate/scenario.ts';
import { SettingsFile } from '../server/files/settings.ts';
import { FolderInUse, lockFolder } from '../server/store/lock.ts';
import { openSqliteStore } from '../server/store/sqlite.ts';
import { workingDaysBefore, writeDays } from './simulate/days.ts';
import { outcomesOf, theoryOf } from './simulate/report.ts';
import { sendDay } from './simulate/server.ts';

class UsageError extends Error {}

const help = `npm run simulate -- [--preset NAME | --visits-a-day N] [--days N] [--seed N] [--data DIR | --server URL [--speed N]]
  --preset NAME      ${Object.keys(presets).join(', ')}; ward-80
  --visits-a-day N   an ordinary centre with so many; with --data and --server: under their settings
  --days N           working days, the last of them yesterday; 20
  --seed N           the same seed gives the same days; 1
  --data DIR         into this data folder, whose server must not run
  --server URL       one day against a running demonstration (npm run demo), by HTTP
  --speed N          times faster than life, with --server; 60`;

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'ward-80' },
    'visits-a-day': { type: 'string' },
    days: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
    server: { type: 'string' },
    speed: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});

try {
  await run();
} catch (error) {
  if (!(error instanceof FolderInUse) && !(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  if (values.help) {
    console.log(help);
    return;
  }
  const seed = numberOf('seed', values.seed);
  const visitsADay = values['visits-a-day'] === undefined ? null : numberOf('visits-a-day', values['visits-a-day']);
  if (values.server !== undefined) {
    const speed = numberOf('speed', values.speed);
    const { statuses, times } = await sendDay({ url: values.server, visitsADay: visitsADay ?? 80, seed, speed });
    const sorted = [...times].sort((a, b) => a - b);
    console.table([...statuses].map(([status, answers]) => ({ status, answers })));
    console.log(
      `p50 ${sorted[sorted.length >> 1]?.toFixed(1)} ms, p99 ${sorted[Math.floor(sorted.length * 0.99)]?.toFixed(1)} ms`,
    );
    return;
  }
  const days = numberOf('days', values.days);
  const start = performance.now();
  const { scenario, lived } =
    values.data === undefined ? inMemory(days, seed) : intoFolder(resolve(values.data), days, seed);
  const seconds = (performance.now() - start) / 1000;
  const visits = lived.reduce((sum, { visitors }) => sum + visitors, 0);
  console.log(`${scenario.name}: ${lived.length} days, ${visits} visits in ${seconds.toFixed(1)} s`);
  console.table(
    outcomesOf(
      lived.flatMap(({ day }) => [...day.tickets.values()]),
      scenario.rules,
    ),
  );
  console.log('In theory, if people came evenly and all counters took everybody:');
  console.table([theoryOf(scenario)]);

  function inMemory(count: number, chosen: number): { scenario: Scenario; lived: SimulatedDay[] } {
    const own = scenarioOf(visitsADay);
    return {
      scenario: own,
      lived: workingDaysBefore(Date.now(), count, own).map((midnight) => simulateDay(own, { midnight, seed: chosen })),
    };
  }

  function intoFolder(folder: string, count: number, chosen: number): { scenario: Scenario; lived: SimulatedDay[] } {
    mkdirSync(folder, { recursive: true });
    const lock = lockFolder(folder);
    try {
      const { rules } = new SettingsFile(folder, Date.now);
      const own = ordinary('data', rules, visitsADay ?? 80);
      const store = openSqliteStore(join(folder, 'moiso.sqlite'));
      try {
        return { scenario: own, lived: writeDays(own, workingDaysBefore(Date.now(), count, own), chosen, store) };
      } finally {
        store.close();
      }
    } finally {
      lock.release();
    }
  }
}

function scenarioOf(visitsADay: number | null): Scenario {
  if (!(values.preset in presets)) throw new UsageError(`--preset must be one of ${Object.keys(presets).join(', ')}`);
  if (visitsADay === null) return presets[values.preset as PresetName]();
  // The preset whose counters fit so many.
  const fitting = visitsADay <= 30 ? 'commune-20' : visitsADay <= 120 ? 'ward-80' : 'ward-350';
  return { ...presets[fitting](), name: `${fitting} with ${visitsADay} visits a day`, visitsADay };
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new UsageError(`--${name} needs a number above 0`);
  return number;
}
