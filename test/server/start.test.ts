import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeProblem } from '../../server/node-version.ts';
import { OptionError, readOptions } from '../../server/options.ts';
import { startDemo } from '../support/server.ts';
import { Client, newRequestId } from './client.ts';
import { type ServerProcess, startProcess } from './process.ts';
import { Screen } from './screen.ts';

let folder: string;
const started: ServerProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moiso-process-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.kill()));
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[], environment?: Record<string, string>): ServerProcess {
  const server = startProcess(args, environment);
  started.push(server);
  return server;
}
const demo = ['--demo', '--port', '0'];

describe('options', () => {
  it('given none, then the centre is open to the LAN on port 8080, with its data beside', () => {
    expect(readOptions([], {})).toEqual({
      data: resolve('data'),
      port: 8080,
      host: '0.0.0.0',
      demonstration: false,
      printer: null,
      help: false,
    });
  });

  it('given a demonstration, then it is for this machine alone and in a temporary folder, unless told otherwise', () => {
    expect(readOptions(['--demo'], {})).toEqual({
      data: null,
      port: 8080,
      host: '127.0.0.1',
      demonstration: true,
      printer: null,
      help: false,
    });
    expect(readOptions(['--demo', '--host', '0.0.0.0', '--data', folder], {})).toMatchObject({
      host: '0.0.0.0',
      data: folder,
    });
  });

  it('given variables, then they count, and options count more', () => {
    const environment = { MOISO_DATA: folder, MOISO_PORT: '9000', MOISO_HOST: '192.0.2.1' };
    expect(readOptions([], environment)).toEqual({
      data: folder,
      port: 9000,
      host: '192.0.2.1',
      demonstration: false,
      printer: null,
      help: false,
    });
    expect(readOptions(['--port', '9001', '--data', join(folder, 'x')], environment)).toMatchObject({
      port: 9001,
      data: join(folder, 'x'),
    });
  });

  for (const [args, environment] of [
    [['--port', '65536'], {}],
    [['--port', '-1'], {}],
    [['--port', '80a'], {}],
    [['--port', ''], {}],
    [['--port'], {}],
    [['--data', ''], {}],
    [['--data='], {}],
    [['--host', ''], {}],
    [['--printer', 'lpt1'], {}],
    [['--unheard-of'], {}],
    [['--demo=yes'], {}],
    [['something'], {}],
    [[], { MOISO_PORT: 'x' }],
  ] as [string[], Record<string, string>][]) {
    it(`given ${JSON.stringify([args, environment])}, then that is told in one line`, () => {
      let problem: unknown;
      try {
        readOptions(args, environment);
      } catch (error) {
        problem = error;
      }
      expect(problem).toBeInstanceOf(OptionError);
      expect((problem as Error).message).toMatch(/^[^\n]+$/);
    });
  }
});

describe('the version of Node', () => {
  it('given the wrong one, then a sentence says which is wanted and how to get it', () => {
    expect(nodeProblem('v24.21.0')).toBeNull();
    for (const version of ['v20.20.0', 'v22.1.0', 'v25.0.0', 'v2.4.0', 'nonsense']) {
      expect(nodeProblem(version)).toBe(
        `Mời Số needs Node 24, this is ${version}. Start it with "npm start", which runs the right one.`,
      );
    }
  });
});

describe('a process that cannot start', () => {
  it('given a bad option, then it says so in one line and ends with status 2', async () => {
    expect(await start(['--port', 'abc']).ended).toEqual({
      code: 2,
      signal: null,
      out: '',
      error: 'moiso: --port (MOISO_PORT) needs a number from 0 to 65535, not "abc"\n',
    });
    expect(await start(['--colour']).ended).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringMatching(/^moiso: [^\n]*--colour[^\n]*\n$/),
    });
  });

  it('given a port that is in use, then it says so in one line, ends with status 1, and leaves the folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const end = await start(['--demo', '--data', folder, '--port', String(port)]).ended;
    other.close();
    expect(end).toEqual({
      code: 1,
      signal: null,
      out: '',
      error: `moiso: port ${port} on 127.0.0.1 is in use; choose another with --port\n`,
    });
  });

  it('given a folder in use by another server, then it says so; the first goes on; killed, it leaves the folder free', async () => {
    const first = start([...demo, '--data', folder]);
    const url = await first.url;
    expect(await start([...demo, '--data', folder]).ended).toEqual({
      code: 1,
      signal: null,
      out: '',
      error: `moiso: the data folder ${folder} is in use by another server\n`,
    });
    expect((await new Client(url).ok('health')).status).toBe('ok');
    await first.kill();
    expect(await start([...demo, '--data', folder]).url).toMatch(/^http:/);
  });

  it('given data that are damaged or no folder at all, then it says so in one line', async () => {
    writeFileSync(join(folder, 'moiso.sqlite'), 'x'.repeat(10_000));
    expect(await start([...demo, '--data', folder]).ended).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^moiso: [^\n]*not a database[^\n]*\n$/),
    });
    expect(await start([...demo, '--data', join(folder, 'moiso.sqlite')]).ended).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^moiso: [^\n]+\n$/),
    });
  });
});

