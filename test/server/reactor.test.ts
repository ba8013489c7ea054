import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slip } from '../../core/slip.ts';
import type { Printer, PrintOutcome } from '../../printer/driver.ts';
import { Centre } from '../../server/centre.ts';
import { SettingsFile } from '../../server/files/settings.ts';
import { Reactor } from '../../server/reactor.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import { always, centre as rulesOf } from '../support/centre.ts';
import { clock, reprint, take } from '../support/given.ts';

/** A printer that does what a test says: its paper stays, whatever happens to the server. */
class Paper implements Printer {
  readonly slips: Slip[] = [];
  /** What the next calls come to; empty: printed. A function may also never come back. */
  readonly plan: ((slip: Slip) => PrintOutcome | Promise<PrintOutcome>)[] = [];
  async print(slip: Slip): Promise<PrintOutcome> {
    const planned = this.plan.shift();
    if (planned) return planned(slip);
    this.slips.push(slip);
    return { state: 'printed' };
  }
  async status() {
    return { state: 'ready', since: 0 } as const;
  }
  onStatus() {
    return () => undefined;
  }
  async close() {}
}

const wordsOf = (slip: Slip): string => JSON.stringify(slip);
const isMarked = (slip: Slip): boolean => /IN LẠI|in lại/i.test(wordsOf(slip));
const notPrinted = { state: 'not-printed', cause: 'device-error' } as const;

let folder: string;
let store: Store;
let paper: Paper;
let centre: Centre;
let reactor: Reactor;
let settings: SettingsFile;
let at: number;
const lines: string[] = [];
/** Ends what the present server does to the store: its process died. */
let die: () => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moiso-reactor-'));
  settings = new SettingsFile(folder, () => at);
  [store, paper, at] = [openMemoryStore(), new Paper(), clock('08:00')];
  lines.length = 0;
  startServer();
});
afterEach(async () => {
  die();
  await rm(folder, { recursive: true, force: true });
});

/** Starts a server over the same store and paper, as after a restart. `afterCommit` is told of each commit and may die in it. */
function startServer(afterCommit: (types: string[]) => void = () => undefined): void {
  let dead = false;
  die = () => {
    dead = true;
  };
  const forDeadMen = (): never => {
    throw new Error('this process is dead');
  };
  const mortal: Store = {
    ...store,
    commit: (jobs) => {
      if (dead) forDeadMen();
      const before = store.eventsAfter(0, 1000).length;
      const result = store.commit(jobs);
      afterCommit(store.eventsAfter(before, 1000).map(({ event }) => event.type));
      return result;
    },
    checkpoint: (name) => (dead ? forDeadMen() : store.checkpoint(name)),
    eventsAfter: (seq, limit) => (dead ? forDeadMen() : store.eventsAfter(seq, limit)),
  };
  const rules = rulesOf({ takingHours: always, servingHours: always });
  centre = new Centre({
    store: mortal,
    rules: () => rules,
    clock: () => at,
    onChange: () => reactor.wake(),
    onStoreFailure: () => undefined,
  });
  reactor = new Reactor({
    store: mortal,
    centre,
    settings,
    printer: paper,
    followUrl: (ticket) => `http://centre/ticket/${ticket}`,
    demonstration: false,
    log: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }),
    retryAfterMs: [0, 0],
  });
  centre.start();
  reactor.wake();
}

const takeTicket = (id: string) =>
  centre.execute({
    command: take(id, 'certify'),
    actor: { role: 'device', id: 'device:k' },
    requestId: null,
    answer: () => null,
  });
const slipOf = (id: string) => centre.now().day.tickets.get(id)?.slip;
/** Resolves when the slip came to an end, good or bad. */
const ended = async (id: string, state: 'printed' | 'failed', copy = 1): Promise<void> => {
  while (slipOf(id)?.state !== state || slipOf(id)?.copy !== copy)
    await new Promise((resolve) => setImmediate(resolve));
};
const turns = async (count = 20): Promise<void> => {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
};
const idsOnPaper = () => paper.slips.map(({ id }) => id);

