import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GrowingDelay } from '../../server/people/delay.ts';
import { deviceKinds, staffRoles } from '../../wire/names.ts';
import { type OperationName, operations } from '../../wire/operations.ts';
import type { Role } from '../../wire/people.ts';
import { startDemo, startTestServer, type TestServer } from '../support/server.ts';
import { Client, problemIn, signedIn, take } from './client.ts';

let server: TestServer;
let anyone: Client;
let kiosk: Client;
let clerk: Client;
let supervisor: Client;
let admin: Client;

async function paired(kind: (typeof deviceKinds)[number]): Promise<string> {
  const { code, secret } = await anyone.ok('askPairing', { body: { kind } });
  await admin.ok('approvePairing', { params: { code }, body: { name: kind } });
  return (await anyone.ok('fetchPairing', { body: { secret } })).token ?? '';
}

beforeAll(async () => {
  server = await startDemo();
  anyone = new Client(server.url);
  kiosk = new Client(server.url, 'demo-kiosk');
  clerk = await signedIn(server.url, 'clerk1');
  supervisor = await signedIn(server.url, 'supervisor');
  admin = await signedIn(server.url, 'admin');
});
afterAll(() => server.stop());

describe('who may do what', () => {
  const names = Object.keys(operations) as OperationName[];
  // Refused by every check of input, so that whoever passes the door changes nothing.
  const harmless = { requestId: '', services: 5 };
  const tokenOf: Record<Role, () => Promise<string | null>> = {
    anyone: async () => null,
    clerk: async () => (await signedIn(server.url, 'clerk2')).token,
    supervisor: async () => (await signedIn(server.url, 'supervisor')).token,
    administrator: async () => (await signedIn(server.url, 'admin')).token,
    kiosk: async () => 'demo-kiosk',
    board: async () => 'demo-board',
    rating: async () => 'demo-rating',
    agent: () => paired('agent'),
  };

  for (const role of ['anyone', ...staffRoles, ...deviceKinds] as const) {
    it(`given ${role}, when each operation is tried, then the door opens just where the contract says so`, async () => {
      const client = new Client(server.url, await tokenOf[role]());
      for (const name of names.filter((name) => name !== 'signOut')) {
        const { method, path, who } = operations[name];
        const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, key]) => [key, 'nobody']));
        const response = await client.send(name, { params, body: method === 'GET' ? undefined : harmless });
        const { code } = (await response.json()) as { code?: string };
        const isOpen = who.includes('anyone') || who.includes(role);
        if (isOpen) expect([401, 403], `${role} ${name} ${code}`).not.toContain(response.status);
        else
          expect({ name, status: response.status, code }).toEqual(
            role === 'anyone'
              ? { name, status: 401, code: 'not-signed-in' }
              : { name, status: 403, code: 'not-allowed' },
          );
      }
    });
  }

  it('given a token that nobody gave out, then everything is refused, also what is open to anyone', async () => {
    for (const name of names) {
      const params = { counter: '1', ticket: 'x', user: 'x', device: 'x', code: 'x', name: 'services' };
      const problem = await new Client(server.url, 'guessed').refused(name, { params });
      expect(problem).toMatchObject({ status: 401, code: 'not-signed-in' });
    }
  });

  it('given a clerk, when another counter or its tickets are asked for, then they are not theirs', async () => {
    const { id } = await take(kiosk, 'dat-dai');
    const notTheirs = { status: 403, code: 'not-yours' };
    expect(await clerk.refused('counter', { params: { counter: '2' } })).toMatchObject(notTheirs);
    for (const name of ['openCounter', 'callNext', 'closeCounter', 'pauseCounter', 'startService'] as const) {
      expect(await clerk.refused(name, { params: { counter: '2' }, body: {} })).toMatchObject(notTheirs);
    }
    for (const name of ['cancelTicket', 'returnTicket', 'reprintSlip'] as const) {
      expect(await clerk.refused(name, { params: { ticket: id }, body: {} })).toMatchObject(notTheirs);
    }
    const own = await clerk.ok('counter', { params: { counter: '1' } });
    expect(own.waiting.map((ticket) => ticket.id)).not.toContain(id);
    expect(await supervisor.ok('counter', { params: { counter: '2' } })).toMatchObject({ id: '2' });
  });

  it('given a clerk at an open counter, when another one with the same counter presses, then it is not theirs', async () => {
    await clerk.ok('openCounter', { params: { counter: '1' }, body: {} });
    await admin.ok('saveStaff', {
      params: { user: 'second' },
      body: { name: 'Second', role: 'clerk', counters: ['1'], pin: '135790' },
    });
    const second = await signedIn(server.url, 'second', '135790');
    expect(await second.refused('callNext', { params: { counter: '1' }, body: {} })).toMatchObject({
      code: 'not-yours',
    });
    expect(await second.refused('openCounter', { params: { counter: '1' }, body: {} })).toMatchObject({
      status: 409,
      code: 'counter-taken',
    });
    await clerk.ok('closeCounter', { params: { counter: '1' }, body: {} });
  });

  it('given a name that no rule allows, when it is to be added to the staff, then it is refused', async () => {
    const body = { name: 'Somebody', role: 'clerk', counters: [], pin: '135790' };
    for (const user of ['device:kiosk-demo', '=1+1', 'a/b', ' ', 'x'.repeat(41), '../admin']) {
      const problem = await admin.refused('saveStaff', { params: { user }, body });
      expect(problem).toMatchObject({ status: 400, code: 'invalid-input', fields: [{ path: 'user' }] });
    }
  });
});

