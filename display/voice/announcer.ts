import type { BoardCall } from '../../wire/client.ts';
import { nextCall, type SpokenCalls } from './next-call.ts';
import type { Voice } from './voice.ts';

/** What the announcer needs to know of the present. */
export interface AnnouncerClock {
  /** ms by the server's clock */
  now(): number;
  /** Older calls are shown, not said, seconds. */
  speakWithinSeconds(): number;
}

/**
 * Says calls one at a time, oldest first, each once. Sends 'change' when what it says or whether it may sound changes.
 * A call counts as said when it was said to the end: a reload in the middle says it again rather than not at all.
 */
export class Announcer extends EventTarget {
  readonly #voice: Voice;
  readonly #spoken: SpokenCalls;
  readonly #clock: AnnouncerClock;
  #calls: readonly BoardCall[] = [];
  #busy = false;
  #saying: BoardCall | null = null;
  #blocked = false;

  constructor(voice: Voice, spoken: SpokenCalls, clock: AnnouncerClock) {
    super();
    this.#voice = voice;
    this.#spoken = spoken;
    this.#clock = clock;
  }

  /** The call that is being said. */
  get saying(): BoardCall | null {
    return this.#saying;
  }

  /** Whether the browser refuses sound until somebody touches the screen. */
  get blocked(): boolean {
    return this.#blocked;
  }

  /** Takes the calls of a new view, newest first. */
  async offer(calls: readonly BoardCall[]): Promise<void> {
    this.#calls = calls;
    await this.#sayAll();
  }

  /** Tries to sound: at the start, and from each touch or key. Calls that waited for it and are still young follow. */
  async wake(): Promise<void> {
    this.#show(this.#saying, (await this.#voice.wake()) === 'blocked');
    await this.#sayAll();
  }

  async #sayAll(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let call = this.#next(); call !== null && !this.#blocked; call = this.#next()) {
        this.#show(call, false);
        const said = await this.#voice.say(call);
        if (said !== 'blocked') this.#spoken.add(call);
        this.#show(null, said === 'blocked');
      }
    } finally {
      this.#busy = false;
    }
  }

  #next(): BoardCall | null {
    return nextCall(this.#calls, this.#spoken, this.#clock.now(), this.#clock.speakWithinSeconds());
  }

  #show(saying: BoardCall | null, blocked: boolean): void {
    if (this.#saying === saying && this.#blocked === blocked) return;
    this.#saying = saying;
    this.#blocked = blocked;
    this.dispatchEvent(new Event('change'));
  }
}
