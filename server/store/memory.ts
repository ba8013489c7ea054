import type { StoredEvent } from '../../core/event.ts';
import type { Visit } from '../../core/visit.ts';
import type { AuditRow, Store, StoredReply, Writer } from './store.ts';

interface Tables {
  readonly events: StoredEvent[];
  readonly visits: Map<string, Visit>;
  readonly replies: Map<string, StoredReply & { at: number }>;
  readonly audit: AuditRow[];
  readonly checkpoints: Map<string, number>;
}

const copy = (tables: Tables): Tables => ({
  events: [...tables.events],
  visits: new Map(tables.visits),
  replies: new Map(tables.replies),
  audit: [...tables.audit],
  checkpoints: new Map(tables.checkpoints),
});

/** A store that forgets everything at the end: for studies and tests. */
export function openMemoryStore(): Store {
  let tables: Tables = { events: [], visits: new Map(), replies: new Map(), audit: [], checkpoints: new Map() };

  const writer: Writer = {
    append: (day, event) => {
      const stored = { seq: tables.events.length + 1, day, event };
      tables.events.push(stored);
      return stored;
    },
    saveVisit: (visit) => {
      for (const other of tables.visits.values()) {
        if (other.day === visit.day && other.number === visit.number && other.ticket !== visit.ticket) {
          throw new Error(`number ${visit.number} exists already on ${visit.day}`);
        }
      }
      tables.visits.set(visit.ticket, visit);
    },
    reply: (key) => tables.replies.get(key),
    saveReply: (key, reply, at) => {
      if (tables.replies.has(key)) throw new Error(`a reply to ${key} exists already`);
      tables.replies.set(key, { ...reply, at });
    },
    audit: (row) => void tables.audit.push({ seq: tables.audit.length + 1, ...row }),
    saveCheckpoint: (name, seq) => void tables.checkpoints.set(name, seq),
  };

  return {
    commit(jobs) {
      return jobs.map((job) => {
        const before = copy(tables);
        try {
          job(writer);
          return null;
        } catch (error) {
          tables = before;
          return error instanceof Error ? error : new Error(String(error));
        }
      });
    },
    lastDay: () => tables.events.at(-1)?.day ?? null,
    eventsOf: (day) => tables.events.filter((stored) => stored.day === day),
    eventsAfter: (seq, limit) => tables.events.slice(seq, seq + limit),
    visits: (from, to) =>
      [...tables.visits.values()]
        .filter((visit) => visit.day >= from && visit.day <= to)
        .sort((a, b) =>
          a.day < b.day ? -1 : a.day > b.day ? 1 : a.issuedAt - b.issuedAt || (a.number < b.number ? -1 : 1),
        ),
    auditBefore: (seq, limit) =>
      tables.audit
        .filter((row) => row.seq < seq)
        .reverse()
        .slice(0, limit),
    checkpoint: (name) => tables.checkpoints.get(name) ?? 0,
    forgetReplies: (at) => {
      for (const [key, reply] of tables.replies) if (reply.at < at) tables.replies.delete(key);
    },
    close: () => undefined,
  };
}
