import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../server/server.ts';
import { operations } from '../../wire/operations.ts';
import { Client, newRequestId, problemIn, signedIn, take } from './client.ts';

let server: RunningServer;
let data: string;
let anyone: Client;
let kiosk: Client;
let supervisor: Client;
const lines: string[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'moiso-edges-'));
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  server = await startServer(
    { data, port: 0, host: '127.0.0.1', demonstration: true, printer: null, help: false },
    log,
  );
  anyone = new Client(server.url);
  kiosk = new Client(server.url, 'demo-kiosk');
  supervisor = await signedIn(server.url, 'supervisor');
});
afterAll(async () => {
  await server.stop();
  await rm(data, { recursive: true, force: true });
});

const at = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);
const sendTicket = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  at('/api/tickets', {
    method: 'POST',
    headers: { authorization: 'Bearer demo-kiosk', 'content-type': 'application/json', ...headers },
    body,
  });

describe('problem details', () => {
  it('given a language that the sender prefers, then the title is in it, and Vietnamese otherwise', async () => {
    const titleIn = async (language?: string) =>
      (
        await anyone.refused('ticket', {
          params: { ticket: 'none' },
          headers: language === undefined ? {} : { 'accept-language': language },
        })
      ).title;
    const vi = 'Không tìm thấy phiếu số thứ tự này trong ngày hôm nay.';
    const en = 'There is no such ticket today.';
    expect(await titleIn()).toBe(vi);
    expect(await titleIn('vi-VN,vi;q=0.9,en;q=0.5')).toBe(vi);
    expect(await titleIn('en-GB,en;q=0.9,vi;q=0.1')).toBe(en);
    expect(await titleIn('km')).toBe(vi);
    expect(await titleIn('*')).toBe(vi);
    expect(await titleIn('ü;;q=,,')).toBe(vi);
  });

  it('given bad input, then every bad field is named', async () => {
    const problem = await kiosk.refused('takeTicket', { body: { requestId: 'x'.repeat(65), language: 'fr' } });
    expect(problem).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(problem.fields?.map(({ path }) => path).sort()).toEqual(['language', 'requestId', 'service']);
    const query = await supervisor.refused('report', {
      params: { name: 'services' },
      query: { from: '2026-02-30', format: 'xml' },
    });
    expect(query.fields?.map(({ path }) => path).sort()).toEqual(['format', 'from', 'to']);
  });

  it('given what is not there, then the status is 404', async () => {
    for (const path of [
      '/api',
      '/api/nothing',
      '/api/tickets/none',
      '/no/such/page',
      '/api/reports/',
      '/assets/old-build.js',
    ]) {
      const headers = { authorization: `Bearer ${supervisor.token}` };
      expect((await problemIn(await at(path, { headers }))).status, path).toBe(404);
    }
    const problem = await supervisor.refused('report', {
      params: { name: 'constructor' },
      query: { from: '2026-01-01', to: '2026-01-02' },
    });
    expect(problem).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: expect.stringContaining('services, counters'),
    });
    expect((await problemIn(await at('/api/tickets', { method: 'PATCH' }))).status).toBe(404);
  });

  it('given refusals of the rules, then each has the status of its kind', async () => {
    const body = { requestId: newRequestId(), service: 'chung-thuc' };
    expect(await kiosk.refused('takeTicket', { body: { ...body, service: 'none' } })).toMatchObject({
      status: 404,
      code: 'service-unknown',
    });
    const odd = { ...body, requestId: newRequestId(), priority: 'none' };
    expect(await kiosk.refused('takeTicket', { body: odd })).toMatchObject({ status: 400, code: 'priority-unknown' });
    const params = { counter: '1' };
    expect(await supervisor.refused('callNext', { params, body: {} })).toMatchObject({
      status: 409,
      code: 'counter-closed',
    });
    expect(await supervisor.refused('callNext', { params: { counter: 'X' }, body: {} })).toMatchObject({
      status: 404,
      code: 'counter-unknown',
    });
    expect(await supervisor.refused('transferTicket', { params, body: {} })).toMatchObject({
      status: 400,
      fields: [{ path: 'service' }],
    });
    const [reuse] = [newRequestId()];
    await kiosk.ok('takeTicket', { body: { requestId: reuse, service: 'chung-thuc' } });
    expect(await kiosk.refused('takeTicket', { body: { requestId: reuse, service: 'dat-dai' } })).toMatchObject({
      status: 409,
      code: 'request-id-reused',
    });
  });
});

