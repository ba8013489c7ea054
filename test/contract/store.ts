import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../../core/event.ts';
import type { Visit } from '../../core/visit.ts';
import type { Store, Writer } from '../../server/store/store.ts';

/** A store under test. */
export interface StoreBench {
  readonly store: Store;
  /** Closes the store and opens it anew; null for one that forgets. */
  readonly reopen: (() => Store) | null;
  dispose(): Promise<void>;
}

export const day = '2026-03-02';
const nextDay = '2026-03-03';
const morning = Date.parse('2026-03-02T07:30:00+07:00');

/** An event that a test tells from others by its counter. */
export const happening = (counter: string, at = morning): Event => ({
  type: 'CounterOpened',
  at,
  by: 'lan',
  counter,
  clerk: 'lan',
});

export const visit = (ticket: string, number: string, changes: Partial<Visit> = {}): Visit => ({
  ticket,
  day,
  number,
  service: 'certify',
  sequence: 1,
  priority: null,
  status: 'waiting',
  issuedAt: morning,
  calledAt: null,
  endedAt: null,
  waitedMs: null,
  servedMs: null,
  quotedSeconds: null,
  counter: null,
  clerk: null,
  outcome: null,
  dossiers: 0,
  procedures: [],
  recalls: 0,
  score: null,
  reasons: [],
  ...changes,
});

const broken = (): never => {
  throw new Error('refused');
};
const everything = (store: Store) => ({
  events: store.eventsAfter(0, 1000),
  visits: store.visits('0000-01-01', '9999-12-31'),
  audit: store.auditBefore(Number.MAX_SAFE_INTEGER, 1000),
  checkpoint: store.checkpoint('print'),
});
/** Asks for a stored reply the only way there is: inside a commit. */
function replyTo(store: Store, key: string) {
  let found: ReturnType<Writer['reply']>;
  store.commit([
    (writer) => {
      found = writer.reply(key);
    },
  ]);
  return found;
}

