import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';

const run = promisify(execFile);

/** A CUPS of its own on loopback, with raw queues. */
export interface PrivateCups {
  /** HOST:PORT */
  readonly server: string;
  /** Makes a raw queue to a network printer. */
  addQueue(name: string, port: number): Promise<void>;
  close(): Promise<void>;
}

export async function startCups(): Promise<PrivateCups> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-cups-'));
  await chmod(folder, 0o755); // its helpers run as another user
  const port = await freePort();
  const user = userInfo().username;
  for (const name of ['root', 'spool', 'cache', 'state', 'tmp']) await mkdir(join(folder, name));
  await writeFile(
    join(folder, 'cupsd.conf'),
    `Listen 127.0.0.1:${port}
Browsing Off
DefaultAuthType None
<Location />
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Allow from 127.0.0.1
  </Limit>
</Policy>
ErrorPolicy retry-job
JobRetryInterval 1
`,
  );
  await writeFile(
    join(folder, 'cups-files.conf'),
    `User ${user === 'root' ? 'lp' : user}
ServerRoot ${folder}/root
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/state
TempDir ${folder}/tmp
AccessLog ${folder}/access
ErrorLog ${folder}/errors
PageLog ${folder}/pages
`,
  );
  const cupsd = spawn('cupsd', ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const server = `127.0.0.1:${port}`;
  await vi.waitFor(() => reach(port), { timeout: 10_000, interval: 20 });
  return {
    server,
    async addQueue(name, printer) {
      const queue = ['-h', server, '-p', name, '-E', '-v', `socket://127.0.0.1:${printer}`, '-m', 'raw'];
      await run('lpadmin', queue, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } });
    },
    async close() {
      await ended(cupsd);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill();
  await once(program, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function reach(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect').finally(() => socket.destroy());
}
