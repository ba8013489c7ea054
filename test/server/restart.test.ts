import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest';
import { startDemo, type TestServer } from '../support/server.ts';
import { Client, newRequestId, serveNext, signedIn, take } from './client.ts';
import { Screen } from './screen.ts';

let server: TestServer;
let anyone: Client;
let kiosk: Client;
let supervisor: Client;

beforeEach(async () => {
  server = await startDemo();
  anyone = new Client(server.url);
  kiosk = new Client(server.url, 'demo-kiosk');
  supervisor = await signedIn(server.url, 'supervisor');
});
afterEach(() => server.stop());

const eventually = <T>(fact: () => Promise<T>): Promise<T> => vitest.waitFor(fact, { timeout: 20_000, interval: 20 });
const at = (counter: string) => ({ params: { counter }, body: {} });
/** Resolves when every slip came out; the printing of the last one changes the views. */
const allPrinted = (ids: readonly string[]) =>
  eventually(async () => {
    for (const ticket of ids) expect((await anyone.ok('ticket', { params: { ticket } })).slip.state).toBe('printed');
  });

describe('a restart in the middle of the day', () => {
  it('given tickets in every state of their life, when the server starts again, then all views are what they were', async () => {
    // One counter has one visitor at a time; so that one is called while another is served, two clerks work.
    const clerks = [await signedIn(server.url, 'clerk1'), await signedIn(server.url, 'clerk2')] as const;
    for (const counter of ['1', '2'] as const) await clerks[Number(counter) - 1]?.ok('openCounter', at(counter));
    const ids: string[] = [];
    for (let i = 0; i < 8; i += 1) ids.push((await take(kiosk, i % 2 ? 'chung-thuc' : 'ho-tich')).id);
    const [one, two] = clerks;
    const done = await serveNext(one, '1');
    await anyone.ok('rateVisit', { params: { ticket: done }, body: { score: 4, reasons: [] } });
    await one.ok('callNext', at('1'));
    await one.ok('markAbsent', at('1'));
    await one.ok('callNext', at('1'));
    await one.ok('startService', at('1'));
    await one.ok('parkTicket', at('1'));
    await one.ok('callNext', at('1'));
    await one.ok('startService', at('1'));
    await two.ok('callNext', at('2'));
    await two.ok('repeatCall', at('2'));
    const waiting = (await one.ok('counter', { params: { counter: '1' } })).waiting;
    await one.ok('cancelTicket', { params: { ticket: waiting.at(-1)?.id ?? '' }, body: {} });
    await allPrinted(ids);

    const look = async () => ({
      tickets: await Promise.all(ids.map((ticket) => anyone.ok('ticket', { params: { ticket } }))),
      board: await anyone.ok('board'),
      counters: await Promise.all(['1', '2', '3'].map((counter) => supervisor.ok('counter', { params: { counter } }))),
      services: await anyone.ok('services'),
      supervisor: await supervisor.ok('supervisor'),
      events: await supervisor.ok('events', { query: { limit: '1000' } }),
      session: await one.ok('session'),
    });
    const before = await look();
    expect(new Set(before.tickets.map(({ status }) => status))).toEqual(
      new Set(['done', 'absent', 'parked', 'serving', 'called', 'waiting', 'cancelled']),
    );
    await server.restart();
    const after = await look();
    expect(withoutWaits(after)).toEqual(withoutWaits(before));

    // And life goes on: the same clerks finish what they began, with the same sessions.
    await one.ok('finishVisit', at('1'));
    await two.ok('startService', at('2'));
    const absent = after.tickets.find(({ status }) => status === 'absent');
    await one.ok('returnTicket', { params: { ticket: absent?.id ?? '' }, body: {} });
    expect((await take(kiosk, 'ho-tich')).number).toBe('C005');
  });

  it('given slips that wait for the printer, when the server starts again and again, then each ticket has one slip, or a marked one more', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const body = () => ({ requestId: newRequestId(), service: 'dat-dai' });
      const taken = await Promise.all(Array.from({ length: 4 }, () => kiosk.ok('takeTicket', { body: body() })));
      ids.push(...taken.map(({ id }) => id));
      await server.restart();
    }
    await allPrinted(ids);
    const paper = await new Screen(server.url, { token: 'demo-kiosk' }).connected();
    const slips = (await paper.see({ view: 'slips' })).view.map(({ id }) => id);
    paper.close();
    expect(new Set(slips).size).toBe(slips.length);
    for (const id of ids) {
      const copies = slips.filter((slip) => slip.startsWith(`${id}-`));
      const { slip } = await anyone.ok('ticket', { params: { ticket: id } });
      expect(copies.length).toBeGreaterThan(0);
      expect(copies.length).toBeLessThanOrEqual(slip.copy);
      const response = await fetch(new URL(`/api/slips/${copies[0]}.png`, server.url), {
        headers: { authorization: 'Bearer demo-kiosk' },
      });
      expect(response.headers.get('content-type')).toBe('image/png');
    }
  });

  it('given a request under way before the restart, when it is sent again after it, then there is one ticket', async () => {
    const body = { requestId: 'before and after', service: 'dat-dai' };
    const first = await kiosk.okWithStatus('takeTicket', { body });
    await server.restart();
    expect(await kiosk.okWithStatus('takeTicket', { body })).toMatchObject({ status: 200, answer: first.answer });
    expect((await supervisor.ok('supervisor')).counts.waiting).toBe(1);
  });
});

describe('files that were damaged while the server was off', () => {
  it('given damaged settings, staff and devices, when the server starts, then it works with the last good ones, and the supervisor is told', async () => {
    const admin = await signedIn(server.url, 'admin');
    const settings = await admin.ok('settings');
    const changed = { ...settings, absentGraceMinutes: settings.absentGraceMinutes + 1 };
    await admin.ok('saveSettings', { body: changed });
    for (const name of ['settings', 'staff', 'devices']) writeFileSync(join(server.data, `${name}.json`), '{"half": ');
    // The server at work has its own copy; only the next start reads the files.
    await server.restart();
    expect(await admin.ok('settings')).toEqual(changed);
    const { alarms } = await supervisor.ok('supervisor');
    const files = alarms.flatMap((alarm) => (alarm.kind === 'settings-recovered' ? [alarm.file] : []));
    expect(files.sort()).toEqual(['devices.json', 'settings.json', 'staff.json']);
    expect((await take(kiosk)).number).toBe('A001');
    await server.restart();
    expect((await supervisor.ok('supervisor')).alarms.filter(({ kind }) => kind === 'settings-recovered')).toEqual([]);
  });
});

/** Waits go on while the server restarts; everything else stays. */
function withoutWaits(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      ['expectedWait', 'longestWaitMs', 'alarms'].includes(key) ? undefined : part,
    ),
  );
}