/** What every store promises (server/store/store.ts). */
export function storeContract(name: string, makeBench: () => Promise<StoreBench>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let bench: StoreBench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = bench.store;
    });
    afterEach(() => bench.dispose());

    it('given a new store, then it is empty and knows no day', () => {
      expect(everything(store)).toEqual({ events: [], visits: [], audit: [], checkpoint: 0 });
      expect(store.lastDay()).toBeNull();
      expect(store.eventsOf(day)).toEqual([]);
    });

    it('when several jobs are committed, then they ran in order, with sequence numbers without a gap', () => {
      const order: string[] = [];
      const results = store.commit(
        ['1', '2', '3'].map((counter) => (writer: Writer) => {
          order.push(counter);
          expect(writer.append(day, happening(counter)).seq).toBe(order.length);
        }),
      );
      expect(results).toEqual([null, null, null]);
      expect(order).toEqual(['1', '2', '3']);
      expect(store.eventsOf(day)).toEqual(
        ['1', '2', '3'].map((counter, index) => ({ seq: index + 1, day, event: happening(counter) })),
      );
    });

    it('when no job is committed, then nothing happens', () => {
      expect(store.commit([])).toEqual([]);
      expect(store.lastDay()).toBeNull();
    });

    it('given a job that fails after writing everywhere, then its writes are undone and the others stay', () => {
      const results = store.commit([
        (writer) => void writer.append(day, happening('1')),
        (writer) => {
          writer.append(day, happening('lost'));
          writer.saveVisit(visit('lost', 'A009'));
          writer.saveReply('lost', { fingerprint: 'f', reply: '{}' }, 1);
          writer.audit({ at: 1, by: 'lan', action: 'lost', detail: '' });
          writer.saveCheckpoint('print', 99);
          broken();
        },
        (writer) => void writer.append(day, happening('2')),
      ]);
      expect(results).toEqual([null, new Error('refused'), null]);
      expect(everything(store)).toEqual({
        events: ['1', '2'].map((counter, index) => ({ seq: index + 1, day, event: happening(counter) })),
        visits: [],
        audit: [],
        checkpoint: 0,
      });
      expect(replyTo(store, 'lost')).toBeUndefined();
    });

    it('given a job that throws something other than an error, then its result is an error all the same', () => {
      const results = store.commit([
        () => {
          throw 'a word';
        },
      ]);
      expect(results[0]).toBeInstanceOf(Error);
    });

    it('when a number is given twice on a day, then the second is refused; the next day has it anew', () => {
      const results = store.commit([
        (writer) => writer.saveVisit(visit('one', 'A001')),
        (writer) => writer.saveVisit(visit('two', 'A001')),
        (writer) => writer.saveVisit(visit('three', 'A001', { day: nextDay })),
      ]);
      expect(results).toEqual([null, expect.any(Error), null]);
      expect(store.visits(day, nextDay).map(({ ticket }) => ticket)).toEqual(['one', 'three']);
    });

    it('given a visit, when it is saved again, then its row is replaced whole', () => {
      const later = visit('one', 'A001', {
        status: 'done',
        service: 'civil',
        priority: 'elderly',
        calledAt: morning + 1,
        endedAt: morning + 2,
        waitedMs: 1,
        servedMs: 1,
        quotedSeconds: 300,
        counter: '1',
        clerk: 'lan',
        outcome: 'received',
        dossiers: 3,
        procedures: ['1.001193', 'Tiếng Việt'],
        recalls: 2,
        score: 4,
        reasons: ['attitude'],
      });
      store.commit([(writer) => writer.saveVisit(visit('one', 'A001'))]);
      store.commit([(writer) => writer.saveVisit(later)]);
      expect(store.visits(day, day)).toEqual([later]);
    });

    it('given visits of several days, then a range has both of its ends, in order of day and issue', () => {
      const dates = ['2026-03-05', '2026-03-02', '2026-03-04', '2026-03-03'];
      store.commit(
        dates.flatMap((date) => [
          (writer: Writer) => writer.saveVisit(visit(`${date}/2`, 'A002', { day: date, issuedAt: morning + 1 })),
          (writer: Writer) => writer.saveVisit(visit(`${date}/1`, 'A001', { day: date })),
        ]),
      );
      expect(store.visits('2026-03-03', '2026-03-04').map(({ ticket }) => ticket)).toEqual([
        '2026-03-03/1',
        '2026-03-03/2',
        '2026-03-04/1',
        '2026-03-04/2',
      ]);
      expect(store.visits('2026-03-06', '2026-03-07')).toEqual([]);
      expect(store.visits('2026-03-04', '2026-03-03')).toEqual([]);
    });

    it('given events of two days, then each day has its own and the latest is the last day', () => {
      store.commit([
        (writer) => void writer.append(day, happening('1')),
        (writer) => void writer.append(nextDay, happening('2')),
      ]);
      expect(store.lastDay()).toBe(nextDay);
      expect(store.eventsOf(day).map(({ seq }) => seq)).toEqual([1]);
      expect(store.eventsOf(nextDay).map(({ seq }) => seq)).toEqual([2]);
    });

    it('given events, when they are read in pages, then each comes once and in order', () => {
      store.commit(
        Array.from({ length: 7 }, (_, index) => (writer: Writer) => void writer.append(day, happening(String(index)))),
      );
      const seen: number[] = [];
      for (let page = store.eventsAfter(0, 3); page.length > 0; page = store.eventsAfter(seen.at(-1) ?? 0, 3)) {
        expect(page.length).toBeLessThanOrEqual(3);
        seen.push(...page.map(({ seq }) => seq));
      }
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it('given a reply, then it is found by its key, never replaced, and forgotten when it is old', () => {
      const reply = { fingerprint: 'f', reply: '{"ok":true}' };
      store.commit([
        (writer) => writer.saveReply('old', reply, 100),
        (writer) => {
          writer.saveReply('new', reply, 200);
          expect(writer.reply('new')).toMatchObject(reply);
        },
      ]);
      expect(replyTo(store, 'old')).toMatchObject(reply);
      expect(replyTo(store, 'other')).toBeUndefined();
      const [twice] = store.commit([(writer) => writer.saveReply('old', { ...reply, reply: 'another' }, 300)]);
      expect(twice).toBeInstanceOf(Error);
      expect(replyTo(store, 'old')).toMatchObject(reply);
      store.forgetReplies(200);
      expect(replyTo(store, 'old')).toBeUndefined();
      expect(replyTo(store, 'new')).toMatchObject(reply);
    });

    it('given audit rows, then they come newest first, page by page', () => {
      const row = (action: string) => ({ at: morning, by: 'admin', action, detail: 'Chứng thực' });
      store.commit(['a', 'b', 'c'].map((action) => (writer: Writer) => writer.audit(row(action))));
      const first = store.auditBefore(Number.MAX_SAFE_INTEGER, 2);
      expect(first).toEqual([
        { seq: 3, ...row('c') },
        { seq: 2, ...row('b') },
      ]);
      expect(store.auditBefore(2, 2)).toEqual([{ seq: 1, ...row('a') }]);
      expect(store.auditBefore(1, 2)).toEqual([]);
    });

    it('given a checkpoint, when it is saved again, then the last one counts, apart from those of other names', () => {
      store.commit([(writer) => writer.saveCheckpoint('print', 4), (writer) => writer.saveCheckpoint('print', 9)]);
      expect(store.checkpoint('print')).toBe(9);
      expect(store.checkpoint('voice')).toBe(0);
    });

    it('given words of every alphabet, then they come back sign by sign', () => {
      const words = 'Trần Thị Ánh – ភាសាខ្មែរ 😀 \u0301 \' " \\ \n';
      store.commit([
        (writer) => {
          writer.append(day, happening(words));
          writer.audit({ at: 1, by: words, action: words, detail: words });
        },
      ]);
      expect(store.eventsOf(day)[0]?.event).toEqual(happening(words));
      expect(store.auditBefore(9, 1)[0]).toMatchObject({ by: words, action: words, detail: words });
    });

    it('given any sequence of commits with failing jobs, then the store holds just what the good jobs wrote', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(someJob, { maxLength: 5 }), { maxLength: 8 }), async (commits) => {
          const other = await makeBench();
          const model = { events: [] as string[], numbers: [] as string[], keys: new Set<string>(), checkpoint: 0 };
          try {
            for (const jobs of commits) {
              const expected = jobs.map((job) => foresee(model, job));
              const results = other.store.commit(jobs.map((job) => (writer) => perform(writer, job)));
              expect(results.map((result) => result === null)).toEqual(expected);
            }
            const final = other.reopen?.() ?? other.store;
            expect(final.eventsAfter(0, 1000).map(({ event }) => (event as { counter: string }).counter)).toEqual(
              model.events,
            );
            expect(final.eventsAfter(0, 1000).map(({ seq }) => seq)).toEqual(model.events.map((_, i) => i + 1));
            expect(
              final
                .visits(day, day)
                .map(({ number }) => number)
                .sort(),
            ).toEqual([...model.numbers].sort());
            expect(final.checkpoint('print')).toBe(model.checkpoint);
          } finally {
            await other.dispose();
          }
        }),
        { numRuns: 25 },
      );
    });

    it('given a full store, when it is opened again, then nothing is missing and it goes on counting', () => {
      if (!bench.reopen) return;
      store.commit([
        (writer) => {
          writer.append(day, happening('1'));
          writer.saveVisit(visit('one', 'A001'));
          writer.saveReply('key', { fingerprint: 'f', reply: '{}' }, 5);
          writer.audit({ at: 1, by: 'lan', action: 'open', detail: '' });
          writer.saveCheckpoint('print', 1);
        },
      ]);
      const before = everything(store);
      const again = bench.reopen();
      expect(everything(again)).toEqual(before);
      expect(replyTo(again, 'key')).toMatchObject({ fingerprint: 'f' });
      again.commit([(writer) => expect(writer.append(day, happening('2')).seq).toBe(2)]);
      expect(again.commit([(writer) => writer.saveVisit(visit('two', 'A001'))])).toEqual([expect.any(Error)]);
    });
  });
}

