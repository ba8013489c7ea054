import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '../../server/http/csv.ts';
import type { AnswerOf } from '../../wire/operations.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { Client, serveNext, signedIn, take } from './client.ts';

let server: TestServer;
let anyone: Client;
let kiosk: Client;
let supervisor: Client;

beforeAll(async () => {
  server = await startDemo();
  anyone = new Client(server.url);
  kiosk = new Client(server.url, 'demo-kiosk');
  supervisor = await signedIn(server.url, 'supervisor');
});
afterAll(() => server.stop());

describe('reports and events', () => {
  it('given visits, when reports, events and the supervisor are asked, then they agree, and CSV says the same as JSON', async () => {
    const params = { counter: '4' };
    await supervisor.ok('openCounter', { params, body: {} });
    const tickets = [];
    for (let i = 0; i < 6; i += 1) tickets.push(await take(kiosk, 'tra-ket-qua'));
    for (let i = 0; i < 3; i += 1)
      await anyone.ok('rateVisit', { params: { ticket: await serveNext(supervisor, '4') }, body: { score: 3 } });
    await supervisor.ok('callNext', { params, body: {} });
    await supervisor.ok('markAbsent', { params, body: {} });
    await supervisor.ok('cancelTicket', { params: { ticket: tickets[5]?.id ?? '' }, body: {} });

    const { day, services, ratings } = await supervisor.ok('supervisor');
    const query = { from: day ?? '', to: day ?? '' };
    const row = (await supervisor.ok('report', { params: { name: 'services' }, query })).rows.find(
      ({ service }) => service === 'tra-ket-qua',
    );
    expect(row).toMatchObject({ issued: 6, served: 3, noShow: 1, cancelled: 1, leftOvernight: 0 });
    expect(services.find(({ id }) => id === 'tra-ket-qua')).toMatchObject({ issued: 6, served: 3, waiting: 1 });
    expect(ratings).toMatchObject({ visits: 3, rated: 3, counts: [0, 0, 3, 0] });
    const marks = (await supervisor.ok('report', { params: { name: 'ratings' }, query })).rows.find(
      ({ service }) => service === 'tra-ket-qua',
    );
    expect(marks).toMatchObject({ served: 3, rated: 3, response: 1, meanScore: null, score3: null });
    const counters = (await supervisor.ok('report', { params: { name: 'counters' }, query })).rows;
    expect(counters).toContainEqual(
      expect.objectContaining({ counter: '4', clerk: 'supervisor', served: 3, noShow: 1 }),
    );

    const seen: AnswerOf<'events'>[number][] = [];
    for (let after = 0; ; after = seen.at(-1)?.seq ?? 0) {
      const page = await supervisor.ok('events', { query: { after: String(after), limit: '4' } });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(4);
      seen.push(...page);
    }
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
    const own = new Set<unknown>(tickets.map(({ id }) => id));
    const count = (type: string) => seen.filter(({ event }) => event.type === type && own.has(event.ticket)).length;
    expect([count('TicketTaken'), count('VisitFinished'), count('TicketAbsent'), count('TicketCancelled')]).toEqual([
      6, 3, 1, 1,
    ]);
    const all = await supervisor.ok('events', { query: { limit: '1000' } });
    expect(all).toEqual(seen);

    const response = await supervisor.send('report', {
      params: { name: 'services' },
      query: { ...query, format: 'csv' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename=services-${day}-${day}.csv`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(head.startsWith('service,issued,served,noShow')).toBe(true);
    expect(rows).toContainEqual(expect.stringMatching(/^tra-ket-qua,6,3,1,1,0,/));
    expect(
      await supervisor.refused('report', {
        params: { name: 'services' },
        query: { from: '2026-02-02', to: '2026-02-01' },
      }),
    ).toMatchObject({ fields: [{ path: 'to' }] });
  });

  it('given cells that a spreadsheet would take for formulas, then they are made harmless, and no cell breaks out of its place', () => {
    const column = { key: 'name', unit: 'text' } as const;
    const cellOf = (name: string) => csvOf({ columns: [column], rows: [{ name }] }).slice('\uFEFFname\r\n'.length, -2);
    expect(['=1+1', '+1', '-1', '@x', '\tx'].map(cellOf)).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx"]);
    expect(cellOf('a"b')).toBe('"a""b"');
    expect(cellOf('a,b')).toBe('"a,b"');
    expect(csvOf({ columns: [column], rows: [{ name: null }, { name: -5 }] })).toBe('\uFEFFname\r\n\r\n-5\r\n');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '-', 'a', ' ') }), (text) => {
        const cell = cellOf(text);
        const content = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(content.replace(/^'/, '')).toBe(text);
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/);
        expect(content).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('the audit', () => {
  it('given staff who worked, then the audit tells who did what, newest first, page by page', async () => {
    await anyone.refused('signIn', { body: { user: 'clerk2', pin: '777333' } });
    const admin = await signedIn(server.url, 'admin');
    const all = await admin.ok('audit', { query: { limit: '500' } });
    expect(all[0]).toMatchObject({ by: 'admin', action: 'sign-in' });
    expect(all).toContainEqual(expect.objectContaining({ by: 'supervisor', action: 'OpenCounter' }));
    expect(all).toContainEqual(expect.objectContaining({ by: 'clerk2', action: 'sign-in-refused' }));
    expect(JSON.stringify(all)).not.toMatch(/246810|777333/);
    const pages = [];
    for (let before = ''; ; before = String(pages.at(-1)?.seq)) {
      const page = await admin.ok('audit', { query: { limit: '5', ...(before === '' ? {} : { before }) } });
      if (page.length === 0) break;
      pages.push(...page);
    }
    expect(pages).toEqual(all);
  });
});
