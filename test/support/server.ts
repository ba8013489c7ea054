import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type RunningServer, startServer } from '../../server/server.ts';

export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** The data folder; it goes away with `stop`. */
  readonly data: string;
  stop(): Promise<void>;
  /** Stops the server and starts it again on the same port and data: what a power cut with a clean end looks like. */
  restart(): Promise<void>;
}

/** A real demonstration server in this process, on a free port of the loopback address. */
export function startDemo(): Promise<TestServer> {
  return startTestServer({ demonstration: true });
}

interface TestOptions {
  readonly demonstration?: boolean;
  /** Address of a printer; left out: slips are kept as pictures. */
  readonly printer?: string;
}

/** A real server without demonstration data. */
export async function startTestServer({
  demonstration = false,
  printer,
}: TestOptions = {}): Promise<TestServer & { readonly setupCode: string | null }> {
  const data = await mkdtemp(join(tmpdir(), 'moiso-test-'));
  const log = pino({ level: process.env.MOISO_LOG ?? 'silent' });
  const start = (port: number): Promise<RunningServer> =>
    startServer({ data, port, host: '127.0.0.1', demonstration, printer: printer ?? null, help: false }, log);
  let server = await start(0);
  const port = Number(new URL(server.url).port);
  return {
    url: server.url,
    port,
    data,
    setupCode: server.setupCode,
    async stop() {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
    async restart() {
      await server.stop();
      server = await start(port);
    },
  };
}
