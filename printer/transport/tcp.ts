import { connect, type Socket } from 'node:net';
import { causeOfCode, type Transport, TransportError, TransportEvents } from './transport.ts';

const pieceBytes = 4096;
/** After this time without an answer to the greeting, ms. */
const openWithinMs = 5000;
/** How long a printer may keep its side open after ours has ended, ms. */
const lingerMs = 3000;

/** Port 9100: bytes in, answers out, no protocol around them. */
export function tcpTransport({ host, port }: { readonly host: string; readonly port: number }): Transport {
  const events = new TransportEvents();
  let socket: Socket | null = null;
  let failure: TransportError | null = null;
  let stopWriting: ((error: TransportError) => void) | null = null;

  function open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const opening = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
      socket = opening;
      const tooLong = setTimeout(
        () => opening.destroy(new TransportError('unreachable', `${host}:${port} does not answer`)),
        openWithinMs,
      );
      opening.once('connect', () => {
        clearTimeout(tooLong);
        resolve();
      });
      opening.on('data', (bytes) => events.tellData(bytes));
      opening.on('error', (error) => {
        failure = error instanceof TransportError ? error : new TransportError(causeOfCode(error), error.message);
      });
      // A printer that ends its side prints nothing more of ours.
      opening.on('end', () => {
        if (!opening.writableEnded)
          failure ??= new TransportError('connection-lost', 'the printer ended the connection');
        opening.destroy();
      });
      opening.once('close', () => {
        clearTimeout(tooLong);
        const error = failure ?? new TransportError('connection-lost', 'the connection ended');
        stopWriting?.(new TransportError(error.cause, error.message, true));
        events.tellClosed(failure);
        reject(error);
      });
    });
  }

  async function write(bytes: Buffer, onProgress?: () => void): Promise<void> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      await writePiece(bytes.subarray(at, at + pieceBytes), at > 0);
      onProgress?.();
    }
  }

  function writePiece(piece: Buffer, begun: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!socket || socket.destroyed || socket.writableEnded) {
        reject(new TransportError(failure?.cause ?? 'connection-lost', failure?.message ?? 'not connected', begun));
        return;
      }
      stopWriting = reject;
      // The callback comes when the system has taken the piece, which is later than a drained queue of ours.
      socket.write(piece, (error) => {
        if (!error) resolve();
      });
    });
  }

  function close(): Promise<void> {
    const closing = socket;
    if (!closing || closing.destroyed) return failure ? Promise.reject(failure) : Promise.resolve();
    return new Promise((resolve, reject) => {
      closing.once('close', () => (failure ? reject(failure) : resolve()));
      closing.end(() => {
        const enough = setTimeout(() => closing.destroy(), lingerMs);
        closing.once('close', () => clearTimeout(enough));
      });
      closing.resume(); // unread answers would turn the end into a reset
    });
  }

  return {
    canRead: true,
    endsWithPower: true,
    spools: false,
    open,
    write,
    onData: (listener) => events.onData(listener),
    onClose: (listener) => events.onClose(listener),
    close,
    abandon: () => socket?.destroy(),
  };
}
