/** The first schema: events for ever, and what is folded out of them. */
export const sql = `
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_day ON events (day, seq);
CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events never change'); END;
-- INSERT OR REPLACE fires no delete trigger.
CREATE TRIGGER events_never_come_twice BEFORE INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'events never change'); END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events never go'); END;

CREATE TABLE visits (
  ticket TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  number TEXT NOT NULL,
  service TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  priority TEXT,
  status TEXT NOT NULL,
  issuedAt INTEGER NOT NULL,
  calledAt INTEGER,
  endedAt INTEGER,
  waitedMs INTEGER,
  servedMs INTEGER,
  quotedSeconds INTEGER,
  counter TEXT,
  clerk TEXT,
  outcome TEXT,
  dossiers INTEGER NOT NULL,
  procedures TEXT NOT NULL,
  recalls INTEGER NOT NULL,
  score INTEGER,
  reasons TEXT NOT NULL,
  UNIQUE (day, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_day ON visits (day, issuedAt);

CREATE TABLE replies (
  key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  reply TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX replies_by_time ON replies (at);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;
CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit rows never go'); END;

CREATE TABLE checkpoints (
  name TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
