import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { LowSync, SyncAdapter } from 'lowdb';

/** A file that could not be read and was replaced by its last good copy, or by the defaults where there was none. */
export interface Recovery {
  readonly file: string;
  /** Where the damaged file lies now; null when it was gone. */
  readonly setAside: string | null;
  readonly from: 'copy' | 'defaults';
  readonly cause: string;
}

/**
 * lowdb's adapter for a small JSON file that must survive a power cut: written beside, synced, renamed, folder synced. The
 * last good content stays beside it as `NAME.last-good.json`. A damaged file is set aside, never deleted.
 */
export class SyncedJsonFile<T> implements SyncAdapter<T> {
  readonly #path: string;
  readonly #parse: (value: unknown) => T;
  readonly #now: () => number;
  recovery: Recovery | null = null;

  /** `parse` throws on content that is not acceptable; `now` in ms since 1970 names the file set aside. */
  constructor(path: string, parse: (value: unknown) => T, now: () => number) {
    this.#path = path;
    this.#parse = parse;
    this.#now = now;
  }

  /** The content, or null when there is no file yet. */
  read(): T | null {
    if (!existsSync(this.#path)) return existsSync(this.#copyPath) ? this.#recover('the file is gone') : null;
    try {
      return this.#load(this.#path);
    } catch (error) {
      return this.#recover(error instanceof Error ? error.message : String(error));
    }
  }

  /** Replaces the content; returns when it is on the disk. */
  write(value: T): void {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    this.#replace(this.#path, text);
    this.#replace(this.#copyPath, text);
  }

  get #copyPath(): string {
    return this.#path.replace(/\.json$/, '.last-good.json');
  }

  #load(path: string): T {
    return this.#parse(JSON.parse(readFileSync(path, 'utf8')));
  }

  #recover(cause: string): T | null {
    const setAside = this.#path.replace(/\.json$/, `.damaged-${this.#now()}.json`);
    const isThere = existsSync(this.#path);
    if (isThere) renameSync(this.#path, setAside);
    const value = this.#lastGood();
    this.recovery = {
      file: basename(this.#path),
      setAside: isThere ? basename(setAside) : null,
      from: value === null ? 'defaults' : 'copy',
      cause,
    };
    if (value !== null) this.write(value);
    return value;
  }

  #lastGood(): T | null {
    if (!existsSync(this.#copyPath)) return null;
    try {
      return this.#load(this.#copyPath);
    } catch {
      return null; // both are damaged: `recovery` says that the defaults are used
    }
  }

  #replace(path: string, text: string): void {
    const temporary = join(dirname(path), `.${basename(path)}.new`);
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  }
}

/** Changes what a file keeps. Throws when the disk refuses; then nothing changed in memory either. */
export function changeFile<T>(db: LowSync<T>, change: (data: T) => void): void {
  const before = db.data;
  db.data = structuredClone(before);
  try {
    change(db.data);
    db.write();
  } catch (error) {
    db.data = before;
    throw error;
  }
}

/** Makes a rename durable. Windows has no handle on folders; NTFS journals the rename itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
