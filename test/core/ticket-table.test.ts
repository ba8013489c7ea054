import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../core/ticket.ts';
import { TicketTable } from '../../core/ticket-table.ts';
import { given, kiosk, take } from '../support/given.ts';

const sample = given([[take('a1', 'certify'), kiosk('08:00')]]).ticket('a1');
const ticket = (id: string, recalls: number): Ticket => ({ ...sample, id, recalls });

/** Which earlier table to grow from, and the ticket to put in. */
const steps = fc.array(
  fc.record({ from: fc.nat(99), id: fc.nat(50).map((n) => `t${n}`), recalls: fc.nat(3), waits: fc.boolean() }),
  { maxLength: 150 },
);

describe('a table of tickets', () => {
  it('is in every line of descent what a copied map would be', () => {
    fc.assert(
      fc.property(steps, (some) => {
        const tables = [{ table: TicketTable.empty, map: new Map<string, Ticket>() }];
        for (const { from, id, recalls, waits } of some) {
          // Mostly the latest, sometimes an older one.
          const before = tables[from < tables.length ? from : tables.length - 1]!;
          const put: Ticket = waits ? ticket(id, recalls) : { ...ticket(id, recalls), status: 'done' };
          tables.push({ table: before.table.with(put), map: new Map(before.map).set(id, put) });
        }
        for (const { table, map } of tables) {
          expect([...table]).toEqual([...map]);
          expect([...table.keys()]).toEqual([...map.keys()]);
          expect([...table.values()]).toEqual([...map.values()]);
          expect(table.size).toBe(map.size);
          for (let n = 0; n <= 50; n += 1) expect(table.get(`t${n}`)).toBe(map.get(`t${n}`));
          const waiting = [...map.values()].filter(({ status }) => status === 'waiting');
          expect(new Set(table.waiting)).toEqual(new Set(waiting));
          expect(table.waiting.length).toBe(waiting.length);
        }
      }),
    );
  });
});
