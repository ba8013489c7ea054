import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageCodes } from '../../wire/names.ts';
import { type OperationName, operations } from '../../wire/operations.ts';
import { EmulatedPrinter } from '../support/emulated-printer.ts';
import { startDemo, startTestServer, type TestServer } from '../support/server.ts';
import { Client, newRequestId, serveNext, signedIn, succeeded, take } from './client.ts';

let server: TestServer;
let anyone: Client;
let kiosk: Client;
let clerk: Client;
let supervisor: Client;
let admin: Client;

beforeAll(async () => {
  server = await startDemo();
  anyone = new Client(server.url);
  kiosk = new Client(server.url, 'demo-kiosk');
  [clerk, supervisor, admin] = await Promise.all([
    signedIn(server.url, 'clerk1'),
    signedIn(server.url, 'supervisor'),
    signedIn(server.url, 'admin'),
  ]);
});
afterAll(() => server.stop());

const at1 = { params: { counter: '1' }, body: {} };
const ticketAt1 = async () => (await clerk.ok('counter', { params: { counter: '1' } })).ticket;

describe('the centre', () => {
  it('when anyone asks, then health, centre, services and board are told', async () => {
    expect(await anyone.ok('health')).toMatchObject({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    const centre = await anyone.ok('centre');
    expect(centre).toMatchObject({ timeZone: 'Asia/Ho_Chi_Minh', demonstration: true, day: expect.any(String) });
    expect(Object.keys(centre.name).sort()).toEqual([...languageCodes].sort());
    const services = await anyone.ok('services');
    expect(services.map(({ open }) => open)).toEqual(services.map(() => true));
    const board = await anyone.ok('board');
    expect(board.counters.map(({ id, state }) => `${id} ${state}`)).toEqual([
      '1 closed',
      '2 closed',
      '3 closed',
      '4 closed',
    ]);
  });
});

describe('a ticket', () => {
  it('given a request, when it is sent twice, then the second gets the same ticket with 200 in place of 201', async () => {
    const body = { requestId: newRequestId(), service: 'tra-ket-qua', priority: 'elderly', language: 'en' } as const;
    const first = await kiosk.okWithStatus('takeTicket', { body });
    const second = await kiosk.okWithStatus('takeTicket', { body });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.answer).toEqual(first.answer);
    expect(first.answer).toMatchObject({ number: 'K001', service: 'tra-ket-qua', ahead: 0 });
    expect(first.answer.id).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(await anyone.ok('ticket', { params: { ticket: first.answer.id } })).toMatchObject({
      number: 'K001',
      status: 'waiting',
      priority: 'elderly',
      language: 'en',
      rated: false,
    });
    expect((await anyone.ok('services')).find(({ id }) => id === 'tra-ket-qua')?.waiting).toBe(1);
  });

  it('given a counter that opened, when tickets are called, then each step of a visit shows at the counter', async () => {
    const [one, two, three] = [await take(kiosk), await take(kiosk), await take(kiosk)];
    expect(await clerk.ok('openCounter', at1)).toMatchObject({ id: '1', state: 'open', clerk: 'clerk1', ticket: null });
    expect(await clerk.ok('callNext', at1)).toMatchObject({ ticket: { id: one.id, number: 'A001', status: 'called' } });
    expect(await clerk.ok('repeatCall', at1)).toMatchObject({ ticket: { recalls: 1 } });
    expect((await anyone.ok('board')).calls).toMatchObject([{ number: 'A001', counter: '1', time: 2 }]);
    expect(await clerk.ok('markAbsent', at1)).toMatchObject({ ticket: null, absent: [{ id: one.id }] });
    expect(await clerk.ok('returnTicket', { params: { ticket: one.id }, body: {} })).toMatchObject({
      status: 'waiting',
    });
    expect(await clerk.ok('callTicket', { params: { counter: '1' }, body: { ticket: two.id } })).toMatchObject({
      ticket: { id: two.id, status: 'called' },
    });
    expect(await clerk.ok('startService', at1)).toMatchObject({ ticket: { id: two.id, status: 'serving' } });
    expect(await clerk.ok('parkTicket', at1)).toMatchObject({ ticket: null, parked: [{ id: two.id }] });
    await clerk.ok('callTicket', { params: { counter: '1' }, body: { ticket: two.id } });
    await clerk.ok('startService', at1);
    const finish = { outcome: 'received', procedures: ['1.001193'], dossiers: 2 } as const;
    expect(await clerk.ok('finishVisit', { params: { counter: '1' }, body: finish })).toMatchObject({
      ticket: null,
      served: 1,
    });
    expect(await clerk.ok('cancelTicket', { params: { ticket: three.id }, body: {} })).toMatchObject({
      status: 'cancelled',
    });
    expect((await clerk.ok('callNext', at1)).ticket?.id).toBe(one.id);
  });

  it('given a called ticket, when it is transferred to another service, then it waits there and the counter is free', async () => {
    const id = (await ticketAt1())?.id ?? '';
    const body = { service: 'dat-dai', place: 'first' } as const;
    expect((await clerk.ok('transferTicket', { params: { counter: '1' }, body })).ticket).toBeNull();
    expect(await anyone.ok('ticket', { params: { ticket: id } })).toMatchObject({
      status: 'waiting',
      service: 'dat-dai',
    });
  });

  it('given a break, when the counter pauses and resumes, then the board says so', async () => {
    const paused = await clerk.ok('pauseCounter', { params: { counter: '1' }, body: { reason: 'Nghỉ giải lao' } });
    expect(paused).toMatchObject({ state: 'paused', reason: 'Nghỉ giải lao' });
    expect((await anyone.ok('board')).counters[0]).toMatchObject({ state: 'paused', reason: 'Nghỉ giải lao' });
    expect(await clerk.ok('resumeCounter', at1)).toMatchObject({ state: 'open' });
  });

  it('given a finished visit, when it is rated twice, then the first counts and the second is refused', async () => {
    await take(kiosk);
    const ticket = await serveNext(clerk, '1');
    const body = { score: 1, reasons: ['waiting'], comment: 'Lâu quá' };
    expect(await anyone.ok('rateVisit', { params: { ticket }, body })).toMatchObject({ rated: true, status: 'done' });
    expect(await anyone.refused('rateVisit', { params: { ticket }, body })).toMatchObject({
      status: 409,
      code: 'already-rated',
    });
    expect((await supervisor.ok('supervisor')).ratings).toMatchObject({ rated: 1, counts: [1, 0, 0, 0] });
  });

  it('given a ticket, when its slip is wanted again, then a marked copy is printed', async () => {
    const { id } = await take(kiosk);
    expect((await clerk.ok('reprintSlip', { params: { ticket: id }, body: {} })).slip.copy).toBe(2);
  });

  it('given a counter without a citizen, when it closes, then it is closed', async () => {
    expect(await clerk.ok('closeCounter', at1)).toMatchObject({ state: 'closed', clerk: null });
  });
});

describe('who works here', () => {
  it('given a session, then it tells who it is; when it is signed out, then it is worth nothing', async () => {
    const second = await signedIn(server.url, 'clerk2');
    expect(await second.ok('session')).toMatchObject({ user: 'clerk2', role: 'clerk', counters: ['2'] });
    expect(await second.ok('signOut')).toEqual({});
    expect(await second.refused('session')).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('given an administrator, when somebody is added, changed and removed, then the list shows it, without any PIN', async () => {
    const params = { user: 'moi' };
    const member = { name: 'Người Mới', role: 'clerk', counters: ['1'] } as const;
    expect(await admin.refused('saveStaff', { params, body: member })).toMatchObject({ fields: [{ path: 'pin' }] });
    expect(await admin.ok('saveStaff', { params, body: { ...member, pin: '975310' } })).toEqual({
      user: 'moi',
      ...member,
    });
    await admin.ok('saveStaff', { params, body: { ...member, counters: ['1', '2'] } });
    expect(await (await signedIn(server.url, 'moi', '975310')).ok('session')).toMatchObject({ counters: ['1', '2'] });
    expect(await supervisor.ok('staff')).toContainEqual({ user: 'moi', ...member, counters: ['1', '2'] });
    expect(await admin.ok('removeStaff', { params })).toEqual({});
    expect(await admin.refused('removeStaff', { params })).toMatchObject({ status: 404, code: 'not-found' });
    expect((await supervisor.ok('staff')).map(({ user }) => user)).not.toContain('moi');
  });

  it('given one administrator, when it is removed or made a clerk, then that is refused', async () => {
    const params = { user: 'admin' };
    expect(await admin.refused('removeStaff', { params })).toMatchObject({ status: 403, code: 'not-allowed' });
    const body = { name: 'Quản trị', role: 'clerk', counters: [] };
    expect(await admin.refused('saveStaff', { params, body })).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  it('given a new device, when an administrator lets it in, then it fetches its token once and may do its work', async () => {
    const asked = await anyone.ok('askPairing', { body: { kind: 'kiosk' } });
    expect(asked.code).toMatch(/^[ACDEFGHJKLMNPQRTUVWXY34679]{6}$/);
    const fetchToken = async () => (await anyone.ok('fetchPairing', { body: { secret: asked.secret } })).token;
    expect(await fetchToken()).toBeNull();
    expect(await admin.ok('pairings')).toEqual([{ code: asked.code, kind: 'kiosk', expiresAt: asked.expiresAt }]);
    const params = { code: asked.code.toLowerCase() };
    const device = await admin.ok('approvePairing', { params, body: { name: 'Máy cửa chính' } });
    expect(device).toMatchObject({ kind: 'kiosk', name: 'Máy cửa chính', counter: null, connected: false });
    expect(await admin.refused('approvePairing', { params, body: { name: 'Again' } })).toMatchObject({
      code: 'wrong-code',
    });
    const token = await fetchToken();
    const machine = new Client(server.url, token);
    expect((await take(machine)).number).toMatch(/^A\d{3}$/);
    expect(await supervisor.ok('devices')).toContainEqual(device);
    expect(await admin.ok('removeDevice', { params: { device: device.id } })).toEqual({});
    expect(await machine.refused('takeTicket', { body: {} })).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await admin.refused('removeDevice', { params: { device: device.id } })).toMatchObject({ status: 404 });
    expect(await anyone.refused('fetchPairing', { body: { secret: 'guessed' } })).toMatchObject({ code: 'wrong-code' });
  });

  it('given a fresh centre, when its one-time code is used, then the first administrator may sign in, and the code is spent', async () => {
    const fresh = await startTestServer();
    try {
      const visitor = new Client(fresh.url);
      const code = fresh.setupCode ?? '';
      expect(code).toMatch(/^\d{8}$/);
      expect(await visitor.refused('signIn', { body: { user: 'admin', pin: '246810' } })).toMatchObject({
        code: 'wrong-pin',
      });
      const wrong = { code: code === '00000000' ? '1' : '00000000', pin: '135790' };
      expect(await visitor.refused('setUp', { body: wrong })).toMatchObject({ status: 403, code: 'wrong-code' });
      expect(await visitor.ok('setUp', { body: { code, pin: '135790' } })).toMatchObject({
        user: 'admin',
        role: 'administrator',
      });
      expect(await visitor.refused('setUp', { body: { code, user: 'other', pin: '135790' } })).toMatchObject({
        code: 'wrong-code',
      });
      const first = await signedIn(fresh.url, 'admin', '135790');
      expect((await first.ok('audit')).map(({ action }) => action)).toEqual(['sign-in', 'set-up', 'sign-in-refused']);
      await fresh.restart();
      expect(await first.ok('session')).toMatchObject({ user: 'admin' });
      expect(await visitor.refused('setUp', { body: { code, pin: '135790' } })).toMatchObject({ code: 'wrong-code' });
    } finally {
      await fresh.stop();
    }
  });
});

describe('settings', () => {
  it('given all settings, when an administrator changes one, then it is in force and kept', async () => {
    const settings = await supervisor.ok('settings');
    const changed = { ...settings, kiosk: { ...settings.kiosk, idleSeconds: 99 } };
    expect(await admin.ok('saveSettings', { body: changed })).toEqual(changed);
    expect(await anyone.ok('centre')).toMatchObject({ kiosk: { idleSeconds: 99 } });
    expect(await admin.ok('settings')).toEqual(changed);
  });

  it('given settings that forget a service or contradict themselves, then they are refused with the field named', async () => {
    const settings = await admin.ok('settings');
    const [first, ...others] = settings.services;
    const counters = settings.counters.map((counter) => ({ ...counter, services: [] }));
    expect(await admin.refused('saveSettings', { body: { ...settings, services: others, counters } })).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'services', message: expect.stringContaining(first?.id ?? '') }],
    });
    const twice = { ...settings, services: settings.services.map((service) => ({ ...service, prefix: 'A' })) };
    const problem = await admin.refused('saveSettings', { body: twice });
    expect(problem.fields?.[0]?.path).toBe('services.1.prefix');
    expect(await admin.ok('settings')).toEqual(settings);
  });

  it('given numbers of today, when two services swap their letters, then that is refused, since two citizens would get one number', async () => {
    const settings = await admin.ok('settings');
    for (const service of ['ho-tich', 'ho-tich', 'bao-tro-xa-hoi']) await take(kiosk, service);
    const letters: Record<string, string> = { 'ho-tich': 'G', 'bao-tro-xa-hoi': 'C', 'ho-kinh-doanh': 'M' };
    const services = settings.services.map((each) => ({ ...each, prefix: letters[each.id] ?? each.prefix }));
    const problem = await admin.refused('saveSettings', { body: { ...settings, services } });
    expect(problem.fields?.map(({ path }) => path)).toEqual(['services.1.prefix', 'services.3.prefix']);
    expect((await take(kiosk, 'bao-tro-xa-hoi')).number).toBe('G002');
    const fresh = settings.services.map((each) => (each.id === 'ho-kinh-doanh' ? { ...each, prefix: 'M' } : each));
    await admin.ok('saveSettings', { body: { ...settings, services: fresh } });
    expect((await take(kiosk, 'ho-kinh-doanh')).number).toBe('M001');
  });
});

