import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../wire/client.ts';
import { Client, newRequestId, signedIn } from './client.ts';
import { type ServerProcess, startProcess } from './process.ts';

type Receipt = AnswerOf<'takeTicket'>;
const services = ['chung-thuc', 'ho-tich', 'dat-dai'];
const rounds = 3;
const acknowledgedBeforeKill = 40;

let data: string;
let server: ServerProcess | null = null;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-kill-'));
});
afterEach(async () => {
  await server?.kill();
  await rm(data, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = startProcess(['--demo', '--data', data, '--port', '0']);
  return server.url;
}

describe('kill -9 under load', () => {
  it('given a server that is killed again and again, then every acknowledged ticket is there once, and no number was given twice', async () => {
    const acknowledged = new Map<string, Receipt>();
    const unanswered = new Map<string, string>();
    for (let round = 0; round < rounds; round += 1) {
      const kiosk = new Client(await start(), 'demo-kiosk');
      const victim = server;
      let alive = true;
      let count = 0;
      const take = async (requestId: string, service: string): Promise<void> => {
        unanswered.set(requestId, service);
        const response = await kiosk.send('takeTicket', { body: { requestId, service } });
        const receipt = (await response.json()) as Receipt;
        expect([200, 201]).toContain(response.status);
        acknowledged.set(requestId, receipt);
        unanswered.delete(requestId);
        count += 1;
      };
      // The sender that counts far enough pulls the plug while the others are in the middle of it.
      const senders = Array.from({ length: 12 }, async (_, i) => {
        while (alive) {
          await take(newRequestId(), services[i % services.length] ?? '').catch((error: unknown) => {
            if (alive) throw error;
          });
          if (alive && count >= acknowledgedBeforeKill) {
            alive = false;
            victim?.child.kill('SIGKILL');
          }
        }
      });
      await Promise.all(senders);
      await victim?.ended;
    }

    const url = await start();
    const kiosk = new Client(url, 'demo-kiosk');
    const supervisor = await signedIn(url, 'supervisor');
    expect(acknowledged.size).toBeGreaterThanOrEqual(rounds * acknowledgedBeforeKill);
    // Whoever got no answer asks again, under the same id; so do some who did.
    for (const [requestId, service] of unanswered) {
      const first = await kiosk.ok('takeTicket', { body: { requestId, service } });
      expect(await kiosk.ok('takeTicket', { body: { requestId, service } })).toEqual(first);
      acknowledged.set(requestId, first);
    }
    for (const [requestId, receipt] of [...acknowledged].slice(0, 20)) {
      const again = await kiosk.okWithStatus('takeTicket', { body: { requestId, service: receipt.service } });
      expect(again).toMatchObject({ status: 200, answer: receipt });
    }
    const receipts = [...acknowledged.values()];
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(receipts.length);

    const taken = new Map<string, number>();
    let after = 0;
    for (;;) {
      const page = await supervisor.ok('events', { query: { after: String(after), limit: '1000' } });
      if (page.length === 0) break;
      for (const { seq, event } of page) {
        expect(seq).toBe(after + 1);
        after = seq;
        if (event.type === 'TicketTaken') taken.set(String(event.ticket), (taken.get(String(event.ticket)) ?? 0) + 1);
      }
    }
    for (const { id, number } of receipts) {
      expect(taken.get(id), number).toBe(1);
      expect(await kiosk.ok('ticket', { params: { ticket: id } })).toMatchObject({ number, status: 'waiting' });
    }
    const view = await supervisor.ok('supervisor');
    // All were asked for again, so that there is none that nobody knows of.
    expect(taken.size).toBe(receipts.length);
    expect(view.counts.waiting).toBe(receipts.length);
  });
});
