import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import { z } from 'zod';
import type { Device, DeviceKind, Pairing } from '../../wire/client.ts';
import { deviceKinds } from '../../wire/names.ts';
import { changeFile, type Recovery, SyncedJsonFile } from '../files/json-file.ts';
import { hashToken, newToken } from './tokens.ts';

const deviceSchema = z.object({
  id: z.string(),
  kind: z.enum(deviceKinds),
  name: z.string(),
  counter: z.string().nullable(),
  hash: z.string(),
});
type StoredDevice = z.infer<typeof deviceSchema>;
/** A paired device without its secret. */
export type KnownDevice = Omit<StoredDevice, 'hash'>;

interface Request extends Pairing {
  readonly secret: string;
  token: string | null;
}

const pairingMs = 15 * 60_000;
const mostPairings = 20;
// Letters and digits that nobody mistakes for one another.
const alphabet = 'ACDEFGHJKLMNPQRTUVWXY34679';

/** Paired devices (`devices.json`), those that ask to be let in, and which of them are connected. */
export class DeviceFile {
  readonly #db: LowSync<{ devices: StoredDevice[] }>;
  readonly #clock: () => number;
  readonly #requests = new Map<string, Request>();
  readonly #presence = new Map<string, { connections: number; seenAt: number }>();
  readonly recovery: Recovery | null;

  constructor(folder: string, clock: () => number) {
    const schema = z.object({ devices: z.array(deviceSchema) });
    const file = new SyncedJsonFile(join(folder, 'devices.json'), (value) => schema.parse(value), clock);
    this.#db = new LowSync(file, { devices: [] });
    this.#db.read();
    this.#clock = clock;
    this.recovery = file.recovery;
  }

  list(): Device[] {
    return this.#db.data.devices.map(({ hash: _hash, ...device }) => {
      const presence = this.#presence.get(device.id);
      return { ...device, connected: (presence?.connections ?? 0) > 0, lastSeenAt: presence?.seenAt ?? null };
    });
  }

  byToken(token: string): KnownDevice | null {
    const hash = hashToken(token);
    const found = this.#db.data.devices.find((device) => device.hash === hash);
    if (!found) return null;
    const { hash: _hash, ...device } = found;
    return device;
  }

  /** Adds a device with a known token: what pairing ends in, and how a demonstration gets its devices. */
  add(device: KnownDevice, token: string): void {
    changeFile(this.#db, (data) => {
      data.devices = [...data.devices.filter((other) => other.id !== device.id), { ...device, hash: hashToken(token) }];
    });
  }

  /** False when there is no such device. */
  remove(id: string): boolean {
    if (!this.#db.data.devices.some((device) => device.id === id)) return false;
    changeFile(this.#db, (data) => {
      data.devices = data.devices.filter((device) => device.id !== id);
    });
    this.#presence.delete(id);
    return true;
  }

  /** Notes that a device's socket came (+1) or went (−1). */
  seen(id: string, change: 1 | -1): void {
    const before = this.#presence.get(id)?.connections ?? 0;
    this.#presence.set(id, { connections: Math.max(0, before + change), seenAt: this.#clock() });
  }

  /** A new device asks; null when too many are asking. */
  ask(kind: DeviceKind): (Pairing & { secret: string }) | null {
    this.#forgetOld();
    if (this.#requests.size >= mostPairings) return null;
    let code = '';
    do code = Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
    while (this.#requests.has(code));
    const request: Request = { code, kind, expiresAt: this.#clock() + pairingMs, secret: newToken(), token: null };
    this.#requests.set(code, request);
    return { code, kind, expiresAt: request.expiresAt, secret: request.secret };
  }

  waiting(): Pairing[] {
    this.#forgetOld();
    return [...this.#requests.values()]
      .filter((request) => request.token === null)
      .map(({ code, kind, expiresAt }) => ({ code, kind, expiresAt }));
  }

  /** Lets a device in; null when the code is wrong or too old. The same approval sent again changes nothing. */
  approve(code: string, name: string, counter: string | null): KnownDevice | null {
    this.#forgetOld();
    const request = this.#requests.get(code.trim().toUpperCase());
    if (!request) return null;
    const id = `${request.kind}-${request.code.toLowerCase()}`;
    const device: KnownDevice = { id, kind: request.kind, name, counter };
    if (request.token !== null) {
      const known = this.byToken(request.token);
      return known?.name === name && known.counter === counter ? known : null;
    }
    const token = newToken();
    this.add(device, token);
    request.token = token;
    return device;
  }

  /** The token for the device that knows the secret: null while it waits, undefined when nothing is known of it. */
  fetch(secret: string): string | null | undefined {
    this.#forgetOld();
    return [...this.#requests.values()].find((request) => request.secret === secret)?.token;
  }

  #forgetOld(): void {
    for (const [code, request] of this.#requests) if (request.expiresAt < this.#clock()) this.#requests.delete(code);
  }
}