describe('printing', () => {
  it('given tickets, when they are taken at once, then each comes out once, in order, unmarked', async () => {
    await Promise.all(['a', 'b', 'c'].map(takeTicket));
    await ended('c', 'printed');
    expect(idsOnPaper()).toHaveLength(3);
    expect(paper.slips.map((slip) => /"A00\d"/.exec(wordsOf(slip))?.[0])).toEqual(['"A001"', '"A002"', '"A003"']);
    expect(paper.slips.some(isMarked)).toBe(false);
    expect(wordsOf(paper.slips[0]!)).toContain('http://centre/ticket/a');
  });

  it('given a centre that set up its slips, when a number is taken, then the slip has its lines, both languages and no code', async () => {
    const line = { vi: 'UBND phường Bến Thử', en: "Bến Thử People's Committee" };
    const { slip } = settings.settings;
    const show = { ...slip.show, code: false, thanks: true };
    settings.save({ ...settings.settings, slip: { ...slip, header: [line], footer: [line], languages: 'both', show } });
    await takeTicket('a');
    await ended('a', 'printed');
    const words = wordsOf(paper.slips[0]!);
    expect(words.split(line.vi)).toHaveLength(3);
    for (const expected of ['PHIẾU SỐ THỨ TỰ', 'QUEUE', 'Trân trọng cảm ơn'])
      expect(words.toUpperCase()).toContain(expected.toUpperCase());
    expect(words).not.toContain('http://centre/ticket/a');
  });

  it('given a printed slip, when it is wanted again, then the copy says so', async () => {
    await takeTicket('a');
    await ended('a', 'printed');
    await centre.execute({
      command: reprint('a'),
      actor: { role: 'supervisor', id: 'chief' },
      requestId: null,
      answer: () => null,
    });
    await ended('a', 'printed', 2);
    expect(paper.slips.map(isMarked)).toEqual([false, true]);
  });

  it('given a slip that certainly did not come out, then it is tried again, unmarked', async () => {
    paper.plan.push(
      () => notPrinted,
      () => notPrinted,
    );
    await takeTicket('a');
    await ended('a', 'printed');
    expect(paper.slips.map(isMarked)).toEqual([false]);
  });

  it('given a printer that stays broken, then the slip has failed with its cause, and comes out unmarked before the next one when it is mended', async () => {
    paper.plan.push(
      () => notPrinted,
      () => notPrinted,
      () => notPrinted,
    );
    await takeTicket('a');
    await ended('a', 'failed');
    expect(slipOf('a')).toMatchObject({ cause: 'device-error' });
    await takeTicket('b');
    await ended('b', 'printed');
    expect(paper.slips.map(isMarked)).toEqual([false, false]);
    expect(slipOf('a')).toMatchObject({ copy: 1, state: 'printed' });
  });

  it('given an outcome that nobody knows, then it is not tried again by itself', async () => {
    paper.plan.push((slip) => {
      paper.slips.push(slip);
      return { state: 'unknown', cause: 'device-error' };
    });
    await takeTicket('a');
    await ended('a', 'failed');
    await turns();
    expect(paper.slips).toHaveLength(1);
  });

  it("given a failure whose words hold the file's name, then the log does not tell the citizen's key", async () => {
    paper.plan.push((slip) => ({
      state: 'unknown',
      cause: 'disk-full',
      detail: `ENOSPC: write '/data/slips/${slip.id}.png.part'`,
    }));
    await takeTicket('secret-key');
    await ended('secret-key', 'failed');
    expect(lines.join('')).toContain('ENOSPC');
    expect(lines.join('')).not.toContain('secret-key');
  });
});

