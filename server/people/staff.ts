import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import type { StaffMember } from '../../wire/client.ts';
import { staffReply } from '../../wire/people.ts';
import { changeFile, type Recovery, SyncedJsonFile } from '../files/json-file.ts';
import { checkPin, hashPin } from './pins.ts';
import { hashToken, newToken } from './tokens.ts';

const fileSchema = z.object({
  staff: z.array(staffReply.extend({ pin: z.string() })),
  sessions: z.array(z.object({ hash: z.string(), user: z.string(), expiresAt: z.number() })),
});

/** A member as the file keeps them: with the hash of the PIN. */
const withPin = (member: StaffMember, pin: string) => ({ ...member, counters: [...member.counters], pin });

/** A session ends after a long working day. */
const sessionMs = 12 * 3_600_000;

export interface OpenSession {
  readonly member: StaffMember;
  readonly expiresAt: number;
}

/** Who may sign in, and who is signed in: `staff.json`. */
export class StaffFile {
  readonly #db: LowSync<z.infer<typeof fileSchema>>;
  readonly #clock: () => number;
  readonly recovery: Recovery | null;

  constructor(folder: string, clock: () => number) {
    const file = new SyncedJsonFile(join(folder, 'staff.json'), (value) => fileSchema.parse(value), clock);
    this.#db = new LowSync(file, { staff: [], sessions: [] });
    this.#db.read();
    this.#clock = clock;
    this.recovery = file.recovery;
  }

  list(): StaffMember[] {
    return this.#db.data.staff.map(({ pin: _pin, ...member }) => member);
  }

  find(user: string): StaffMember | undefined {
    return this.list().find((member) => member.user === user);
  }

  get hasAdministrator(): boolean {
    return this.#db.data.staff.some((member) => member.role === 'administrator');
  }

  /** Adds or changes a member; without `pin` the old one stays. Throws NoPin for somebody new without one, LastAdministrator. */
  async save(member: StaffMember, pin: string | undefined): Promise<StaffMember> {
    const hashed = pin === undefined ? undefined : await hashPin(pin);
    const had = this.hasAdministrator;
    changeFile(this.#db, (data) => {
      const index = data.staff.findIndex((other) => other.user === member.user);
      const stored = hashed ?? data.staff[index]?.pin;
      if (stored === undefined) throw new NoPin();
      if (index < 0) data.staff.push(withPin(member, stored));
      else data.staff[index] = withPin(member, stored);
      // A new PIN ends the sessions opened with the old one.
      if (hashed !== undefined) data.sessions = data.sessions.filter((session) => session.user !== member.user);
      refuseWithoutAdministrator(had, data.staff);
    });
    return member;
  }

  /** Adds several members who share one PIN: hashing it once keeps the start of a demonstration short. */
  async addAll(members: readonly StaffMember[], pin: string): Promise<void> {
    const hashed = await hashPin(pin);
    changeFile(this.#db, (data) => {
      data.staff.push(...members.map((member) => withPin(member, hashed)));
    });
  }

  /** Removes a member and all their sessions; false when there is none. Throws LastAdministrator. */
  remove(user: string): boolean {
    if (!this.find(user)) return false;
    const had = this.hasAdministrator;
    changeFile(this.#db, (data) => {
      data.staff = data.staff.filter((member) => member.user !== user);
      data.sessions = data.sessions.filter((session) => session.user !== user);
      refuseWithoutAdministrator(had, data.staff);
    });
    return true;
  }

  /** The member whose PIN this is, or null. Takes the same time for unknown names. */
  async check(user: string, pin: string): Promise<StaffMember | null> {
    const stored = this.#db.data.staff.find((member) => member.user === user);
    const fits = await checkPin(pin, stored?.pin ?? null);
    // The PIN may have been changed while this one was being checked.
    const isStill = this.#db.data.staff.find((member) => member.user === user)?.pin === stored?.pin;
    return fits && isStill ? (this.find(user) ?? null) : null;
  }

  /** Opens a session; the token is told only once. */
  open(user: string): { token: string; expiresAt: number } {
    const token = newToken();
    const now = this.#clock();
    const expiresAt = now + sessionMs;
    changeFile(this.#db, (data) => {
      data.sessions = data.sessions.filter((session) => session.expiresAt > now);
      data.sessions.push({ hash: hashToken(token), user, expiresAt });
    });
    return { token, expiresAt };
  }

  /** The session behind a token, or null when it ended. */
  session(token: string): OpenSession | null {
    const hash = hashToken(token);
    const session = this.#db.data.sessions.find((other) => other.hash === hash && other.expiresAt > this.#clock());
    const member = session && this.find(session.user);
    return session && member ? { member, expiresAt: session.expiresAt } : null;
  }

  close(token: string): void {
    const hash = hashToken(token);
    changeFile(this.#db, (data) => {
      data.sessions = data.sessions.filter((session) => session.hash !== hash);
    });
  }
}

/** Somebody must be able to let others in again. */
function refuseWithoutAdministrator(had: boolean, staff: readonly StaffMember[]): void {
  if (had && !staff.some((member) => member.role === 'administrator')) throw new LastAdministrator();
}

export class LastAdministrator extends Error {
  constructor() {
    super('the last administrator stays');
  }
}

export class NoPin extends Error {
  constructor() {
    super('somebody new needs a PIN');
  }
}
