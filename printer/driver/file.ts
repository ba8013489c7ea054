import { access, constants, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Slip } from '../../core/slip.ts';
import { StatusBoard } from '../condition.ts';
import type { PrintCause, Printer, PrinterStatus, PrintOutcome } from '../driver.ts';
import { type Paper, paper80 } from '../paper.ts';
import { renderSlip } from '../render.ts';

export interface FilePrinterOptions {
  /** Made when it is missing. Nothing else may write into it. */
  readonly folder: string;
  readonly paper?: Paper;
  /** How many of the newest slips stay in the folder. */
  readonly keep?: number;
}

/** A slip in the folder. */
export interface KeptSlip {
  readonly id: string;
  /** When it was printed, in ms since 1970. */
  readonly at: number;
}

/** A printer whose paper is a folder: each slip is a PNG picture in it, for trials and for a page that shows them. */
export interface FilePrinter extends Printer {
  /** Newest first. */
  list(): Promise<KeptSlip[]>;
  /** The picture of a slip as PNG, or null when it is not (or no longer) there. */
  read(id: string): Promise<Buffer | null>;
  /** Tells of each slip that comes out from now on; the listener must not throw. Returns how to stop. */
  onSlip(listener: (slip: KeptSlip) => void): () => void;
}

export function filePrinter({ folder, paper = paper80, keep = 200 }: FilePrinterOptions): FilePrinter {
  const listeners = new Set<(slip: KeptSlip) => void>();
  const board = new StatusBoard();
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  async function list(): Promise<KeptSlip[]> {
    const names = await readdir(folder).catch(nullIfMissing);
    const slips: KeptSlip[] = [];
    for (const name of names ?? []) {
      const id = idOf(name);
      const facts = id === null ? null : await stat(join(folder, name)).catch(nullIfMissing);
      if (id !== null && facts) slips.push({ id, at: facts.mtimeMs });
    }
    return slips.sort((a, b) => b.at - a.at);
  }

  async function print(slip: Slip, signal?: AbortSignal): Promise<PrintOutcome> {
    if (closed) return { state: 'not-printed', cause: 'closed' };
    if (signal?.aborted) return { state: 'not-printed', cause: 'aborted' };
    const path = join(folder, fileName(slip.id));
    try {
      await mkdir(folder, { recursive: true });
      if (await stat(path).catch(nullIfMissing)) return { state: 'printed' };
      for (const old of (await list()).slice(keep - 1)) await rm(join(folder, fileName(old.id)), { force: true });
    } catch (error) {
      return { state: 'not-printed', ...trouble(error) };
    }
    let png: Buffer;
    try {
      png = (await renderSlip(slip, paper)).png;
    } catch (error) {
      return { state: 'not-printed', cause: 'not-drawable', detail: String(error) };
    }
    return keepPicture(slip.id, path, png);
  }

  async function keepPicture(id: string, path: string, png: Buffer): Promise<PrintOutcome> {
    const unfinished = `${path}.part`;
    let at: number;
    try {
      at = await writeSynced(unfinished, png);
      await rename(unfinished, path);
    } catch (error) {
      // Should it be impossible to remove too, the next try overwrites it.
      await rm(unfinished, { force: true }).catch(() => undefined);
      return { state: 'not-printed', ...trouble(error) };
    }
    for (const listener of listeners) listener({ id, at });
    try {
      await syncFolder(folder);
    } catch (error) {
      return { state: 'unknown', ...trouble(error) };
    }
    return { state: 'printed' };
  }

  /** What became of a slip tells the state of the folder. */
  function showing(outcome: PrintOutcome): PrintOutcome {
    if (outcome.state === 'printed') board.show({ state: 'ready' });
    else if (outcome.state !== 'sent' && !aboutTheSlip.has(outcome.cause))
      board.show({ state: 'blocked', cause: outcome.cause, detail: outcome.detail });
    return outcome;
  }

  return {
    list,
    print(slip, signal) {
      const outcome = last.then(() => print(slip, signal)).then(showing);
      last = outcome.catch(() => undefined); // its own caller is told
      return outcome;
    },
    read: (id) => readFile(join(folder, fileName(id))).catch(nullIfMissing),
    onSlip(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async status(): Promise<PrinterStatus> {
      if (closed) return board.show({ state: 'blocked', cause: 'closed' });
      try {
        await mkdir(folder, { recursive: true });
        await access(folder, constants.R_OK | constants.W_OK);
        return board.show({ state: 'ready' });
      } catch (error) {
        return board.show({ state: 'blocked', ...trouble(error) });
      }
    },
    onStatus: (listener) => board.onStatus(listener),
    async close() {
      closed = true;
      await last;
    },
  };
}

const aboutTheSlip: ReadonlySet<PrintCause> = new Set(['aborted', 'not-drawable']);

/** One file name for each id, whatever it contains: no id can name a file elsewhere or one that Windows refuses. */
const fileName = (id: string): string =>
  `${id.replace(/[^A-Za-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}.png`;

/** The id behind a file name, or null when the file is no slip. */
function idOf(name: string): string | null {
  if (!name.endsWith('.png')) return null;
  const id = name.slice(0, -4).replace(/_([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return fileName(id) === name ? id : null;
}

/** Writes a file through to the disk and gives its time. */
async function writeSynced(path: string, bytes: Buffer): Promise<number> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
    return (await file.stat()).mtimeMs;
  } finally {
    await file.close();
  }
}

/** Makes a new name in a folder last through a power cut. Windows has no such call and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function nullIfMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

const trouble = (error: unknown) => ({ cause: causeOf(error), detail: String(error) });

/** The cause behind an error of the file system. */
export function causeOf(error: unknown): PrintCause {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-permission';
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENODEV':
    case 'ENXIO':
      return 'unreachable';
    default:
      return 'device-error';
  }
}
