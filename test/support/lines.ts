import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, openSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmulatedPrinter } from './emulated-printer.ts';

/** Whether a program is on this machine. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** A way to a printer through a file of the system. */
export interface Line {
  readonly path: string;
  close(): Promise<void>;
}

/** A terminal device with an emulated printer behind it; needs socat. It goes away when the printer loses its power. */
export async function terminalTo(paper: EmulatedPrinter): Promise<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-line-'));
  const path = join(folder, 'printer');
  const socat = spawn('socat', ['-d', '-d', `PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${paper.port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await said(socat, /starting data transfer/);
  // Held open, so that the line outlives each connection over it.
  const held = await open(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  return {
    path,
    async close() {
      await held.close();
      if (socat.exitCode === null && socat.signalCode === null) {
        socat.kill();
        await once(socat, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function said(program: ChildProcess, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    program.stderr?.on('data', (bytes: Buffer) => {
      text += String(bytes);
      if (words.test(text)) resolve();
    });
    program.once('error', reject);
    program.once('exit', () => reject(new Error(text)));
  });
}

/** A named pipe that an emulated printer reads. */
export async function pipeTo(paper: EmulatedPrinter): Promise<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-pipe-'));
  const path = join(folder, 'printer');
  execFileSync('mkfifo', [path]);
  // Both ways, so that it does not end with each writer.
  const reader = new Socket({
    fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  reader.on('data', (bytes) => paper.feed(bytes));
  return {
    path,
    async close() {
      reader.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
