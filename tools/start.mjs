/**
 * `npm start` and `npm run demo`: makes everything ready, then runs the server with the pinned Node until it ends.
 * All options go to the server, which checks them (`--data DIR --port N --host H --demo`).
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pinnedNode, prepare, root, SetupError, say } from './setup.mjs';

const parent = process.ppid;

try {
  prepare();
  startServer(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function startServer(options) {
  say('Đang khởi động máy chủ', 'Starting the server');
  const server = spawn(pinnedNode, [join(root, 'server', 'main.ts'), ...options], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!terminalReaches(signal)) server.kill(signal);
    });
  }
  stopWhenNpmIsGone(server);
  server.on('exit', (status, signal) => {
    process.exit(status ?? 128 + constants.signals[signal]);
  });
}

/** Ctrl+C in a terminal goes to every program in it, so the server has it already and must not get it twice. */
function terminalReaches(signal) {
  return signal === 'SIGINT' && (process.stdin.isTTY || process.platform === 'win32');
}

/** npm puts a shell between itself and this program; a signal to npm ends the shell, and nobody would tell the server. */
function stopWhenNpmIsGone(server) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    server.kill('SIGTERM');
  }, 500);
}
