import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceKind } from '../wire/client.ts';
import { Connection, ProblemError } from './connection.ts';
import { recall, remember } from './memory.ts';

const pollMs = 2000;

/**
 * Lets a device in: with the token of `?token=` or the one that it keeps, else by pairing. A device whose token is refused asks
 * to be paired again; the old token is kept until then, for a server that was restored from a copy may know it later.
 */
export class DeviceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #kind: DeviceKind;
  #connection: Connection | null = null;
  #pairingConnection: Connection | null = null;
  #pairingCode: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onState = () => {
    if (this.#connection?.state === 'refused') this.#pair();
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost, kind: DeviceKind) {
    this.#host = host;
    this.#kind = kind;
    host.addController(this);
  }

  /** The device's connection; null while it waits to be paired. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** What an administrator types to let this device in, or null. */
  get pairingCode(): string | null {
    return this.#pairingCode;
  }

  /** The nameless connection through which the device asks to be paired: for the status line of that screen. */
  get pairingConnection(): Connection | null {
    return this.#pairingConnection;
  }

  hostConnected(): void {
    const token = takeTokenFromAddress() ?? recall(this.#name);
    if (token === null) this.#pair();
    else this.#connect(token);
  }

  hostDisconnected(): void {
    this.#endPairing();
    this.#disconnect();
  }

  get #name(): string {
    return `token-${this.#kind}`;
  }

  #connect(token: string): void {
    remember(this.#name, token);
    this.#connection = new Connection(token);
    this.#connection.addEventListener('state', this.#onState);
    this.#host.requestUpdate();
  }

  #disconnect(): void {
    this.#connection?.removeEventListener('state', this.#onState);
    this.#connection?.close();
    this.#connection = null;
  }

  #pair(): void {
    this.#disconnect();
    this.#endPairing();
    this.#pairingConnection = new Connection(null);
    this.#pairingConnection.addEventListener('state', this.#onState);
    this.#host.requestUpdate();
    void this.#askForCode(this.#pairingConnection);
  }

  #endPairing(): void {
    clearTimeout(this.#timer);
    this.#pairingConnection?.removeEventListener('state', this.#onState);
    this.#pairingConnection?.close();
    this.#pairingConnection = null;
    this.#pairingCode = null;
  }

  async #askForCode(connection: Connection): Promise<void> {
    try {
      const { code, secret } = await connection.call('askPairing', { body: { kind: this.#kind } });
      if (this.#pairingConnection !== connection) return;
      this.#pairingCode = code;
      this.#host.requestUpdate();
      this.#later(() => this.#fetchToken(connection, secret));
    } catch (error) {
      this.#retry(error, connection, () => this.#askForCode(connection));
    }
  }

  async #fetchToken(connection: Connection, secret: string): Promise<void> {
    try {
      const { token } = await connection.call('fetchPairing', { body: { secret } });
      if (this.#pairingConnection !== connection) return;
      if (token === null) {
        this.#later(() => this.#fetchToken(connection, secret));
        return;
      }
      this.#endPairing();
      this.#connect(token);
    } catch (error) {
      // Without a server the code may still be good; any other refusal means that it is not, and a new one is asked for.
      const isAway = error instanceof ProblemError && error.problem.code === 'no-connection';
      this.#retry(error, connection, () =>
        isAway ? this.#fetchToken(connection, secret) : this.#askForCode(connection),
      );
    }
  }

  #retry(error: unknown, connection: Connection, step: () => Promise<void>): void {
    if (!(error instanceof ProblemError)) throw error;
    if (this.#pairingConnection === connection) this.#later(step);
  }

  #later(step: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void step(), pollMs);
  }
}

/** The token in the address, taken out of it so that nobody reads it from the screen or a bookmark. */
function takeTokenFromAddress(): string | null {
  const address = new URL(window.location.href);
  const token = address.searchParams.get('token');
  if (token === null) return null;
  address.searchParams.delete('token');
  window.history.replaceState(null, '', address);
  return token;
}
