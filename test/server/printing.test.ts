import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerOf } from '../../wire/client.ts';
import { EmulatedPrinter } from '../support/emulated-printer.ts';
import { decode } from '../support/escpos-decoder.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

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
  const take = (requestId: string) =>
    ask<AnswerOf<'takeTicket'>>('POST', '/api/tickets', 'demo-kiosk', { requestId, service: 'chung-thuc' });
  const slipOf = async (id: string) => (await ask<AnswerOf<'ticket'>>('GET', `/api/tickets/${id}`, 'demo-kiosk')).slip;
  const signIn = async () =>
    (await ask<AnswerOf<'signIn'>>('POST', '/api/session', '', { user: 'supervisor', pin: '246810' })).token;
  const alarms = async (token: string) =>
    (await ask<AnswerOf<'supervisor'>>('GET', '/api/supervisor', token)).alarms.filter((a) => a.kind === 'printer');

  it('given a number is taken, then one slip is cut off, and the ticket says that it is printed', async () => {
    const { id } = await take('one');
    await vi.waitFor(async () => expect(await slipOf(id)).toMatchObject({ copy: 1, state: 'printed' }), 15_000);
    expect(paper.slips).toHaveLength(1);
    expect(decode(paper.slips[0]!, { widthDots: 576 }).paper.height).toBeGreaterThan(400);
  });

  it('given the paper is out, then the supervisor is alarmed, and all slips come once when it is loaded', async () => {
    paper.paperOut();
    const token = await signIn();
    const tickets = [await take('one'), await take('two')];
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
    const [gone, waits] = [await take('one'), await take('two')];
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
    const { id } = await take('one');
    await vi.waitFor(async () => expect((await slipOf(id)).state).not.toBe('wanted'), 15_000);

    await server.restart();
    paper.reload();

    await vi.waitFor(async () => expect((await slipOf(id)).state).toBe('printed'), 20_000);
    const { copy } = await slipOf(id);
    expect(paper.slips.length).toBeLessThanOrEqual(copy);
  });
});
