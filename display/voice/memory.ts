import type { BoardCall } from '../../wire/client.ts';
import type { SpokenCalls } from './next-call.ts';

const storageKey = 'moiso.board.spoken';
/** Far more than a board ever shows, so that none of those comes back as new. */
const kept = 60;

/**
 * Remembers said calls across reloads and restarts of the browser. A store that was set up anew gives the same ids again, so
 * a call is known by its id and its time. Where the browser keeps nothing (`storage` null or full) the page's own memory is used.
 */
export class SpokenMemory implements SpokenCalls {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  #keys: string[];

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.#storage = storage;
    this.#keys = read(storage);
  }

  has(call: BoardCall): boolean {
    return this.#keys.includes(keyOf(call));
  }

  add(call: BoardCall): void {
    if (this.has(call)) return;
    this.#keys = [...this.#keys, keyOf(call)].slice(-kept);
    try {
      this.#storage?.setItem(storageKey, JSON.stringify(this.#keys));
    } catch (error) {
      console.warn('this browser keeps no memory of said calls', error);
    }
  }
}

const keyOf = (call: BoardCall): string => `${call.id}@${call.at}`;

function read(storage: Pick<Storage, 'getItem'> | null): string[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [];
  } catch (error) {
    console.warn('the memory of said calls could not be read', error);
    return [];
  }
}

/** The browser's storage, or null where its settings forbid it. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    console.warn('this browser keeps no memory of said calls', error);
    return null;
  }
}
