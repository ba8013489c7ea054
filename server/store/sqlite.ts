import { DatabaseSync } from 'node:sqlite';
import type { Event, StoredEvent } from '../../core/event.ts';
import { upcast } from '../../core/upcast.ts';
import type { Visit } from '../../core/visit.ts';
import type { AuditRow, Store, StoredReply, Writer } from './store.ts';
import { sql as first } from './upgrade/001-first.ts';

/** One entry per schema version, in order; a version once released never changes. */
const upgrades: readonly string[] = [first];

interface EventRow {
  readonly seq: number;
  readonly day: string;
  readonly data: string;
}

/** A store in one SQLite file. Throws when the file is from a newer version or is damaged. */
export function openSqliteStore(path: string): Store {
  const database = new DatabaseSync(path);
  try {
    prepareDatabase(database);
    return new SqliteStore(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareDatabase(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  // Some builds reopen a WAL file at NORMAL, which loses acknowledged tickets when the power is cut.
  const level = database.prepare('PRAGMA synchronous').get()?.synchronous;
  if (level !== 2) throw new Error(`SQLite refused synchronous=FULL (it says ${level})`);
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version > upgrades.length) {
    throw new Error(`the data were written by a newer version (schema ${version}, this one knows ${upgrades.length})`);
  }
  for (let next = version; next < upgrades.length; next += 1) {
    database.exec(`BEGIN IMMEDIATE; ${upgrades[next]}; PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (check !== 'ok') throw new Error(`the data are damaged: ${check}`);
}

const visitColumns = [
  'ticket',
  'day',
  'number',
  'service',
  'sequence',
  'priority',
  'status',
  'issuedAt',
  'calledAt',
  'endedAt',
  'waitedMs',
  'servedMs',
  'quotedSeconds',
  'counter',
  'clerk',
  'outcome',
  'dossiers',
  'procedures',
  'recalls',
  'score',
  'reasons',
] as const satisfies readonly (keyof Visit)[];

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #statements;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const prepare = (sql: string) => database.prepare(sql);
    this.#statements = {
      append: prepare('INSERT INTO events (day, type, at, data) VALUES (?, ?, ?, ?) RETURNING seq'),
      saveVisit: prepare(
        `INSERT INTO visits (${visitColumns.join(', ')}) VALUES (${visitColumns.map(() => '?').join(', ')})
         ON CONFLICT (ticket) DO UPDATE SET ${visitColumns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      ),
      reply: prepare('SELECT fingerprint, reply FROM replies WHERE key = ?'),
      saveReply: prepare('INSERT INTO replies (key, fingerprint, reply, at) VALUES (?, ?, ?, ?)'),
      audit: prepare('INSERT INTO audit (at, by, action, detail) VALUES (?, ?, ?, ?)'),
      saveCheckpoint: prepare(
        'INSERT INTO checkpoints (name, seq) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq',
      ),
      lastDay: prepare('SELECT day FROM events ORDER BY seq DESC LIMIT 1'),
      eventsOf: prepare('SELECT seq, day, data FROM events WHERE day = ? ORDER BY seq'),
      eventsAfter: prepare('SELECT seq, day, data FROM events WHERE seq > ? ORDER BY seq LIMIT ?'),
      visits: prepare('SELECT * FROM visits WHERE day BETWEEN ? AND ? ORDER BY day, issuedAt, number'),
      auditBefore: prepare('SELECT seq, at, by, action, detail FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?'),
      checkpoint: prepare('SELECT seq FROM checkpoints WHERE name = ?'),
      forgetReplies: prepare('DELETE FROM replies WHERE at < ?'),
    };
  }

  commit(jobs: readonly ((writer: Writer) => void)[]): (Error | null)[] {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const results = jobs.map((job) => this.#behindSavepoint(job));
      this.#database.exec('COMMIT');
      return results;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #behindSavepoint(job: (writer: Writer) => void): Error | null {
    this.#database.exec('SAVEPOINT job');
    try {
      job(this.#writer);
      this.#database.exec('RELEASE job');
      return null;
    } catch (error) {
      // A full disk ends the whole transaction: then there is no savepoint to go back to, and the commit as a whole fails.
      if (!this.#database.isTransaction) throw error;
      this.#database.exec('ROLLBACK TO job; RELEASE job');
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  readonly #writer: Writer = {
    append: (day, event) => {
      const row = this.#statements.append.get(day, event.type, event.at, JSON.stringify(event));
      return { seq: Number(row?.seq), day, event };
    },
    saveVisit: (visit) => {
      const values = visitColumns.map((column) => {
        const value = visit[column];
        return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | number | null);
      });
      this.#statements.saveVisit.run(...values);
    },
    reply: (key) => this.#statements.reply.get(key) as StoredReply | undefined,
    saveReply: (key, { fingerprint, reply }, at) => void this.#statements.saveReply.run(key, fingerprint, reply, at),
    audit: ({ at, by, action, detail }) => void this.#statements.audit.run(at, by, action, detail),
    saveCheckpoint: (name, seq) => void this.#statements.saveCheckpoint.run(name, seq),
  };

  lastDay(): string | null {
    return (this.#statements.lastDay.get()?.day as string | undefined) ?? null;
  }

  eventsOf(day: string): StoredEvent[] {
    return (this.#statements.eventsOf.all(day) as unknown as EventRow[]).map(storedEvent);
  }

  eventsAfter(seq: number, limit: number): StoredEvent[] {
    return (this.#statements.eventsAfter.all(seq, limit) as unknown as EventRow[]).map(storedEvent);
  }

  visits(from: string, to: string): Visit[] {
    const rows = this.#statements.visits.all(from, to) as unknown as (Visit & {
      procedures: string;
      reasons: string;
    })[];
    return rows.map((row) => ({ ...row, procedures: JSON.parse(row.procedures), reasons: JSON.parse(row.reasons) }));
  }

  auditBefore(seq: number, limit: number): AuditRow[] {
    return (this.#statements.auditBefore.all(seq, limit) as unknown as AuditRow[]).map((row) => ({ ...row }));
  }

  checkpoint(name: string): number {
    return Number(this.#statements.checkpoint.get(name)?.seq ?? 0);
  }

  forgetReplies(at: number): void {
    this.#statements.forgetReplies.run(at);
  }

  close(): void {
    this.#database.close();
  }
}

const storedEvent = (row: EventRow): StoredEvent => ({
  seq: row.seq,
  day: row.day,
  event: upcast(JSON.parse(row.data) as Event),
});