describe('cookies', () => {
  const own = () => ({ origin: server.url });
  let cookie: string;

  it('when somebody signs in, then the cookie is kept from scripts and from other sites', async () => {
    const response = await anyone.send('signIn', { body: { user: 'clerk3', pin: '246810' } });
    const [set = ''] = response.headers.getSetCookie();
    expect(set).toMatch(/^moiso-session=[\w-]{32}; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/);
    cookie = set.split(';')[0] ?? '';
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: number };
    expect(cookie).toBe(`moiso-session=${token}`);
    expect(expiresAt).toBeGreaterThan(Date.now());
  });

  it('given a cookie, when a page of the centre uses it, then it is as good as a token', async () => {
    expect(await anyone.ok('session', { headers: { cookie } })).toMatchObject({ user: 'clerk3' });
    const params = { counter: '3' };
    await anyone.ok('openCounter', { params, body: {}, headers: { cookie, ...own() } });
    await anyone.ok('closeCounter', { params, body: {}, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    await anyone.ok('openCounter', { params, body: {}, headers: { cookie } });
  });

  it('given a cookie, when a page from elsewhere sends a change with it, then it is refused', async () => {
    const elsewhere: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://evil.example', authorization: 'Basic YTpi' },
    ];
    for (const headers of elsewhere) {
      const sent = { params: { counter: '3' }, body: {}, headers: { cookie, ...headers } };
      expect(await anyone.refused('closeCounter', sent)).toMatchObject({ status: 403, code: 'wrong-origin' });
    }
    expect(await clerk.refused('closeCounter', { params: { counter: '3' }, headers: own() })).toMatchObject({
      code: 'not-yours',
    });
    expect((await supervisor.ok('counter', { params: { counter: '3' } })).state).toBe('open');
  });

  it('given a token, when a program sends an origin, then it counts all the same', async () => {
    const headers = { origin: 'http://evil.example' };
    await supervisor.ok('closeCounter', { params: { counter: '3' }, body: {}, headers });
  });

  it('when the session ends, then the cookie is taken back and worth nothing', async () => {
    const response = await anyone.send('signOut', { headers: { cookie, ...own() } });
    expect(response.headers.getSetCookie()[0]).toMatch(/^moiso-session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await anyone.refused('session', { headers: { cookie } })).toMatchObject({
      status: 401,
      code: 'not-signed-in',
    });
  });
});

