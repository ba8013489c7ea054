import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi as vitest } from 'vitest';
import type { KioskView, TicketView, Topic, ViewName } from '../../wire/client.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { Client, newRequestId, serveNext, signedIn, take } from './client.ts';
import { problemOf, Screen } from './screen.ts';

let server: TestServer;
let anyone: Client;
let kiosk: Client;
let clerk: Client;
let supervisor: Client;
let admin: Client;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startDemo();
  anyone = new Client(server.url);
  kiosk = new Client(server.url, 'demo-kiosk');
  clerk = await signedIn(server.url, 'clerk1');
  supervisor = await signedIn(server.url, 'supervisor');
  admin = await signedIn(server.url, 'admin');
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close();
});
afterAll(() => server.stop());

const until = (fact: () => void) => vitest.waitFor(fact, { timeout: 10_000, interval: 5 });
function screen(options?: ConstructorParameters<typeof Screen>[1]): Promise<Screen> {
  const opened = new Screen(server.url, options);
  screens.push(opened);
  return opened.connected();
}
const of = (client: Client) => screen({ token: client.token ?? '' });

describe('watching', () => {
  it('given a topic, when it is watched, then the whole view comes at once, with the time of the server', async () => {
    const board = await (await screen({ token: 'demo-board' })).see({ view: 'board' });
    expect(board).toMatchObject({ key: 'board', at: expect.any(Number) });
    expect(board.view).toEqual(await anyone.ok('board'));
    const counter = await (await of(clerk)).see({ view: 'counter', counter: '1' });
    expect(counter.key).toBe('counter/1');
    expect(counter.view).toEqual(await clerk.ok('counter', { params: { counter: '1' } }));
  });

  it('given many changes in one turn, then each watched view that changed is pushed whole, once, and others not at all', async () => {
    const hall = await screen({ token: 'demo-kiosk' });
    await hall.see({ view: 'kiosk' });
    await hall.see({ view: 'centre' });
    await hall.see({ view: 'board' });
    await Promise.all(
      Array.from({ length: 5 }, () =>
        hall.ok('takeTicket', { body: { requestId: newRequestId(), service: 'dat-dai' } }),
      ),
    );
    await hall.settled();
    const waiting = hall
      .viewsOf('kiosk')
      .map(({ view }) => (view as KioskView).services.find(({ id }) => id === 'dat-dai')?.waiting);
    expect(waiting.at(-1)).toBe(5);
    expect(waiting).toEqual([...new Set(waiting)]);
    expect(hall.viewsOf('centre')).toEqual([]);
    expect(hall.viewsOf('board').at(-1)?.view).toEqual(await anyone.ok('board'));
    const texts = hall.viewsOf('board').map(({ view }) => JSON.stringify(view));
    expect(texts).toEqual([...new Set(texts)]);
  });

  it('given a view that is no longer watched, when it changes, then nothing comes', async () => {
    const hall = await screen({ token: 'demo-kiosk' });
    await hall.see({ view: 'kiosk' });
    hall.socket.emit('unwatch', { view: 'kiosk' });
    await take(kiosk, 'dat-dai');
    await hall.settled();
    expect(hall.views).toEqual([]);
  });

  it('given the key of a ticket, when anyone watches it, then they follow it through its life', async () => {
    const { id } = await take(kiosk, 'chung-thuc');
    const phone = await screen();
    expect((await phone.see({ view: 'ticket', ticket: id })).view).toMatchObject({ status: 'waiting', ahead: 0 });
    await clerk.ok('openCounter', { params: { counter: '1' }, body: {} });
    await serveNext(clerk, '1');
    await until(() => expect(phone.views.at(-1)?.view).toMatchObject({ status: 'done' }));
    const statuses = phone.views.map(({ view }) => (view as TicketView).status);
    expect([...new Set(statuses)]).toEqual(['waiting', 'called', 'serving', 'done']);
    await phone.ok('rateVisit', { params: { ticket: id }, body: { score: 2 } });
    await clerk.ok('closeCounter', { params: { counter: '1' }, body: {} });
    expect(problemOf(await phone.watch({ view: 'ticket', ticket: 'guessed' }))).toMatchObject({
      status: 404,
      code: 'ticket-unknown',
    });
  });

  it('given a shared rating panel, when a visit ends at a counter, then it wakes for it, and sleeps once it is rated', async () => {
    const panel = await screen({ token: 'demo-rating' });
    expect((await panel.see({ view: 'rating', counter: null })).view.visit).toBeNull();
    await supervisor.ok('openCounter', { params: { counter: '4' }, body: {} });
    const { number } = await take(kiosk, 'tra-ket-qua');
    const ticket = await serveNext(supervisor, '4');
    await until(() => expect(panel.viewsOf('rating/').at(-1)?.view).toMatchObject({ visit: { number, counter: '4' } }));
    await panel.ok('rateVisit', { params: { ticket }, body: { score: 4 } });
    await until(() => expect(panel.viewsOf('rating/').at(-1)?.view).toMatchObject({ visit: null }));
    await supervisor.ok('closeCounter', { params: { counter: '4' }, body: {} });
  });

  it('given changed settings, then the screens are told', async () => {
    const hall = await screen();
    const before = (await hall.see({ view: 'centre' })).view;
    const settings = await admin.ok('settings');
    await admin.ok('saveSettings', {
      body: { ...settings, kiosk: { ...settings.kiosk, idleSeconds: before.kiosk.idleSeconds + 1 } },
    });
    await until(() => expect(hall.views).toHaveLength(1));
    expect(hall.views[0]?.view).toEqual({
      ...before,
      kiosk: { ...before.kiosk, idleSeconds: before.kiosk.idleSeconds + 1 },
    });
    await admin.ok('saveSettings', { body: settings });
  });
});

