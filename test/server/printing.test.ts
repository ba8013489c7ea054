import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerOf } from '../../wire/client.ts';
import { EmulatedPrinter } from '../support/emulated-printer.ts';
import { decode } from '../support/escpos-decoder.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { Client, signedIn, take } from './client.ts';

/** A demonstration whose kiosk prints on an emulated network printer. */
describe('slips on paper', () => {
  let paper: EmulatedPrinter;
  let server: TestServer;

  beforeEach(async () => {
    paper = await EmulatedPrinter.start({ speed: 1 << 20 });
    server = await startTestServer({
      demonstration: true,
      printer: `tcp://127.0.0.1:${paper.port}?profile=epson-80`,
    });
  });

  afterEach(async () => {
    await server.stop();
    await paper.close();
  });

  const ask = async <T>(method: string, path: string, token: string, body?: object): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(server.url + path, { method, headers, body: body && JSON.stringify(body) });
    return (await response.json()) as T;
  };
  const takeAs = (requestId: string) =>
    ask<AnswerOf<'takeTicket'>>('POST', '/api/tickets', 'demo-kiosk', { requestId, service: 'chung-thuc' });
  const slipOf = async (id: string) => (await ask<AnswerOf<'ticket'>>('GET', `/api/tickets/${id}`, 'demo-kiosk')).slip;
  const signIn = async () =>
    (await ask<AnswerOf<'signIn'>>('POST', '/api/session', '', { user: 'supervisor', pin: '246810' })).token;
  const alarms = async (token: string) =>
    (await ask<AnswerOf<'supervisor'>>('GET', '/api/supervisor', token)).alarms.filter((a) => a.kind === 'printer');

  it('given a number is taken, then one slip is cut off, and the ticket says that it is printed', async () => {
    const { id } = await takeAs('one');
    await vi.waitFor(async () => expect(await slipOf(id)).toMatchObject({ copy: 1, state: 'printed' }), 15_000);
    expect(paper.slips).toHaveLength(1);
    expect(decode(paper.slips[0]!, { widthDots: 576 }).paper.height).toBeGreaterThan(400);
  });

  it('given the paper is out, then the supervisor is alarmed, and all slips come once when it is loaded', async () => {
    paper.paperOut();
    const token = await signIn();
    const tickets = [await takeAs('one'), await takeAs('two')];
    await vi.waitFor(async () => expect(await alarms(token)).toMatchObject([{ cause: 'paper-out' }]), 15_000);

    paper.reload();

    for (const { id } of tickets) {
      await vi.waitFor(async () => expect((await slipOf(id)).state).toBe('printed'), 20_000);
    }
    expect(paper.slips).toHaveLength(2);
    await vi.waitFor(async () => expect(await alarms(token)).toEqual([]), 15_000);
  });

  it('given paper that stays out for long, when it is loaded, then the slip of who still waits comes, the other is dropped', async () => {
    paper.paperOut();
    const [gone, waits] = [await takeAs('one'), await takeAs('two')];
    // Tried and given up for now: staff and kiosk are told.
    await vi.waitFor(
      async () => expect(await slipOf(gone.id)).toMatchObject({ state: 'failed', cause: 'paper-out' }),
      20_000,
    );
    const clerk = (await ask<AnswerOf<'signIn'>>('POST', '/api/session', '', { user: 'clerk1', pin: '246810' })).token;
    await ask('POST', '/api/counters/1/open', clerk, {});
    await ask('POST', '/api/counters/1/next', clerk, {});

    paper.reload();

    await vi.waitFor(async () => expect(await slipOf(waits.id)).toMatchObject({ copy: 1, state: 'printed' }), 20_000);
    expect(await slipOf(gone.id)).toMatchObject({ state: 'failed', cause: 'too-late' });
    expect(paper.slips).toHaveLength(1);
  });

  it('given the paper is out, when the server stops and starts, then nothing comes twice unmarked', async () => {
    paper.paperOut();
    const { id } = await takeAs('one');
    await vi.waitFor(async () => expect((await slipOf(id)).state).not.toBe('wanted'), 15_000);

    await server.restart();
    paper.reload();

    await vi.waitFor(async () => expect((await slipOf(id)).state).toBe('printed'), 20_000);
    const { copy } = await slipOf(id);
    expect(paper.slips.length).toBeLessThanOrEqual(copy);
  });
});