describe('printers and slips', () => {
  it('given an administrator, when printers are looked for, then found ones and families are told, and nobody else may ask', async () => {
    const { found, profiles, inUse, fixed } = await admin.ok('findPrinters');
    expect(found).toBeInstanceOf(Array);
    expect(profiles).toContainEqual({ name: 'clone-58', models: expect.stringContaining('Xprinter'), rollMm: 58 });
    expect([inUse, fixed]).toEqual(['', false]);
    expect(await supervisor.refused('findPrinters')).toMatchObject({ code: 'not-allowed' });
  });

  it('given a printer, when a test page is wanted, then it comes out; given none, then it is said why', async () => {
    const printer = await EmulatedPrinter.start({ speed: 1 << 20 });
    const address = `tcp://127.0.0.1:${printer.port}`;
    try {
      expect(await admin.ok('testPrinter', { body: { address } })).toEqual({ state: 'printed', cause: null });
      expect(printer.slips).toHaveLength(1);
    } finally {
      await printer.close();
    }
    expect(await admin.ok('testPrinter', { body: { address } })).toEqual({
      state: 'not-printed',
      cause: 'unreachable',
    });
    for (const wrong of ['', 'tcp://', 'file:/tmp/page.bin', 'device:/etc/hosts'])
      expect(await admin.refused('testPrinter', { body: { address: wrong } })).toMatchObject({
        code: 'invalid-input',
        fields: [{ path: 'address' }],
      });
  });

  it('given slips set up otherwise, when they are previewed, then the picture is of the paper and changes with them', async () => {
    const { slip } = await admin.ok('settings');
    const sizeOf = async (body: { slip: typeof slip; rollMm?: 58 | 80 }) => {
      const png = Buffer.from((await admin.ok('previewSlip', { body })).png, 'base64');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
    };
    const usual = await sizeOf({ slip });
    expect(usual.width).toBe(576);
    expect((await sizeOf({ slip, rollMm: 58 })).width).toBe(384);
    const without = await sizeOf({ slip: { ...slip, show: { ...slip.show, code: false } } });
    expect(without.height).toBeLessThan(usual.height);
    const line = { vi: 'a'.repeat(61), en: 'a' };
    expect(await admin.refused('previewSlip', { body: { slip: { ...slip, header: [line] } } })).toMatchObject({
      fields: [{ path: 'slip.header.0.vi' }],
    });
  });
});

describe('the end of the day', () => {
  it('when the supervisor ends it, then whoever waits is left overnight, and no number is given any more', async () => {
    await take(kiosk);
    const view = await supervisor.ok('closeDay', { body: {} });
    expect(view).toMatchObject({ closed: true, counts: { waiting: 0 } });
    expect(view.counts.leftOvernight).toBeGreaterThan(0);
    const body = { requestId: newRequestId(), service: 'chung-thuc' };
    expect(await kiosk.refused('takeTicket', { body })).toMatchObject({ status: 409, code: 'day-closed' });
    const day = view.day ?? '';
    expect(
      (await supervisor.ok('report', { params: { name: 'services' }, query: { from: day, to: day } })).rows.length,
    ).toBeGreaterThan(0);
    expect((await supervisor.ok('events')).length).toBeGreaterThan(0);
  });
});

it('given all of the above, then every operation of the contract succeeded at least once', () => {
  expect(Object.keys(operations).filter((name) => !succeeded.has(name as OperationName))).toEqual([]);
});
