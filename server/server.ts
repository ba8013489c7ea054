import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { filePrinter } from '../printer/driver/file.ts';
import type { KeptSlip } from '../wire/client.ts';
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

/** Starts a centre. Throws FolderInUse, or whatever the disk or the port refuses. */
export async function startServer(options: ServerOptions, log: Logger): Promise<RunningServer> {
  const clock = Date.now;
  const data = options.data ?? mkdtempSync(temporaryPrefix);
  mkdirSync(data, { recursive: true });
  const lock = lockFolder(data);
  const settings = new SettingsFile(data, clock);
  const staff = new StaffFile(data, clock);
  const devices = new DeviceFile(data, clock);
  if (options.demonstration) await prepareDemonstration(settings, staff, devices);

  const store = openSqliteStore(join(data, 'moiso.sqlite'));
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
  const printer = filePrinter({ folder: join(data, 'slips') });
  const shelf: KeptSlip[] = await printer.list();
  const recoveries = [settings.recovery, staff.recovery, devices.recovery].flatMap((recovery) =>
    recovery ? [{ ...recovery, at: clock() }] : [],
  );
  for (const recovery of recoveries) log.error(recovery, 'a damaged file was set aside');

  // Known once the server listens.
  let address = '';
  const context: Context = {
    centre,
    store,
    settings,
    staff,
    devices,
    slips: { list: () => [...shelf], read: printer.read },
    delay: new GrowingDelay(clock),
    demonstration: options.demonstration,
    publicAddress: () => settings.settings.centre.address || address,
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
  const http = createServer(httpApp(context, limits, join(root, 'build')));
  const live = new Live(http, context, limits);
  const reactor = new Reactor({
    store,
    centre,
    settings,
    printer,
    followUrl: (ticket) => `${context.publicAddress()}/ticket/${ticket}`,
    demonstration: options.demonstration,
    log,
  });
  printer.onSlip((slip) => {
    shelf.unshift(slip);
    shelf.length = Math.min(shelf.length, 20);
    live.publish();
  });

  centre.start();
  try {
    await listen(http, options);
  } catch (error) {
    store.close();
    lock.release();
    throw error;
  }
  const { own, lan } = serverAddresses(options.host, (http.address() as AddressInfo).port);
  address = lan[0] ?? own;
  reactor.wake();
  const ticking = setInterval(() => {
    centre.tick();
    live.tick();
  }, tickMs);

  return {
    url: own,
    lan,
    data,
    setupCode: context.setup.code,
    async stop() {
      clearInterval(ticking);
      await reactor.stop();
      centre.stop();
      // A request that never ends, such as that of a frozen tablet, would keep the server up for ever.
      const patience = setTimeout(() => http.closeAllConnections(), lastRequestMs);
      await live.stop();
      clearTimeout(patience);
      await printer.close();
      limits.stop();
      store.close();
      lock.release();
    },
  };
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
