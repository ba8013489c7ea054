import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerOf, Reply } from '../../wire/client.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { Client, newRequestId, signedIn } from './client.ts';
import { Screen } from './screen.ts';

const machines = 34;
const eachTakes = 6;
const services = ['chung-thuc', 'ho-tich', 'dat-dai', 'tra-ket-qua', 'bao-tro-xa-hoi', 'ho-kinh-doanh'];

let server: TestServer;
let supervisor: Client;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startDemo();
  supervisor = await signedIn(server.url, 'supervisor');
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.stop();
});

type Step = 'takeTicket' | 'callNext' | 'startService' | 'finishVisit' | 'markAbsent';

/** Somebody who speaks HTTP or through a socket; null when the rules refuse. */
type Sender = <N extends Step>(
  operation: N,
  params: Record<string, string>,
  body: object,
) => Promise<AnswerOf<N> | null>;

const byHttp =
  (client: Client): Sender =>
  async (operation, params, body) => {
    const response = await client.send(operation, { params, body });
    if (response.ok) return (await response.json()) as never;
    expect(response.status).toBe(409);
    return null;
  };

async function bySocket(token: string): Promise<Sender> {
  const screen = await new Screen(server.url, { token }).connected();
  screens.push(screen);
  return async (operation, params, body) => {
    const reply = (await screen.call(operation, { params, body: body as never })) as Reply<never>;
    if (!reply.ok) expect(reply.problem.status).toBe(409);
    return reply.ok ? reply.result : null;
  };
}

describe('fifty at once', () => {
  it('given kiosks and clerks by HTTP and sockets, when all take and call at once, then nobody gets what another one has', async () => {
    // Given 34 kiosk connections and four clerks with four connections each, half of them by HTTP.
    const takers = await Promise.all(
      Array.from({ length: machines }, async (_, i) =>
        i % 2 ? byHttp(new Client(server.url, 'demo-kiosk')) : await bySocket('demo-kiosk'),
      ),
    );
    const clerks = await Promise.all(
      ['1', '2', '3', '4'].map(async (counter) => {
        const client = await signedIn(server.url, `clerk${counter}`);
        await client.ok('openCounter', { params: { counter }, body: {} });
        const hands = await Promise.all(
          [0, 1, 2, 3].map((i) => (i % 2 ? byHttp(client) : bySocket(client.token ?? ''))),
        );
        return { counter, hands };
      }),
    );
    const board = await new Screen(server.url, { token: 'demo-board' }).connected();
    screens.push(board);
    await board.see({ view: 'board' });

    // When everybody presses without waiting for anybody else, each request twice in a quarter of the cases.
    const taken: AnswerOf<'takeTicket'>[] = [];
    const calls: { counter: string; ticket: string }[] = [];
    const takeAll = takers.map(async (sender, i) => {
      for (let n = 0; n < eachTakes; n += 1) {
        const body = { requestId: newRequestId(), service: services[(i + n) % services.length] ?? '' };
        const answers = await Promise.all([
          sender('takeTicket', {}, body),
          ...(n % 4 ? [] : [sender('takeTicket', {}, body)]),
        ]);
        expect(new Set(answers.map((answer) => answer?.id)).size).toBe(1);
        if (answers[0]) taken.push(answers[0]);
      }
    });
    const callAll = clerks.flatMap(({ counter, hands }) =>
      hands.map(async (sender, hand) => {
        for (let n = 0; n < 12; n += 1) {
          const called = await sender('callNext', { counter }, {});
          if (called?.ticket) calls.push({ counter, ticket: called.ticket.id });
          if (hand === 0) await sender('startService', { counter }, {});
          if (hand === 1) await sender('finishVisit', { counter }, { outcome: 'received' });
          if (hand === 2 && n % 5 === 0) await sender('markAbsent', { counter }, {});
        }
      }),
    );
    await Promise.all([...takeAll, ...callAll]);

    // Then no number was given twice …
    expect(taken).toHaveLength(machines * eachTakes);
    expect(new Set(taken.map(({ number }) => number)).size).toBe(taken.length);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    for (const service of services) {
      const sequences = taken
        .filter((ticket) => ticket.service === service)
        .map(({ number }) => Number(number.slice(1)));
      expect(sequences.sort((a, b) => a - b)).toEqual(sequences.map((_, i) => i + 1));
    }
    // … no ticket was called at two counters …
    expect(calls.length).toBeGreaterThan(4);
    expect(new Set(calls.map(({ ticket }) => ticket)).size).toBe(calls.length);
    // … and every figure says the same.
    const view = await supervisor.ok('supervisor');
    expect(Object.values(view.counts).reduce((sum, count) => sum + count, 0)).toBe(taken.length);
    expect(view.services.reduce((sum, { issued }) => sum + issued, 0)).toBe(taken.length);
    const query = { from: view.day ?? '', to: view.day ?? '' };
    const rows = (await supervisor.ok('report', { params: { name: 'services' }, query })).rows;
    for (const { id, issued, served } of view.services) {
      expect(rows.find(({ service }) => service === id)).toMatchObject({ issued, served });
    }
    const reported = (await supervisor.ok('report', { params: { name: 'counters' }, query })).rows;
    for (const { id, served } of view.counters) {
      expect(reported.find(({ counter }) => counter === id)?.served ?? 0).toBe(served);
    }
    const seen: AnswerOf<'events'>[number][] = [];
    for (let after = 0; ; after = seen.at(-1)?.seq ?? 0) {
      const page: AnswerOf<'events'> = await supervisor.ok('events', {
        query: { after: String(after), limit: '1000' },
      });
      if (page.length === 0) break;
      seen.push(...page);
    }
    const count = (type: string) => seen.filter(({ event }) => event.type === type).length;
    expect(count('TicketTaken')).toBe(taken.length);
    expect(count('TicketCalled')).toBe(calls.length);
    expect(count('VisitFinished')).toBe(view.counts.done);
    expect(count('TicketAbsent')).toBe(view.counts.absent);
    await board.settled();
    expect(board.viewsOf('board').at(-1)?.view).toEqual(await new Client(server.url).ok('board'));
  });
});