describe('who may watch what', () => {
  const topics: (Topic & { view: ViewName })[] = [
    { view: 'centre' },
    { view: 'kiosk' },
    { view: 'board' },
    { view: 'supervisor' },
    { view: 'slips' },
    { view: 'counter', counter: '1' },
    { view: 'counter', counter: '2' },
    { view: 'rating', counter: null },
    { view: 'rating', counter: '2' },
  ];
  const names = topics.map((topic) => `${topic.view}${'counter' in topic ? (topic.counter ?? '*') : ''}`);
  const allowed: Record<string, string[]> = {
    anyone: ['centre', 'board'],
    'demo-kiosk': ['centre', 'kiosk', 'board', 'slips'],
    'demo-board': ['centre', 'board'],
    'demo-rating': ['centre', 'board', 'rating*', 'rating2'],
    clerk1: ['centre', 'kiosk', 'board', 'counter1'],
    supervisor: names,
    admin: names,
  };

  for (const [who, views] of Object.entries(allowed)) {
    it(`given ${who}, then just these views open: ${views.join(', ')}`, async () => {
      const token = who.startsWith('demo') ? who : { clerk1: clerk, supervisor, admin }[who]?.token;
      const watcher = await screen(token ? { token } : {});
      const replies = await Promise.all(topics.map((topic) => watcher.watch(topic)));
      expect(names.filter((_, index) => replies[index]?.ok)).toEqual(views);
      for (const reply of replies) {
        if (!reply.ok) expect(reply.problem.code).toBe(who === 'anyone' ? 'not-signed-in' : 'not-allowed');
      }
    });
  }

  it('given a rating panel of one counter, then it watches its own also without saying so, and no other', async () => {
    const { code, secret } = await anyone.ok('askPairing', { body: { kind: 'rating' } });
    await admin.ok('approvePairing', { params: { code }, body: { name: 'Panel 2', counter: '2' } });
    const { token } = await anyone.ok('fetchPairing', { body: { secret } });
    const panel = await screen({ token: token ?? '' });
    expect((await panel.watch({ view: 'rating', counter: null })).ok).toBe(true);
    expect((await panel.watch({ view: 'rating', counter: '2' })).ok).toBe(true);
    expect((await panel.watch({ view: 'rating', counter: '1' })).ok).toBe(false);
  });
});