describe('wrong PINs', () => {
  it('given many guesses at once, in the demonstration too, then three are looked at and the others wait', async () => {
    const guesses = Array.from({ length: 12 }, (_, i) =>
      anyone.refused('signIn', { body: { user: 'clerk4', pin: String(100_000 + i) } }),
    );
    const codes = (await Promise.all(guesses)).map(({ status, code }) => `${status} ${code}`).sort();
    expect(codes.filter((code) => code === '401 wrong-pin')).toHaveLength(3);
    expect(codes.filter((code) => code === '429 too-many-attempts')).toHaveLength(9);
    const right = await anyone.refused('signIn', { body: { user: 'clerk4', pin: '246810' } });
    expect(right).toMatchObject({ status: 429, code: 'too-many-attempts', retryAfterSeconds: expect.any(Number) });
    expect(await signedIn(server.url, 'clerk3')).toBeDefined();
  });

  it('given many clerks who sign in at once from one PC, then all of them may', async () => {
    const clients = await Promise.all(
      ['clerk1', 'clerk2', 'clerk3', 'supervisor', 'admin', 'clerk1', 'clerk1', 'clerk1'].map((user) =>
        signedIn(server.url, user),
      ),
    );
    expect(new Set(clients.map(({ token }) => token)).size).toBe(clients.length);
  });

  it('given an unknown name, then the answer is that of a wrong PIN', async () => {
    const known = await anyone.refused('signIn', { body: { user: 'clerk2', pin: '999999' } });
    const unknown = await anyone.refused('signIn', { body: { user: 'nobody', pin: '999999' } });
    expect(unknown).toEqual(known);
  });

  it('given wrong ones, then the delay grows from 2 s to five minutes, and ends with a right one or half an hour', () => {
    let at = 0;
    const delay = new GrowingDelay(() => at);
    const delays = Array.from({ length: 12 }, () => {
      delay.wrong('user/lan');
      return delay.remaining('user/lan') / 1000;
    });
    expect(delays).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(delay.remaining('user/minh')).toBe(0);
    delay.right('user/lan');
    expect(delay.remaining('user/lan')).toBe(0);
    for (let i = 0; i < 4; i += 1) delay.wrong('user/lan');
    at += 30 * 60_000 + 1;
    delay.wrong('user/other');
    delay.wrong('user/lan');
    expect(delay.remaining('user/lan')).toBe(0);
  });
});

describe('the end of a session', () => {
  it('given a session, when the PIN changes or its owner is removed, then it has ended', async () => {
    const params = { user: 'temporary' };
    const member = { name: 'Temporary', role: 'clerk', counters: ['1'] } as const;
    await admin.ok('saveStaff', { params, body: { ...member, pin: '111222' } });
    const first = await signedIn(server.url, 'temporary', '111222');
    await admin.ok('saveStaff', { params, body: { ...member, name: 'Renamed' } });
    expect(await first.ok('session')).toMatchObject({ name: 'Renamed' });
    await admin.ok('saveStaff', { params, body: { ...member, pin: '333444' } });
    expect(await first.refused('session')).toMatchObject({ code: 'not-signed-in' });
    expect(await anyone.refused('signIn', { body: { user: 'temporary', pin: '111222' } })).toMatchObject({
      code: 'wrong-pin',
    });
    const second = await signedIn(server.url, 'temporary', '333444');
    await admin.ok('removeStaff', { params });
    expect(await second.refused('session')).toMatchObject({ code: 'not-signed-in' });
  });
});

describe('too much', () => {
  it('given a real centre, when one sender floods it, then that one has to wait, and others are served', async () => {
    const real = await startTestServer();
    try {
      const flood = new Client(real.url);
      const send = () => flood.send('fetchPairing', { body: { secret: 'x' } });
      let last = await send();
      for (let i = 0; i < 300 && last.status === 403; i += 20)
        last = (await Promise.all(Array.from({ length: 20 }, send))).at(-1) ?? last;
      expect(await problemIn(last)).toMatchObject({
        status: 429,
        code: 'too-many-requests',
        retryAfterSeconds: expect.any(Number),
      });
      expect(last.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      expect((await flood.ok('health')).status).toBe('ok');
    } finally {
      await real.stop();
    }
  });

  it('given twenty devices that ask to be let in, then the next one has to wait', async () => {
    const kind = { body: { kind: 'board' } } as const;
    let response = await anyone.send('askPairing', kind);
    for (let i = 0; i < 20 && response.ok; i += 1) response = await anyone.send('askPairing', kind);
    expect(await problemIn(response)).toMatchObject({ status: 429, code: 'too-many-requests' });
  });
});
