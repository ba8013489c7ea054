import { MemoryStore } from 'express-rate-limit';
import { Refusal } from './problem.ts';

const windowMs = 60_000;
/** A kiosk at full tilt sends some ten requests a minute; a page that reloads in a loop sends hundreds. */
const mostRequests = 1200;
const mostChanges = 300;

/** Counts requests of one sender, by HTTP or socket, in windows of a minute. */
export interface Limits {
  /** Throws `too-many-requests` with the seconds to wait. */
  count(sender: string, isChange: boolean): Promise<void>;
  stop(): void;
}

export function requestLimits(): Limits {
  const store = new MemoryStore();
  store.init({ windowMs } as Parameters<MemoryStore['init']>[0]);
  return {
    async count(sender, isChange) {
      const { totalHits, resetTime } = await store.increment(`${isChange ? 'change' : 'look'}/${sender}`);
      if (totalHits <= (isChange ? mostChanges : mostRequests)) return;
      const ms = (resetTime?.getTime() ?? 0) - Date.now();
      throw new Refusal('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });
    },
    stop: () => store.shutdown(),
  };
}

/** For the demonstration. */
export const noLimits: Limits = { count: async () => undefined, stop: () => undefined };
