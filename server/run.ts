import pino from 'pino';
import { demonstrationPin } from './demo.ts';
import { OptionError, optionHelp, readOptions, type ServerOptions } from './options.ts';
import { type RunningServer, startServer } from './server.ts';
import { FolderInUse } from './store/lock.ts';

/** A command line from start to end: options, the server, what to open, a clean stop. */
export async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  let options: ServerOptions;
  try {
    options = readOptions(args, environment);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(`moiso: ${error.message}`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    console.log(optionHelp);
    return;
  }
  const log = pino({ level: environment.MOISO_LOG ?? 'info' }, pino.destination({ dest: 2, sync: false }));
  let server: RunningServer;
  try {
    server = await startServer(options, log);
  } catch (error) {
    console.error(`moiso: ${startProblem(error, options)}`);
    process.exitCode = 1;
    return;
  }
  stopOnSignal(server, log);
  for (const line of welcome(server, options)) console.log(line);
}

function startProblem(error: unknown, { port, host }: ServerOptions): string {
  if (error instanceof FolderInUse) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is in use; choose another with --port`;
  if (code === 'EACCES') return `not allowed: ${message}`;
  if (code === 'EADDRNOTAVAIL') return `this machine has no address ${host}`;
  return message ?? String(error);
}

function welcome({ url, lan, data, setupCode }: RunningServer, { demonstration }: ServerOptions): string[] {
  const lines = ['', 'Mời Số đang chạy / is running', `  Máy này / this machine:  ${url}`];
  for (const address of lan) lines.push(`  Mạng nội bộ / LAN:       ${address}`);
  lines.push(`  Dữ liệu / data:          ${data}`);
  if (demonstration) {
    lines.push(
      '',
      'BẢN DÙNG THỬ / demonstration',
      `  Lấy số / kiosk:          ${url}/kiosk?token=demo-kiosk`,
      `  Phiếu in ra / paper:     ${url}/kiosk/paper?token=demo-kiosk`,
      `  Màn hình sảnh / board:   ${url}/display?token=demo-board`,
      `  Máy đánh giá / rating:   ${url}/kiosk/rating?token=demo-rating`,
      `  Cán bộ / staff:          ${url}/staff   clerk1…clerk4, supervisor, admin · PIN ${demonstrationPin}`,
    );
  }
  if (setupCode !== null) {
    lines.push('', `  Mã thiết lập lần đầu / one-time set-up code: ${setupCode}`, `  Mở / open: ${url}/staff`);
  }
  return [...lines, ''];
}

/** The first signal stops cleanly; a second one at once. */
function stopOnSignal(server: RunningServer, log: pino.Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    server.stop().then(
      () => log.flush(() => process.exit(0)),
      (error: unknown) => {
        console.error(`moiso: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
