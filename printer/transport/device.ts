import { constants, type FileHandle, open as openFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { causeOfCode, codeOf, type Transport, TransportError, TransportEvents } from './transport.ts';

const pieceBytes = 4096;
/** Between two looks at a device that takes or gives nothing now, ms. */
const fullPauseMs = 5;
const emptyPauseMs = 20;
/** While nothing has been written for a while. */
const idlePauseMs = 200;
const idleAfterMs = 5000;

/**
 * A character device such as /dev/usb/lp0. Never blocking: four writes that wait for paper would stop every file access of the
 * process. Never made when it is missing: with the cable out, a plain file would swallow the slips. A named pipe is written only.
 */
export function deviceTransport({ path }: { readonly path: string }): Transport {
  const events = new TransportEvents();
  let device: FileHandle | null = null;
  let canRead = true;
  let ending = false;
  let wrote = performance.now();
  let reading: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();

  async function open(): Promise<void> {
    try {
      device = await openDevice();
    } catch (error) {
      throw new TransportError(error instanceof TransportError ? error.cause : causeOfCode(error), String(error));
    }
    if (canRead) reading = read(device);
  }

  async function openDevice(): Promise<FileHandle> {
    const how = constants.O_NONBLOCK | constants.O_NOCTTY;
    // A pipe opened both ways would answer itself; opened for writing only, it also tells that nobody listens (ENXIO).
    const looked = await openFile(path, constants.O_RDONLY | how);
    const facts = await looked.stat().finally(() => looked.close());
    canRead = facts.isCharacterDevice();
    if (!canRead && !facts.isFIFO()) throw new TransportError('unreachable', `${path} is not a device`);
    return openFile(path, (canRead ? constants.O_RDWR : constants.O_WRONLY) | how);
  }

  async function read(from: FileHandle): Promise<void> {
    const bytes = Buffer.alloc(256);
    while (!ending) {
      try {
        const { bytesRead } = await from.read(bytes, 0, bytes.length, null);
        if (bytesRead > 0) {
          events.tellData(Buffer.from(bytes.subarray(0, bytesRead)));
          continue;
        }
        // Nothing to read, or nothing there any more: a terminal that went away says so only by its name.
        await stat(path);
        await pause(performance.now() - wrote > idleAfterMs ? idlePauseMs : emptyPauseMs);
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') return fail(error);
        await pause(performance.now() - wrote > idleAfterMs ? idlePauseMs : emptyPauseMs);
      }
    }
  }

  function fail(error: unknown): void {
    ending = true;
    events.tellClosed(new TransportError(causeOfCode(error), String(error)));
  }

  async function write(bytes: Buffer, onProgress?: () => void): Promise<void> {
    wrote = performance.now();
    const work = writeAll(bytes, onProgress);
    writing = work.catch(() => undefined); // its own caller is told
    return work;
  }

  async function writeAll(bytes: Buffer, onProgress?: () => void): Promise<void> {
    let at = 0;
    while (at < bytes.length) {
      if (ending || !device) throw new TransportError('connection-lost', `${path} was closed`, at > 0);
      try {
        const { bytesWritten } = await device.write(bytes, at, Math.min(pieceBytes, bytes.length - at), null);
        at += bytesWritten;
        if (bytesWritten > 0) onProgress?.();
        else await pause(fullPauseMs);
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') {
          fail(error);
          throw new TransportError(causeOfCode(error), String(error), at > 0);
        }
        await pause(fullPauseMs);
      }
    }
  }

  async function end(): Promise<void> {
    ending = true;
    const closing = device;
    device = null;
    await Promise.all([reading, writing]);
    try {
      await closing?.close();
    } catch (error) {
      // The last of its bytes may be lost: some systems tell it only here.
      throw new TransportError('connection-lost', String(error), true);
    } finally {
      events.tellClosed(null);
    }
  }

  return {
    get canRead() {
      return canRead;
    },
    endsWithPower: true,
    spools: false,
    open,
    write,
    onData: (listener) => events.onData(listener),
    onClose: (listener) => events.onClose(listener),
    async close() {
      await writing;
      await end();
    },
    abandon() {
      end().catch((error: unknown) => events.tellClosed(new TransportError('connection-lost', String(error))));
    },
  };
}