/** A demonstration that is told in its settings where its printer is. */
describe('a printer named in the settings', () => {
  let papers: EmulatedPrinter[];
  let server: TestServer;
  let kiosk: Client;
  let admin: Client;

  beforeEach(async () => {
    papers = [await EmulatedPrinter.start({ speed: 1 << 20 }), await EmulatedPrinter.start({ speed: 1 << 20 })];
    server = await startTestServer({ demonstration: true });
    kiosk = new Client(server.url, 'demo-kiosk');
    admin = await signedIn(server.url, 'admin');
  });

  afterEach(async () => {
    await server.stop();
    for (const paper of papers) await paper.close();
  });

  const addressOf = (paper: EmulatedPrinter | undefined) => `tcp://127.0.0.1:${paper?.port}?profile=epson-80`;
  const use = async (address: string, at = admin) =>
    at.ok('saveSettings', { body: { ...(await at.ok('settings')), printer: { address } } });
  const printed = async (id: string, state = 'printed') =>
    vi.waitFor(
      async () => expect((await kiosk.ok('ticket', { params: { ticket: id } })).slip).toMatchObject({ copy: 1, state }),
      20_000,
    );
  const counts = () => papers.map((paper) => paper.slips.length);

  it('given pictures, when a printer is named, then another, then none, then each slip comes where it should, also after a restart', async () => {
    await printed((await take(kiosk)).id);
    for (const address of [addressOf(papers[0]), addressOf(papers[1])]) {
      await use(address);
      await printed((await take(kiosk)).id);
    }
    expect(counts()).toEqual([1, 1]);
    await server.restart();
    await printed((await take(kiosk)).id);
    expect(counts()).toEqual([1, 2]);
    await use('');
    await printed((await take(kiosk)).id);
    expect(counts()).toEqual([1, 2]);
  });

  it('given numbers taken all the while, when the printer is changed to and fro, then each slip is on paper once', async () => {
    const ids: string[] = [];
    for (const paper of [...papers, ...papers, ...papers]) {
      const saved = use(addressOf(paper));
      ids.push(...(await Promise.all([take(kiosk), take(kiosk)])).map(({ id }) => id));
      await saved;
    }
    for (const id of ids) await printed(id);
    const last = await take(kiosk);
    await printed(last.id);
    const pictures = (await readdir(join(server.data, 'slips')).catch(() => [])).length;
    expect(counts().reduce((sum, count) => sum + count, pictures)).toBe(13);
  });

  it('given a printer without paper, when another is named, then the slips that waited come out of that one, and the alarm is over', async () => {
    papers[0]?.paperOut();
    await use(addressOf(papers[0]));
    const tickets = [await take(kiosk), await take(kiosk)];
    await printed(tickets[0]?.id ?? '', 'failed');
    await use(addressOf(papers[1]));
    for (const { id } of tickets) await printed(id);
    expect(counts()).toEqual([0, 2]);
    const alarms = async () => (await admin.ok('supervisor')).alarms.filter(({ kind }) => kind === 'printer');
    await vi.waitFor(async () => expect(await alarms()).toEqual([]), 15_000);
  });

  it('given the printer in use, when a test page is tried there with another profile, then it comes out, and slips after it', async () => {
    await use(addressOf(papers[0]));
    await printed((await take(kiosk)).id);
    const address = `tcp://127.0.0.1:${papers[0]?.port}?profile=clone-80`;
    const [page, ticket] = await Promise.all([admin.ok('testPrinter', { body: { address } }), take(kiosk)]);
    expect(page).toEqual({ state: 'printed', cause: null });
    await printed(ticket.id);
    expect(counts()).toEqual([3, 0]);
    expect((await admin.ok('findPrinters')).inUse).toBe(addressOf(papers[0]));
  });

  it('given a printer named at the start, when the settings name another, then the first stays', async () => {
    const fixed = await startTestServer({ demonstration: true, printer: addressOf(papers[0]) });
    try {
      await use(addressOf(papers[1]), await signedIn(fixed.url, 'admin'));
      await take(new Client(fixed.url, 'demo-kiosk'));
      await papers[0]?.until(() => counts()[0] === 1);
      expect(counts()).toEqual([1, 0]);
    } finally {
      await fixed.stop();
    }
  });

  it('given an address that leads nowhere by its form, when it is saved, then it is refused at its field, and the old one stays', async () => {
    await use(addressOf(papers[0]));
    const settings = await admin.ok('settings');
    for (const address of [
      'tcp://',
      'tcp://127.0.0.1:99999',
      'tcp://127.0.0.1?profile=none',
      'usb:1',
      'file:/tmp/slips.bin',
      'device:/etc/passwd',
      'device:/dev/../etc/passwd',
    ]) {
      const problem = await admin.refused('saveSettings', { body: { ...settings, printer: { address } } });
      expect(problem).toMatchObject({ code: 'invalid-input', fields: [{ path: 'printer.address' }] });
    }
    expect(await admin.ok('settings')).toEqual(settings);
  });
});
