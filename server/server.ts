import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { serverAddresses } from './addresses.ts';
import { Centre } from './centre.ts';
import type { Context } from './context.ts';
import { prepareDemonstration } from './demo.ts';
import { SettingsFile } from './files/settings.ts';
import { httpApp } from './http/app.ts';
import { noLimits, requestLimits } from './limits.ts';
import { Live } from './live.ts';
import { type ServerOptions, temporaryPrefix } from './options.ts';
import { GrowingDelay } from './people/delay.ts';
import { DeviceFile } from './people/devices.ts';
import { StaffFile } from './people/staff.ts';
import { Printing } from './printing.ts';
import { Reactor } from './reactor.ts';
import { lockFolder } from './store/lock.ts';
import { openSqliteStore } from './store/sqlite.ts';

export interface RunningServer {
  readonly url: string;
  readonly lan: readonly string[];
  readonly data: string;
  /** For the first administrator, while there is none. */
  readonly setupCode: string | null;
  /** Answers what is under way, tells the screens, closes the files. */
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');
/** How often views that change with time alone are looked at again, ms. */
const tickMs = 5000;
/** How long a stop waits for requests under way, ms. */
const lastRequestMs = 2000;

/** Starts a centre. Throws FolderInUse, AddressError, or whatever the disk or the port refuses; then nothing stays open. */
export async function startServer(options: ServerOptions, log: Logger): Promise<RunningServer> {
  const data = options.data ?? mkdtempSync(temporaryPrefix);
  const closers: (() => unknown)[] = [];
  if (options.data === null) closers.push(() => rmSync(data, { recursive: true, force: true }));
  else makeFolder(data);
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const lock = lockFolder(data);
    closers.push(() => lock.release());
    return { ...(await openCentre(data, options, log, closers)), data, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

function makeFolder(path: string): void {
  // One level at a time: a recursive mkdir never ends on file systems that take no folders, such as /proc.
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw new Error(`${path} is a file, not a folder`);
    return;
  }
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/** Opens everything in the folder; what must be closed again, the last first, goes onto `closers`. */
async function openCentre(
  data: string,
  options: ServerOptions,
  log: Logger,
  closers: (() => unknown)[],
): Promise<Omit<RunningServer, 'data' | 'stop'>> {
  const clock = Date.now;
  const settings = new SettingsFile(data, clock);
  const staff = new StaffFile(data, clock);
  const devices = new DeviceFile(data, clock);
  if (options.demonstration) await prepareDemonstration(settings, staff, devices);
  const recoveries = [settings.recovery, staff.recovery, devices.recovery].flatMap((recovery) =>
    recovery ? [{ ...recovery, at: clock() }] : [],
  );
  for (const recovery of recoveries) log.error(recovery, 'a damaged file was set aside');

  const store = openSqliteStore(join(data, 'moiso.sqlite'));
  closers.push(() => store.close());
  const centre = new Centre({
    store,
    rules: () => settings.rules,
    clock,
    onChange: () => {
      live.publish();
      reactor.wake();
    },
    onStoreFailure: (error) => log.error({ error: String(error) }, 'the store failed'),
  });
  const printing = await Printing.open(
    {
      fixed: options.printer,
      folder: join(data, 'slips'),
      onChange: () => live.publish(),
      onFailure: (error) => log.error({ error: String(error) }, 'the printer was not opened'),
    },
    settings.settings.printer.address,
  );
  closers.push(() => printing.close());

  // Known once the server listens.
  let address = '';
  const context: Context = {
    centre,
    store,
    settings,
    staff,
    devices,
    printing,
    delay: new GrowingDelay(clock),
    demonstration: options.demonstration,
    publicAddress: () => settings.settings.centre.address.replace(/\/+$/, '') || address,
    version: versionOf(),
    build: buildOf(),
    setup: { code: staff.hasAdministrator ? null : newSetupCode() },
    recoveries,
    clock,
    log,
    changed: () => live.publish(),
    expel: (who) => live.expel(who),
  };
  const limits = options.demonstration ? noLimits : requestLimits();
  closers.push(() => limits.stop());
  const http = createServer(httpApp(context, limits, join(root, 'build')));
  const live = new Live(http, context, limits);
  const reactor = new Reactor({
    store,
    centre,
    settings,
    printer: printing,
    followUrl: (ticket) => `${context.publicAddress()}/ticket/${ticket}`,
    demonstration: options.demonstration,
    log,
  });

  centre.start();
  await listen(http, options);
  closers.push(() => stopListening(http, live));
  closers.push(() => centre.stop());
  const { own, lan } = serverAddresses(options.host, (http.address() as AddressInfo).port);
  address = lan[0] ?? own;
  reactor.wake();
  // A slip that waits for paper would hold up the stop: closing its printer ends it.
  closers.push(() => Promise.all([reactor.stop(), printing.close()]));
  const ticking = setInterval(() => {
    centre.tick();
    live.tick();
    reactor.wake();
  }, tickMs);
  closers.push(() => clearInterval(ticking));
  return { url: own, lan, setupCode: context.setup.code };
}

async function stopListening(http: ReturnType<typeof createServer>, live: Live): Promise<void> {
  // A request that never ends, such as that of a frozen tablet, would keep the server up for ever.
  const patience = setTimeout(() => http.closeAllConnections(), lastRequestMs);
  await live.stop();
  clearTimeout(patience);
}

function listen(http: ReturnType<typeof createServer>, { port, host }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

/** Eight digits, told once on the server's own console. */
const newSetupCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** What the screens were built from; empty where they were not built, as in some tests. */
function buildOf(): string {
  try {
    return readFileSync(join(root, 'build', '.stamp'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