describe('odd requests', () => {
  it('given a body that is no JSON object, then it is refused as bad input', async () => {
    for (const body of [
      '{"requestId": ',
      'null',
      '5',
      '"text"',
      '[]',
      '[{"requestId":"a"}]',
      '',
      '\uFEFF{}',
      '{"__proto__":{"service":"x"}}',
    ]) {
      expect(await problemIn(await sendTicket(body)), body).toMatchObject({ status: 400, code: 'invalid-input' });
    }
  });

  it('given another content type, encoding or charset, then it is refused', async () => {
    const json = '{"requestId":"odd","service":"chung-thuc"}';
    for (const headers of [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/json; charset=iso-8859-1' },
      { 'content-encoding': 'gzip' },
      { 'content-encoding': 'unheard-of' },
    ] as Record<string, string>[]) {
      expect(await problemIn(await sendTicket(json, headers)), JSON.stringify(headers)).toMatchObject({ status: 400 });
    }
  });

  it('given a body that is too large, then it is refused as such, and the server goes on', async () => {
    const large = JSON.stringify({ requestId: 'a', service: 'x'.repeat(300_000) });
    expect(await problemIn(await sendTicket(large))).toMatchObject({ status: 413, code: 'too-large' });
    expect((await anyone.ok('health')).status).toBe('ok');
  });

  it('given addresses that cannot be decoded or lead elsewhere, then they are refused, and nothing of the disk is told', async () => {
    for (const path of [
      '/api/tickets/%E0%A4',
      '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/%00',
      '/ticket/%C3%28',
      '/assets/',
    ]) {
      const problem = await problemIn(await at(path));
      expect([400, 404], `${path}: ${problem.status}`).toContain(problem.status);
    }
    for (const id of ['..%2f..%2fmoiso', '%00', 'x'.repeat(500)]) {
      const response = await at(`/api/slips/${id}.png`, { headers: { authorization: 'Bearer demo-kiosk' } });
      expect([400, 404], id).toContain((await problemIn(response)).status);
    }
  });

  it('given any JSON for any change, then the answer is an answer of the contract, never an unexpected failure', async () => {
    const kinds = Object.entries(operations).filter(
      ([name, { method }]) =>
        method !== 'GET' && !['signOut', 'closeDay', 'saveSettings', 'signIn', 'removeStaff'].includes(name),
    );
    const before = lines.length;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.jsonValue({ maxDepth: 2 }),
        fc.string({ minLength: 1, maxLength: 10 }),
        async ([name, operation], body, param) => {
          const path = operation.path.replace(/:\w+/g, () => encodeURIComponent(param.replaceAll('.', '_')));
          const response = await at(path, {
            method: operation.method,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${supervisor.token}` },
            body: JSON.stringify(body),
          });
          if (!response.ok) expect((await problemIn(response)).status, name).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
    expect(lines.slice(before).filter((line) => line.includes('unexpected'))).toEqual([]);
  });
});

describe('what browsers are told', () => {
  it('then the policy on content is strict on pages and answers, and nothing forces https on a LAN', async () => {
    for (const path of ['/api/centre', '/api/nothing', '/healthz']) {
      const { headers } = await at(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:|upgrade-insecure/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('the description for programs', () => {
  interface Described {
    operationId: string;
    parameters: { name: string; in: string; required: boolean }[];
    requestBody?: { content: Record<string, { schema: { type?: string; required?: string[] } }> };
    responses: Record<string, { content: Record<string, { schema: object }> }>;
  }
  it('then it holds every operation with its parameters, bodies and answers, and each reference leads somewhere', async () => {
    const document = (await (await at('/api/openapi.json')).json()) as {
      openapi: string;
      info: object;
      paths: Record<string, Record<string, Described>>;
      components: object;
    };
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: 'Mời Số', version: expect.any(String) });
    for (const [name, { method, path, query }] of Object.entries(operations)) {
      const described = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(described?.operationId).toBe(name);
      const inPath = described?.parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name);
      expect(inPath).toEqual([...path.matchAll(/:(\w+)/g)].map(([, key]) => key));
      const inQuery = described?.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name);
      expect(inQuery).toEqual(Object.keys((query as unknown as { shape: object }).shape));
      expect(described?.responses.default?.content['application/problem+json']?.schema).toEqual({
        $ref: '#/components/schemas/Problem',
      });
      expect(described?.responses[200]?.content['application/json']?.schema).toBeTypeOf('object');
    }
    expect(document.paths['/api/tickets']?.post?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['requestId', 'service']),
    });
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference]) => reference ?? '',
    );
    for (const reference of new Set(references)) {
      expect(reference).toMatch(/^#\//);
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
      expect(found, reference).toBeTypeOf('object');
    }
  });
});

describe('the log', () => {
  it('given everything above and a wrong PIN, then it has a line a request, and no key, secret, name or comment', async () => {
    const { id } = await take(kiosk, 'ho-tich');
    await anyone.ok('ticket', { params: { ticket: id } });
    await anyone.refused('rateVisit', { params: { ticket: id }, body: { score: 1, comment: 'Bà Sáu ở ấp Ba' } });
    await anyone.refused('signIn', { body: { user: 'clerk2', pin: '777333' } });
    await at(`/ticket/${id}`);
    const secrets = [id, 'Bà Sáu', '777333', 'clerk2', 'demo-kiosk', supervisor.token ?? '', '127.0.0.1'];
    const ids = (await supervisor.ok('events', { query: { limit: '1000' } })).flatMap(({ event }) =>
      'ticket' in event ? [String(event.ticket)] : [],
    );
    const text = lines.join('');
    for (const secret of [...secrets, ...ids]) expect(text).not.toContain(secret);
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ route }) => route !== undefined);
    expect(requests).toContainEqual(
      expect.objectContaining({ method: 'GET', route: '/api/tickets/:ticket', status: 200, ms: expect.any(Number) }),
    );
  });
});