describe('calling', () => {
  it('given an operation, when it is called through a socket, then the answer is that of HTTP', async () => {
    const machine = await screen({ token: 'demo-kiosk' });
    const body = { requestId: newRequestId(), service: 'ho-tich' };
    const ticket = await machine.ok('takeTicket', { body });
    expect(await machine.ok('takeTicket', { body })).toEqual(ticket);
    expect(await kiosk.ok('takeTicket', { body })).toEqual(ticket);
    expect(await machine.ok('ticket', { params: { ticket: ticket.id } })).toMatchObject({ number: ticket.number });
    const desk = await of(supervisor);
    const { day } = await supervisor.ok('supervisor');
    const query = { from: day ?? '', to: day ?? '' };
    expect(await desk.ok('report', { params: { name: 'services' }, body: query as never })).toEqual(
      await supervisor.ok('report', { params: { name: 'services' }, query }),
    );
  });

  it('given a refusal, then it is the same problem as by HTTP, in the language of the screen', async () => {
    const machine = await screen({ token: 'demo-kiosk' });
    const params = { ticket: 'none' };
    expect(await machine.refused('ticket', { params })).toEqual(await anyone.refused('ticket', { params }));
    const english = await screen({ auth: { token: 'demo-kiosk', language: 'en' } });
    expect(await english.refused('ticket', { params })).toEqual(
      await anyone.refused('ticket', { params, headers: { 'accept-language': 'en' } }),
    );
    expect(await machine.refused('takeTicket', { body: {} })).toMatchObject({
      status: 400,
      fields: [{ path: 'requestId' }, { path: 'service' }],
    });
    expect(await machine.refused('supervisor')).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(await (await screen()).refused('session')).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('given what only HTTP can do, or what nobody can, then it is refused', async () => {
    const desk = await of(clerk);
    expect(await desk.refused('signOut')).toMatchObject({ code: 'not-allowed' });
    expect(await desk.refused('signIn', { body: { user: 'admin', pin: '246810' } })).toMatchObject({
      code: 'not-allowed',
    });
    for (const name of ['constructor', '__proto__', 'toString', '', 'nothing']) {
      expect(await desk.refused(name as never)).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  it('given any payload, when it is sent with or without a wish for an answer, then the server answers or ignores it, and lives', async () => {
    const odd = await screen();
    const payload = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record(
        {
          view: fc.constantFrom('ticket', 'counter', 'rating', 'board', 'no'),
          ticket: fc.jsonValue({ maxDepth: 1 }),
          counter: fc.jsonValue({ maxDepth: 1 }),
        },
        { requiredKeys: ['view'] },
      ),
      fc.record(
        {
          operation: fc.constantFrom('takeTicket', 'counter', 'report', 'askPairing', 'rateVisit', '__proto__'),
          params: fc.jsonValue({ maxDepth: 1 }),
          body: fc.jsonValue({ maxDepth: 2 }),
        },
        { requiredKeys: ['operation'] },
      ),
    );
    const emit = odd.socket.emit.bind(odd.socket) as (event: string, ...payload: unknown[]) => void;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('watch', 'unwatch', 'call'),
        fc.array(payload, { maxLength: 3 }),
        fc.boolean(),
        async (event, payloads, wantsAnswer) => {
          if (!wantsAnswer || event === 'unwatch' || payloads.length !== 1) {
            emit(event, ...payloads);
            return;
          }
          const reply = (await odd.socket.emitWithAck(event as 'call', payloads[0] as never)) as unknown;
          expect(reply).toMatchObject({ ok: expect.any(Boolean) });
          if (!(reply as { ok: boolean }).ok) expect(problemOf(reply as never).code).not.toBe('internal');
        },
      ),
      { numRuns: 150 },
    );
    await odd.settled();
    expect(odd.socket.connected).toBe(true);
    expect((await anyone.ok('health')).status).toBe('ok');
  });
});

describe('who is let in', () => {
  it('given a token that is not valid, then the socket is refused with the reason, in words', async () => {
    const refused = new Screen(server.url, { token: 'guessed' });
    screens.push(refused);
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      refused.socket.once('connect_error', resolve),
    );
    expect(error.message).toBe('not-signed-in');
    expect(error.data).toMatchObject({ status: 401, code: 'not-signed-in', title: expect.stringMatching(/./) });
  });

  it('given a page from elsewhere, then its socket is refused, with or without a cookie', async () => {
    const origin = 'http://evil.example';
    for (const cookie of [{}, { cookie: `moiso-session=${clerk.token}` }] as Record<string, string>[]) {
      const headers: Record<string, string> = { origin, ...cookie };
      const refused = new Screen(server.url, { headers });
      screens.push(refused);
      await new Promise((resolve) => refused.socket.once('connect_error', resolve));
      expect(refused.socket.connected).toBe(false);
      refused.close();
    }
  });

  it('given the cookie of a session, then the socket is of that member of staff', async () => {
    const desk = await screen({ headers: { cookie: `moiso-session=${clerk.token}`, origin: server.url } });
    expect(await desk.ok('session')).toMatchObject({ user: 'clerk1' });
  });

  it('given a device, when it comes and goes, then the supervisor sees it, with an alarm when it is lost', async () => {
    const board = await screen({ token: 'demo-board' });
    const seen = async () => (await supervisor.ok('devices')).find(({ id }) => id === 'board-demo');
    await vitest.waitFor(async () => expect(await seen()).toMatchObject({ connected: true }));
    const desk = await of(supervisor);
    await desk.see({ view: 'supervisor' });
    board.close();
    await until(() =>
      expect(desk.views.at(-1)?.view).toMatchObject({
        alarms: expect.arrayContaining([expect.objectContaining({ kind: 'device-lost', device: 'board-demo' })]),
      }),
    );
    expect(await seen()).toMatchObject({ connected: false });
  });
});

describe('who has to go', () => {
  it('given a session, when it is signed out, then its screens are told and let go; those of others stay', async () => {
    const [first, second] = [await signedIn(server.url, 'clerk2'), await signedIn(server.url, 'clerk2')];
    const [leaving, staying] = [await of(first), await of(second)];
    await first.ok('signOut');
    await until(() => expect(leaving.goodbyes).toEqual(['signed-out']));
    await until(() => expect(leaving.socket.connected).toBe(false));
    await staying.settled();
    expect(staying.socket.connected).toBe(true);
  });

  it('given a member of staff or a device, when it is removed, then its screens are let go', async () => {
    const member = { name: 'Temporary', role: 'clerk', counters: ['1'], pin: '135790' } as const;
    await admin.ok('saveStaff', { params: { user: 'temporary' }, body: member });
    const desk = await of(await signedIn(server.url, 'temporary', '135790'));
    await admin.ok('removeStaff', { params: { user: 'temporary' } });
    await until(() => expect(desk.goodbyes).toEqual(['signed-out']));
    const { code, secret } = await anyone.ok('askPairing', { body: { kind: 'kiosk' } });
    const { id } = await admin.ok('approvePairing', { params: { code }, body: { name: 'Temporary' } });
    const machine = await screen({ token: (await anyone.ok('fetchPairing', { body: { secret } })).token ?? '' });
    await admin.ok('removeDevice', { params: { device: id } });
    await until(() => expect(machine.goodbyes).toEqual(['signed-out']));
    await until(() => expect(machine.socket.connected).toBe(false));
  });

  it('given a screen, when the server stops and starts again, then it is told, comes back, and sees the present at once', async () => {
    const hall = await screen({ token: 'demo-board' });
    const before = (await hall.see({ view: 'board' })).view;
    const back = new Promise((resolve) =>
      hall.socket.once('disconnect', () => hall.socket.once('connect', () => resolve(null))),
    );
    await server.restart();
    await until(() => expect(hall.goodbyes).toEqual(['stopping']));
    // A server that ends a socket on purpose has it come back only when it asks to.
    if (!hall.socket.active) hall.socket.connect();
    await back;
    const after = (await hall.see({ view: 'board' })).view;
    expect(after.lines.map(({ waiting, next }) => ({ waiting, next }))).toEqual(
      before.lines.map(({ waiting, next }) => ({ waiting, next })),
    );
    await take(kiosk, 'dat-dai');
    await until(() => expect(hall.viewsOf('board').length).toBeGreaterThan(0));
  });
});
