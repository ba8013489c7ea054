import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerOf } from '../../wire/client.ts';
import { startDemo, type TestServer } from '../support/server.ts';

const pin = '246810';

describe('what is sent twice, and by whom', () => {
  let server: TestServer;
  let admin: string;
  let clerk: string;

  const ask = async (method: string, path: string, token: string | null, body?: object) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(server.url + path, { method, headers, body: body && JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const signIn = async (user: string) =>
    ((await ask('POST', '/api/session', null, { user, pin })).body as AnswerOf<'signIn'>).token;

  beforeAll(async () => {
    server = await startDemo();
    [admin, clerk] = await Promise.all([signIn('admin'), signIn('clerk1')]);
    await ask('POST', '/api/counters/1/open', clerk, {});
  });
  afterAll(() => server.stop());

  const finishedVisit = async (requestId: string): Promise<string> => {
    const taken = await ask('POST', '/api/tickets', 'demo-kiosk', { requestId, service: 'chung-thuc' });
    await ask('POST', '/api/counters/1/next', clerk, {});
    await ask('POST', '/api/counters/1/finish', clerk, {});
    return (taken.body as AnswerOf<'takeTicket'>).id;
  };

  it('given a device was let in, when the same approval comes again, then it is the same device', async () => {
    const { code } = (await ask('POST', '/api/pairings', null, { kind: 'board' })).body as AnswerOf<'askPairing'>;
    const approve = (name: string) => ask('POST', `/api/pairings/${code}/approve`, admin, { name });
    const first = await approve('Màn hình');
    expect(await approve('Màn hình')).toEqual(first);
    expect(await approve('Màn hình khác')).toMatchObject({ status: 403, body: { code: 'wrong-code' } });
  });

  it('given two phones that choose the same request id, then each rates its own visit', async () => {
    const [one, two] = [await finishedVisit('phone-1'), await finishedVisit('phone-2')];
    const rate = (ticket: string) => ask('POST', `/api/tickets/${ticket}/rating`, null, { requestId: '1', score: 4 });
    expect(await rate(one)).toMatchObject({ status: 200, body: { id: one, rated: true } });
    expect(await rate(two)).toMatchObject({ status: 200, body: { id: two, rated: true } });
    expect(await rate(two)).toMatchObject({ status: 200, body: { id: two } });
  });

  it("given a mark sent with a clerk's session, then no audit row holds it", async () => {
    const ticket = await finishedVisit('marked');
    await ask('POST', `/api/tickets/${ticket}/rating`, clerk, { score: 1, comment: 'chờ lâu' });
    const rows = (await ask('GET', '/api/audit', admin)).body as AnswerOf<'audit'>;
    expect(rows.filter((row) => row.action === 'RateVisit' || row.detail.includes('chờ lâu'))).toEqual([]);
  });

  it('given a name that stands for somebody else in events, then no member of staff may bear it', async () => {
    const saved = await ask('PUT', '/api/staff/system', admin, { name: 'Hệ thống', role: 'clerk', pin: '135790' });
    expect(saved).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ path: 'user' }] } });
  });

  it('given changed settings, then the audit says which part', async () => {
    const settings = (await ask('GET', '/api/settings', admin)).body as AnswerOf<'settings'>;
    await ask('PUT', '/api/settings', admin, { ...settings, absentGraceMinutes: 45 });
    const rows = (await ask('GET', '/api/audit', admin)).body as AnswerOf<'audit'>;
    expect(rows[0]).toMatchObject({ by: 'admin', action: 'save-settings', detail: 'absentGraceMinutes' });
  });
});