interface Job {
  readonly events: readonly string[];
  readonly number: string | null;
  readonly key: string | null;
  readonly checkpoint: number | null;
  readonly fails: boolean;
}

const someJob: fc.Arbitrary<Job> = fc.record({
  events: fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
  number: fc.option(fc.constantFrom('A001', 'A002', 'A003', 'A004')),
  key: fc.option(fc.constantFrom('k1', 'k2', 'k3')),
  checkpoint: fc.option(fc.nat({ max: 50 })),
  fails: fc.boolean(),
});

let tickets = 0;
function perform(writer: Writer, job: Job): void {
  for (const counter of job.events) writer.append(day, happening(counter));
  if (job.checkpoint !== null) writer.saveCheckpoint('print', job.checkpoint);
  if (job.number !== null) {
    tickets += 1;
    writer.saveVisit(visit(`ticket-${tickets}`, job.number));
  }
  if (job.key !== null) writer.saveReply(job.key, { fingerprint: '', reply: '' }, 0);
  if (job.fails) broken();
}

/** What a job does to a store that keeps its promises; false when it is undone. */
function foresee(
  model: { events: string[]; numbers: string[]; keys: Set<string>; checkpoint: number },
  job: Job,
): boolean {
  if (job.fails) return false;
  if (job.number !== null && model.numbers.includes(job.number)) return false;
  if (job.key !== null && model.keys.has(job.key)) return false;
  model.events.push(...job.events);
  if (job.number !== null) model.numbers.push(job.number);
  if (job.key !== null) model.keys.add(job.key);
  if (job.checkpoint !== null) model.checkpoint = job.checkpoint;
  return true;
}
