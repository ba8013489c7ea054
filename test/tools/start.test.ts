import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..', '..');
const building = 'Building the screens';

/** A small project with the real tools and packages, one page, and a server that only tells what it was given. */
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'moiso-start-'));
  for (const path of ['tools', 'vite.config.ts', 'tsconfig.json', 'package.json']) {
    cpSync(join(project, path), join(checkout, path), { recursive: true });
  }
  // The lock of what is installed, so that nothing here ever installs anything into the real node_modules.
  cpSync(join(project, 'node_modules', '.package-lock.json'), join(checkout, 'package-lock.json'));
  symlinkSync(join(project, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  mkdirSync(join(checkout, 'kiosk'));
  write('kiosk/index.html', '<!doctype html><title>Kiosk</title><script type="module" src="./main.ts"></script>');
  write('kiosk/main.ts', 'document.title = String(1);');
  mkdirSync(join(checkout, 'server'));
  write(
    'server/main.ts',
    'console.log(JSON.stringify([process.version, process.argv.slice(2)])); process.exitCode = 2;',
  );
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function write(path: string, content: string): void {
  writeFileSync(join(checkout, path), content);
}

function start(...options: string[]) {
  return spawnSync(process.execPath, [join(checkout, 'tools', 'start.mjs'), ...options], { encoding: 'utf8' });
}

describe('npm start', () => {
  it('given a fresh checkout, when it is started twice, then the screens are built the first time only', () => {
    expect(start().stdout).toContain(building);
    expect(start().stdout).not.toContain(building);
  });

  it('given built screens, when a source of theirs changes or comes to be, then they are built again', () => {
    start();
    write('kiosk/main.ts', 'document.title = String(2);');
    expect(start().stdout).toContain(building);
    mkdirSync(join(checkout, 'lang'));
    write('lang/vi.ts', 'export const word = 1;');
    expect(start().stdout).toContain(building);
    write('server/other.ts', 'export const unrelated = 1;');
    expect(start().stdout).not.toContain(building);
  });

  it('given screens that cannot be built, when it is started, then it says so, does not start, and tries again', () => {
    write('kiosk/main.ts', 'this is not a program');
    for (const attempt of [start(), start()]) {
      expect(attempt.stderr).toContain('The screens could not be built');
      expect(attempt.stdout).not.toContain('Starting the server');
      expect(attempt.status).toBe(1);
    }
  });

  it('given options, when it is started, then the server gets them unchanged, on the pinned Node', () => {
    const options = ['--data', 'a folder', '--port', '41020', '--host', '127.0.0.1', '--demo'];
    const lines = start(...options)
      .stdout.trim()
      .split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual([process.version, options]);
  });

  it('given a server that ends with a status, when it is started, then the status is handed on', () => {
    expect(start('--bad').status).toBe(2);
  });

  // Windows has no signals to hand on: there a program is simply ended.
  it.skipIf(process.platform === 'win32')(
    'given a running server, when it is told to stop, then the server stops by itself and its status is handed on',
    async () => {
      write(
        'server/main.ts',
        `const alive = setInterval(() => undefined, 1000);
         process.on('SIGTERM', () => { clearInterval(alive); process.exitCode = 7; });
         console.log('listening');`,
      );
      const running = spawn(process.execPath, [join(checkout, 'tools', 'start.mjs')]);
      const status = new Promise((resolve) => running.on('exit', resolve));
      let said = '';
      for await (const chunk of running.stdout) {
        said += String(chunk);
        if (said.includes('listening')) running.kill('SIGTERM');
      }
      expect(await status).toBe(7);
    },
  );
});