describe('a process that runs', () => {
  it.skipIf(process.platform === 'win32')(
    'given variables and SIGTERM, then it starts as told, answers what is under way, tells its screens, and ends with status 0',
    async () => {
      const server = start(['--demo'], { MOISO_DATA: folder, MOISO_PORT: '0', MOISO_HOST: '127.0.0.1' });
      const url = await server.url;
      expect(existsSync(join(folder, 'moiso.sqlite'))).toBe(true);
      const screen = await new Screen(url, { token: 'demo-kiosk' }).connected();
      const kiosk = new Client(url, 'demo-kiosk');
      const [first] = await Promise.all([
        kiosk.ok('takeTicket', { body: { requestId: 'first', service: 'dat-dai' } }),
        kiosk.ok('health'),
      ]);
      // Sent before the signal: each has an answer, or never reached the server.
      const underWay = Array.from({ length: 10 }, () =>
        kiosk.send('takeTicket', { body: { requestId: newRequestId(), service: 'dat-dai' } }),
      );
      server.child.kill('SIGTERM');
      const settled = await Promise.allSettled(underWay);
      for (const result of settled) {
        if (result.status === 'fulfilled') expect([201, 503]).toContain(result.value.status);
        else expect(String(result.reason.cause?.code)).toMatch(/ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET/);
      }
      const end = await server.ended;
      expect(end).toMatchObject({ code: 0, signal: null, error: '' });
      expect(end.out).toContain('demonstration');
      expect(screen.goodbyes).toEqual(['stopping']);
      screen.close();

      const again = start(['--demo', '--data', folder, '--port', '0']);
      const back = new Client(await again.url, 'demo-kiosk');
      expect(await back.ok('takeTicket', { body: { requestId: 'first', service: 'dat-dai' } })).toEqual(first);
      const fulfilled = settled.filter((result) => result.status === 'fulfilled' && result.value.status === 201);
      const waiting = (await back.ok('services')).find(({ id }) => id === 'dat-dai')?.waiting ?? 0;
      expect(waiting).toBeGreaterThanOrEqual(1 + fulfilled.length);
    },
  );

  it('given a centre without an administrator, then its one-time code is printed, and nothing has a PIN', async () => {
    const server = start(['--data', folder, '--port', '0', '--host', '127.0.0.1']);
    await server.url;
    server.child.kill('SIGTERM');
    const { out } = await server.ended;
    expect(out).toMatch(/one-time set-up code: \d{8}\n/);
    expect(out).not.toContain('246810');
  });
});

describe('a clean stop', () => {
  it('given a request that never ends, as of a frozen tablet, then the server stops all the same', async () => {
    const server = await startDemo();
    const frozen = connect(server.port, '127.0.0.1');
    await once(frozen, 'connect');
    frozen.on('error', () => undefined);
    frozen.write(
      'POST /api/tickets HTTP/1.1\r\nHost: centre\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"request',
    );
    await new Client(server.url).ok('health');
    const closed = once(frozen, 'close');
    await server.stop();
    await closed;
  });

  it('given commands through sockets at the moment of the stop, then each has its answer, and none is lost', async () => {
    const server = await startDemo();
    const screen = await new Screen(server.url, { token: 'demo-kiosk' }).connected();
    const seen: string[] = [];
    screen.socket.on('goodbye', () => void seen.push('goodbye'));
    const call = screen.call('takeTicket', { body: { requestId: 'last', service: 'dat-dai' } }).then((reply) => {
      seen.push(reply.ok ? 'answer' : reply.problem.code);
    });
    await screen.call('health');
    const stopped = server.stop();
    await Promise.all([call, stopped]);
    expect(seen).toContain('answer');
    screen.close();
  });
});
