import type { PrintCause } from '../driver.ts';

/** A connection that failed. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  override readonly cause: PrintCause;
  /** Whether any byte of the write may have left. */
  readonly begun: boolean;

  /** `detail` is the system's own message, for the log. */
  constructor(cause: PrintCause, detail: string, begun = false) {
    super(detail);
    this.cause = cause;
    this.begun = begun;
  }
}

/** One connection to one printer, used once: opened, written to, closed. Every failure is a `TransportError`. */
export interface Transport {
  /** Whether the printer's answers come back this way. */
  readonly canRead: boolean;
  /**
   * Whether the connection ends when the printer loses its power. An open but silent one then belongs to a printer that cannot
   * answer; elsewhere to one that is switched off.
   */
  readonly endsWithPower: boolean;
  /** Whether the bytes leave all at once at the end, as a job of a queue. */
  readonly spools: boolean;
  open(): Promise<void>;
  /** Resolves when the system has taken all bytes; waits while the printer takes none. `onProgress` tells that some were taken. */
  write(bytes: Buffer, onProgress?: () => void): Promise<void>;
  /** Tells of each piece of an answer. Set before `open`. */
  onData(listener: (bytes: Buffer) => void): void;
  /** Tells once that the connection ended, with the reason unless `close` or `abandon` asked for it. Set before `open`. */
  onClose(listener: (error: TransportError | null) => void): void;
  /** Says that nothing follows and resolves when everything is delivered, as far as the system can tell; rejects when it is not. */
  close(): Promise<void>;
  /** Ends now; what has not left is lost. Only for a slip whose outcome is unknown anyway, or that has not begun. */
  abandon(): void;
}

/** What all transports share: the listeners, and that the end is told once. */
export class TransportEvents {
  readonly #data: ((bytes: Buffer) => void)[] = [];
  readonly #close: ((error: TransportError | null) => void)[] = [];
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  onData(listener: (bytes: Buffer) => void): void {
    this.#data.push(listener);
  }

  onClose(listener: (error: TransportError | null) => void): void {
    this.#close.push(listener);
  }

  tellData(bytes: Buffer): void {
    for (const listener of this.#data) listener(bytes);
  }

  tellClosed(error: TransportError | null): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const listener of this.#close) listener(error);
  }
}

/** The system's code of an error, or ''. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The cause behind an error of a connection or a device. */
export function causeOfCode(error: unknown): PrintCause {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-permission';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'unreachable';
    case 'ECONNRESET':
    case 'EPIPE':
    case 'EIO':
      return 'connection-lost';
    default:
      return 'device-error';
  }
}
