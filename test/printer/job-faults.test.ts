import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintOutcome } from '../../printer/driver.ts';
import { someSlip } from '../contract/printer.ts';
import { EmulatedPrinter } from '../support/emulated-printer.ts';
import { benchPrinter, brokenSlips, overTcp, patient, wholeSlips } from '../support/printer-bench.ts';

/** Each fault, and what mends it. */
const faults = {
  paper: ['paperOut', 'reload'],
  cover: ['openCover', 'closeCover'],
  button: ['goOffline', 'goOnline'],
  cable: ['cableOut', 'cableIn'],
  power: ['powerOff', 'powerOn'],
  reset: ['reset', null],
} as const;

const sequences = fc.record({
  faults: fc.array(
    fc.record({
      at: fc.integer({ min: 1, max: 9000 }),
      kind: fc.constantFrom<keyof typeof faults>(...(Object.keys(faults) as (keyof typeof faults)[])),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  profile: fc.constantFrom('epson-80', 'clone-80', 'text-80'),
  noiseEvery: fc.constantFrom(0, 97, 1001),
});

describe('Whatever happens to an honest printer', () => {
  it('each slip is on paper exactly once, or its outcome says that this is not known', async () => {
    await fc.assert(
      fc.asyncProperty(sequences, async ({ faults: list, profile, noiseEvery }) => {
        const paper = await EmulatedPrinter.start({
          noiseEvery,
          gsH: profile === 'epson-80',
          asb: profile !== 'text-80',
        });
        const printer = benchPrinter(overTcp(paper), profile, { ...patient, replyMs: 500 });
        const outcomes = new Map<string, PrintOutcome>();
        try {
          await printer.status();
          const mended: Promise<void>[] = [];
          let from = 0;
          for (const { at, kind } of [...list].sort((a, b) => a.at - b.at)) {
            const [breakDown, mend] = faults[kind];
            from += at;
            paper.after(from, () => {
              paper[breakDown]();
              // Later, when the printer driver has had its turns.
              if (mend) mended.push(turns(30).then(() => paper[mend]()));
            });
          }
          for (const id of ['one', 'two', 'three', 'four']) {
            // As the spool does it: the same slip again only when no part of it is on paper.
            for (let copy = 1; copy <= 20; ) {
              const outcome = await printer.print(someSlip(`${id}-${copy}`));
              if (outcome.state === 'unknown') outcomes.set(`${id}-${copy++}`, outcome);
              else if (outcome.state === 'not-printed') {
                expect([...wholeSlips(paper), ...brokenSlips(paper)]).not.toContain(`${id}-${copy}`);
                await turns(5);
              } else {
                outcomes.set(`${id}-${copy}`, outcome);
                break;
              }
            }
          }
          await Promise.all(mended);
          const whole = wholeSlips(paper);
          expect(new Set(whole).size).toBe(whole.length);
          for (const [id, { state }] of outcomes) {
            expect(['printed', 'unknown']).toContain(state);
            if (state === 'printed') expect(whole).toContain(id);
          }
          for (const id of whole) expect(outcomes.has(id)).toBe(true);
          const printed = whole.filter((id) => outcomes.get(id)?.state === 'printed');
          expect(printed.map((id) => id.split('-')[0])).toEqual(['one', 'two', 'three', 'four']);
        } finally {
          await printer.close();
          await paper.close();
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Lets everybody else have some turns of the event loop. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
