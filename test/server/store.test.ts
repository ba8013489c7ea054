import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../server/store/lock.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { day, happening, storeContract, visit } from '../contract/store.ts';

storeContract('the store in memory', async () => {
  const store = openMemoryStore();
  return { store, reopen: null, dispose: async () => store.close() };
});

storeContract('the store in SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'moiso-store-'));
  const path = join(folder, 'moiso.sqlite');
  let store = openSqliteStore(path);
  return {
    store,
    reopen: () => {
      store.close();
      store = openSqliteStore(path);
      return store;
    },
    async dispose() {
      store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});

describe('the SQLite file', () => {
  let folder: string;
  let path: string;
  const open: { close(): void }[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moiso-sqlite-'));
    path = join(folder, 'moiso.sqlite');
  });
  afterEach(async () => {
    for (const database of open.splice(0).reverse()) database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const opened = (): Store => {
    const store = openSqliteStore(path);
    open.push(store);
    return store;
  };
  /** A second look into the same file, as a technician's tool would have it. */
  const beside = (): DatabaseSync => {
    const database = new DatabaseSync(path);
    open.push(database);
    return database;
  };
  const write = (store: Store, counter: string) =>
    store.commit([(writer) => void writer.append(day, happening(counter))]);
  const countersOf = (store: Store) =>
    store.eventsAfter(0, 1000).map(({ event }) => (event as { counter: string }).counter);

  it('given events, when somebody changes or removes them with any tool, then SQLite itself refuses', () => {
    write(opened(), '1');
    const tool = beside();
    expect(() => tool.exec("UPDATE events SET data = '{}'")).toThrow('events never change');
    expect(() => tool.exec('DELETE FROM events')).toThrow('events never go');
    expect(() =>
      tool.exec("INSERT OR REPLACE INTO events (seq, day, type, at, data) VALUES (1, '', '', 0, '{}')"),
    ).toThrow('events never change');
  });

  it('given a file in WAL mode, when it is opened for the second time, then every commit is still synced', () => {
    openSqliteStore(path).close();
    const store = opened();
    write(store, '1');
    expect(beside().prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(syncsOf(path)).toEqual([2, 2]);
  });

  it('given a commit that another program blocks, then it throws, nothing of it stays, and the next one succeeds', () => {
    const store = opened();
    const tool = beside();
    tool.exec('BEGIN IMMEDIATE');
    expect(() => write(store, 'blocked')).toThrow(/locked/);
    tool.exec('ROLLBACK');
    expect(write(store, '1')).toEqual([null]);
    expect(countersOf(store)).toEqual(['1']);
  });

  it('given a failure that ends the whole transaction in the middle, as a full disk does, then nothing of it stays', () => {
    const store = opened();
    beside().exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END");
    const ran: string[] = [];
    const commit = () =>
      store.commit([
        (writer) => void writer.append(day, happening('before')),
        (writer) => writer.audit({ at: 1, by: '', action: '', detail: '' }),
        (writer) => void ran.push(String(writer.append(day, happening('after')).seq)),
      ]);
    expect(commit).toThrow('the disk is full');
    expect(ran).toEqual([]);
    expect(countersOf(store)).toEqual([]);
    beside().exec('DROP TRIGGER full');
    expect(write(store, '1')).toEqual([null]);
    expect(store.eventsAfter(0, 9).map(({ seq }) => seq)).toEqual([1]);
  });

  it.skipIf(process.platform === 'win32')(
    'given a disk that fills up under the writer, then all that was acknowledged is there and nothing else',
    () => {
      openSqliteStore(path).close();
      // The operating system refuses every file beyond this size: the same answer as a full disk.
      const child = spawnSync(
        'sh',
        ['-c', 'ulimit -f 512; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', filler, path],
        {
          encoding: 'utf8',
        },
      );
      expect(child.stderr).toBe('');
      const { acknowledged, failure } = JSON.parse(child.stdout) as { acknowledged: number; failure: string };
      expect(failure).toMatch(/full|I\/O/i);
      expect(acknowledged).toBeGreaterThan(0);
      const store = opened();
      expect(store.eventsAfter(0, 100_000)).toHaveLength(acknowledged);
      expect(write(store, 'after')).toEqual([null]);
    },
  );

  it('given a closed store, when something is committed, then it throws', () => {
    const store = openSqliteStore(path);
    store.close();
    expect(() => write(store, '1')).toThrow();
  });

  it('given data of a newer version, then they are refused and left as they are', () => {
    openSqliteStore(path).close();
    const tool = new DatabaseSync(path);
    tool.exec('PRAGMA user_version = 99');
    tool.close();
    expect(() => openSqliteStore(path)).toThrow('newer version');
    const again = beside();
    expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
  });

  it('given an empty file or none, then it is brought to the present version', () => {
    writeFileSync(path, '');
    write(opened(), '1');
    expect(beside().prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
    expect(
      beside()
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .all()
        .map(({ name }) => name),
    ).toEqual(['audit', 'checkpoints', 'events', 'replies', 'visits']);
  });

  it('given an upgrade that fails half-way, then the file stays as it was', () => {
    const tool = new DatabaseSync(path);
    tool.exec('CREATE TABLE visits (x)'); // in the way of the first version
    tool.close();
    expect(() => openSqliteStore(path)).toThrow(/visits/);
    const again = beside();
    expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: 0 });
    expect(again.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()).toEqual([{ name: 'visits' }]);
  });

  it('given a file that is no database, then it is refused and left as it is', () => {
    writeFileSync(path, 'not a database at all, only a text that somebody copied here '.repeat(50));
    expect(() => openSqliteStore(path)).toThrow(/not a database/);
    expect(readFileSync(path, 'utf8')).toContain('somebody copied');
  });

  it('given pages that were overwritten with zeros, then it is refused', () => {
    const store = openSqliteStore(path);
    for (let i = 0; i < 200; i += 1) store.commit([(writer) => writer.saveVisit(visit(`t${i}`, `A${i}`))]);
    store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, 8192, 16_384));
    expect(() => openSqliteStore(path)).toThrow(/damaged|malformed/);
  });

  it('given a refused file, then nothing holds it any more', () => {
    writeFileSync(path, 'x'.repeat(5000));
    expect(() => openSqliteStore(path)).toThrow();
    writeFileSync(path, '');
    write(opened(), '1');
  });

  it('given a dead writer whose log was not folded in, when the file is opened, then its commits are there', () => {
    const store = opened();
    write(store, '1');
    // The state of the disk at this moment, as a power cut would leave it.
    const copy = join(folder, 'after.sqlite');
    writeFileSync(copy, readFileSync(path));
    writeFileSync(`${copy}-wal`, readFileSync(`${path}-wal`));
    const after = openSqliteStore(copy);
    open.push(after);
    expect(countersOf(after)).toEqual(['1']);
  });
});

