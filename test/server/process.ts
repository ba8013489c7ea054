import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

/** A server in a process of its own, as a centre runs it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** The address it printed; rejects with what it said when it ends before that. */
  readonly url: Promise<string>;
  readonly ended: Promise<{ code: number | null; signal: string | null; out: string; error: string }>;
  /** Power cut for the process: it learns nothing of it. */
  kill(): Promise<void>;
}

/** Starts a server. MOISO_… variables of the test's own environment do not reach it. */
export function startProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ServerProcess {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('MOISO_') && name !== 'NODE_OPTIONS');
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...Object.fromEntries(own), MOISO_LOG: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, out, error }));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const printed = /this machine:\s+(http:\S+)\n/.exec(out)?.[1];
      if (printed !== undefined) resolve(printed);
    });
    ended.then((end) => reject(new Error(`it ended: ${JSON.stringify(end)}`)), reject);
  });
  url.catch(() => undefined); // told to whoever asks for it
  return {
    child,
    url,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