describe('a server that dies while it prints', () => {
  it('given slips that waited, when the server starts again, then they come out once and unmarked', async () => {
    // Dead before it could begin: the first commit after the taking is its last.
    die();
    startServer((types) => {
      if (types.includes('TicketTaken')) die();
    });
    await Promise.all(['a', 'b'].map(takeTicket));
    await turns();
    expect(paper.slips).toEqual([]);
    startServer();
    await ended('b', 'printed');
    expect(paper.slips).toHaveLength(2);
    expect(paper.slips.some(isMarked)).toBe(false);
  });

  it('given a printer that was sent a slip and never came back, when the server starts again, then a marked copy comes out', async () => {
    paper.plan.push((slip) => {
      paper.slips.push(slip); // half of it is on paper, perhaps
      die();
      return new Promise(() => undefined);
    });
    await Promise.all(['a', 'b'].map(takeTicket));
    await turns();
    expect(paper.slips.map(isMarked)).toEqual([false]);
    startServer();
    await Promise.all([ended('a', 'printed', 2), ended('b', 'printed')]);
    expect(paper.slips.map(isMarked).sort()).toEqual([false, false, true]);
    expect(new Set(idsOnPaper()).size).toBe(3);
  });

  // Wherever the server dies, between any two commits, the citizen gets a slip, and never two that look the same.
  for (const deadAfter of ['TicketTaken', 'SlipSending', 'SlipPrinted', 'SlipFailed', 'SlipRequested'] as const) {
    it(`given a server that dies right after ${deadAfter} was stored, when it starts again, then the slip is neither lost nor doubled unmarked`, async () => {
      die();
      let deaths = 0;
      const dieOnce = (types: string[]) => {
        if (deaths > 0 || !types.includes(deadAfter)) return;
        deaths += 1;
        die();
      };
      startServer(dieOnce);
      // The slip that is sent when the server dies for the first time: so that failures and copies occur, too.
      if (deadAfter === 'SlipFailed' || deadAfter === 'SlipRequested') {
        paper.plan.push((slip) => {
          paper.slips.push(slip);
          die();
          return new Promise(() => undefined);
        });
      }
      await takeTicket('a');
      await turns();
      startServer(dieOnce);
      await turns();
      startServer();
      await turns(60);
      expect(deaths).toBe(1);
      expect(slipOf('a')?.state).toBe('printed');
      expect(paper.slips.length).toBeGreaterThan(0);
      expect(new Set(idsOnPaper()).size).toBe(paper.slips.length);
      expect(paper.slips.filter((slip) => !isMarked(slip)).length).toBeLessThanOrEqual(1);
    });
  }

  it('given a day that is over, when the server starts again, then its slips do not come out any more', async () => {
    die();
    startServer((types) => {
      if (types.includes('TicketTaken')) die();
    });
    await takeTicket('a');
    at = clock('08:00', '2026-03-03');
    startServer();
    await takeTicket('b');
    await ended('b', 'printed');
    expect(paper.slips).toHaveLength(1);
    expect(wordsOf(paper.slips[0]!)).toContain('/b');
  });
});

describe('the end', () => {
  it('given a slip under way, when the reactor stops, then it comes out and is recorded, and the next one waits for the start', async () => {
    let finish = (): void => undefined;
    paper.plan.push(
      (slip) =>
        new Promise((resolve) => {
          finish = () => {
            paper.slips.push(slip);
            resolve({ state: 'printed' });
          };
        }),
    );
    await Promise.all(['a', 'b'].map(takeTicket));
    await turns();
    const stopped = reactor.stop();
    finish();
    await stopped;
    expect([slipOf('a')?.state, slipOf('b')?.state]).toEqual(['printed', 'wanted']);
    die();
    startServer();
    await ended('b', 'printed');
    expect(paper.slips.map(isMarked)).toEqual([false, false]);
  });

  it('given a broken printer, when the reactor stops between two tries, then the slip comes out after the start', async () => {
    paper.plan.push(() => {
      void reactor.stop();
      return notPrinted;
    });
    await takeTicket('a');
    await reactor.stop();
    await turns();
    die();
    startServer();
    await turns(60);
    expect(paper.slips).toHaveLength(1);
  });
});