const root = join(import.meta.dirname, '..', '..');
const fileUrl = (path: string) => JSON.stringify(`file://${join(root, path)}`);
const filler = `
  const { openSqliteStore } = await import(${fileUrl('server/store/sqlite.ts')});
  const store = openSqliteStore(process.argv[1]);
  let acknowledged = 0;
  const event = { type: 'CounterOpened', at: 1, by: 'x'.repeat(500), counter: '1', clerk: 'lan' };
  try {
    for (;;) {
      const [error] = store.commit([(writer) => writer.append('2026-03-02', event)]);
      if (error) throw error;
      acknowledged += 1;
    }
  } catch (error) {
    console.log(JSON.stringify({ acknowledged, failure: error.message }));
  }
`;

/** The level of syncing of the store's own connection at two more opens, read when it is closed. */
function syncsOf(path: string): number[] {
  const levels: number[] = [];
  const { close } = DatabaseSync.prototype;
  DatabaseSync.prototype.close = function (this: DatabaseSync) {
    levels.push(Number(this.prepare('PRAGMA synchronous').get()?.synchronous));
    close.call(this);
  };
  try {
    openSqliteStore(path).close();
    openSqliteStore(path).close();
  } finally {
    DatabaseSync.prototype.close = close;
  }
  return levels;
}

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moiso-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('given a server with the folder, when another one asks in the same process, then it is refused until the first lets go', () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    lock.release();
    lockFolder(folder).release();
  });

  it('given another process with the folder, then it is refused; when that one is killed, then it is free', async () => {
    const holder = `
      const { lockFolder } = await import(${fileUrl('server/store/lock.ts')});
      lockFolder(process.argv[1]);
      console.log('held');
      setInterval(() => undefined, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', holder, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    try {
      await once(child.stdout, 'data');
      expect(() => lockFolder(folder)).toThrow(`the data folder ${folder} is in use by another server`);
      expect(() => lockFolder(folder)).toThrow(FolderInUse);
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
    expect(existsSync(join(folder, 'lock.sqlite'))).toBe(true);
    lockFolder(folder).release();
  });

  it('given a folder that does not exist, then the error is another one', () => {
    let problem: unknown;
    try {
      lockFolder(join(folder, 'missing'));
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(Error);
    expect(problem).not.toBeInstanceOf(FolderInUse);
  });
});
