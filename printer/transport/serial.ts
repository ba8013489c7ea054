import type { SerialPort } from 'serialport';
import type { PrintCause } from '../driver.ts';
import { type Transport, TransportError, TransportEvents } from './transport.ts';

/** Below this a picture takes longer than anyone waits: 27 kB are 7 s at 38400 baud and 28 s at 9600. */
export const slowestForPictures = 38_400;
const pieceBytes = 1024;

/** A serial line (RS-232, or USB that pretends to be one): 8 bits, no parity, the printer holds us up by RTS/CTS if asked to. */
export function serialTransport({
  path,
  baud,
  handshake,
}: {
  readonly path: string;
  readonly baud: number;
  readonly handshake: boolean;
}): Transport {
  const events = new TransportEvents();
  let port: SerialPort | null = null;
  let stopWriting: ((error: TransportError) => void) | null = null;

  async function open(): Promise<void> {
    // Loaded here, so that a centre without a serial printer never loads a native module.
    const { SerialPort } = await import('serialport');
    const opening = new SerialPort({ path, baudRate: baud, rtscts: handshake, autoOpen: false, hupcl: false });
    port = opening;
    opening.on('data', (bytes: Buffer) => events.tellData(bytes));
    opening.on('error', (error) => ended(new TransportError('device-error', error.message)));
    opening.on('close', (error?: Error) => ended(error ? new TransportError('connection-lost', error.message) : null));
    await new Promise<void>((resolve, reject) =>
      opening.open((error) => (error ? reject(new TransportError(causeOf(error.message), error.message)) : resolve())),
    );
  }

  function ended(error: TransportError | null): void {
    stopWriting?.(new TransportError(error?.cause ?? 'connection-lost', error?.message ?? 'the line was closed', true));
    events.tellClosed(error);
  }

  async function write(bytes: Buffer, onProgress?: () => void): Promise<void> {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      await writePiece(bytes.subarray(at, at + pieceBytes), at > 0);
      onProgress?.();
    }
  }

  function writePiece(piece: Buffer, begun: boolean): Promise<void> {
    const line = port;
    if (!line?.isOpen || events.ended)
      return Promise.reject(new TransportError('connection-lost', 'the line is closed', begun));
    return new Promise((resolve, reject) => {
      stopWriting = reject;
      line.write(piece, (error) => {
        if (error) reject(new TransportError('device-error', error.message, true));
        else line.drain((late) => (late ? reject(new TransportError('device-error', late.message, true)) : resolve()));
      });
    });
  }

  function close(): Promise<void> {
    const closing = port;
    if (!closing?.isOpen) return Promise.resolve();
    // Whether closing itself fails changes nothing: everything was drained before.
    return new Promise((resolve) => closing.close(() => resolve()));
  }

  return {
    canRead: true,
    endsWithPower: false,
    spools: false,
    open,
    write,
    onData: (listener) => events.onData(listener),
    onClose: (listener) => events.onClose(listener),
    close,
    abandon() {
      ended(null);
      void close();
    },
  };
}

/** serialport gives no codes, only the system's words. */
function causeOf(message: string): PrintCause {
  if (/permission|access denied/i.test(message)) return 'no-permission';
  if (/no such|not found|cannot open|file not/i.test(message)) return 'unreachable';
  return 'device-error';
}
