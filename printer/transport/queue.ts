import { type Transport, TransportEvents } from './transport.ts';

/** A place that takes whole jobs and tells nothing of the paper: a queue of the system, or a file. */
export interface JobTaker {
  /** Whether it would take a job. @throws TransportError */
  look(): Promise<void>;
  /** Hands one job over. @throws TransportError; `begun` only when it may have been taken all the same. */
  take(bytes: Buffer, signal: AbortSignal): Promise<void>;
}

/** A transport over whole jobs: each `write` is one. */
export function queueTransport({ look, take }: JobTaker): Transport {
  const events = new TransportEvents();
  const givenUp = new AbortController();
  return {
    canRead: false,
    endsWithPower: false,
    spools: true,
    open: look,
    async write(bytes, onProgress) {
      await take(bytes, givenUp.signal);
      onProgress?.();
    },
    onData: (listener) => events.onData(listener),
    onClose: (listener) => events.onClose(listener),
    async close() {
      events.tellClosed(null);
    },
    abandon() {
      givenUp.abort();
      events.tellClosed(null);
    },
  };
}
