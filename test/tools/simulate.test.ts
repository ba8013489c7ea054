import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localTime } from '../../core/calendar.ts';
import { simulateDay } from '../../core/simulate/day.ts';
import { presets } from '../../core/simulate/presets.ts';
import { lockFolder } from '../../server/store/lock.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { workingDaysBefore, writeDays } from '../../tools/simulate/days.ts';
import { clock } from '../support/given.ts';
import { runNode } from '../support/run-node.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moiso-simulate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const scenario = presets['ward-80']();
const dates = (midnights: readonly number[]) => midnights.map((at) => localTime(at, scenario.rules.timeZone).date);

describe('the days that are simulated', () => {
  it('are working days, the last of them before today', () => {
    expect(dates(workingDaysBefore(clock('10:00', '2026-03-03'), 4, scenario))).toEqual([
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-03-02',
    ]);
  });
});

describe('days written into a store', () => {
  const midnights = workingDaysBefore(clock('10:00', '2026-03-03'), 2, scenario);

  it('are the simulated events, with a row for every visit, and no paper is left to print', () => {
    const store = openSqliteStore(join(folder, 'moiso.sqlite'));
    writeDays(scenario, midnights, 1, store);
    const { events, day } = simulateDay(scenario, { midnight: midnights[0]!, seed: 1 });
    expect(store.eventsOf('2026-02-27').map(({ event }) => event)).toEqual(events);
    expect(
      store
        .visits('2026-02-27', '2026-02-27')
        .map(({ ticket }) => ticket)
        .toSorted(),
    ).toEqual([...day.tickets.keys()].toSorted());
    expect(store.eventsAfter(store.checkpoint('print'), 10)).toEqual([]);
    store.close();
  });

  it('given they are there already, then they are not written again', () => {
    const store = openSqliteStore(join(folder, 'moiso.sqlite'));
    expect(writeDays(scenario, midnights, 1, store).length).toBe(2);
    const before = store.eventsAfter(0, 100_000).length;
    expect(writeDays(scenario, midnights, 2, store)).toEqual([]);
    expect(store.eventsAfter(0, 100_000).length).toBe(before);
    store.close();
  });
});

describe('npm run simulate', () => {
  it('given a folder that a server uses, then it refuses', async () => {
    const lock = lockFolder(folder);
    const { status, stderr } = await runNode(['tools/simulate.ts', '--days', '1', '--data', folder]);
    lock.release();
    expect(stderr).toContain('in use');
    expect(status).toBe(2);
  });

  it('prints what came out beside the theory', async () => {
    const { status, stdout } = await runNode(['tools/simulate.ts', '--days', '2', '--preset', 'commune-20']);
    expect(stdout).toContain('Erlang C');
    expect(status).toBe(0);
  });
});
