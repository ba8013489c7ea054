import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Seconds, as the centre's settings say. */
export interface IdleTimes {
  readonly idleSeconds: number;
  readonly warningSeconds: number;
}

const touches = ['pointerdown', 'keydown'] as const;

/**
 * Notices that nobody touches the kiosk any more. After `idleSeconds` it warns: `remaining` counts the seconds down;
 * any touch or key starts again. At the end it calls `expire`. It stands still while `times` gives null.
 */
export class IdleController implements ReactiveController {
  /** Seconds until the kiosk starts over, or null when it does not warn. */
  remaining: number | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #times: () => IdleTimes | null;
  readonly #expire: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: string | null = null;

  constructor(host: ReactiveControllerHost, times: () => IdleTimes | null, expire: () => void) {
    this.#host = host;
    this.#times = times;
    this.#expire = expire;
    host.addController(this);
  }

  hostConnected(): void {
    for (const touch of touches) addEventListener(touch, this.#onTouch, { capture: true });
    addEventListener('click', this.extend);
  }

  hostDisconnected(): void {
    for (const touch of touches) removeEventListener(touch, this.#onTouch, { capture: true });
    removeEventListener('click', this.extend);
    clearTimeout(this.#timer);
    this.#running = null;
  }

  hostUpdated(): void {
    const times = this.#times();
    const key = times && `${times.idleSeconds}/${times.warningSeconds}`;
    if (key !== this.#running) this.extend();
  }

  /** Somebody is there: the time begins anew. */
  readonly extend = (): void => {
    clearTimeout(this.#timer);
    const times = this.#times();
    this.#running = times && `${times.idleSeconds}/${times.warningSeconds}`;
    if (times?.idleSeconds !== 0) this.#show(null);
    if (!times) return;
    if (times.idleSeconds === 0) this.#count(times.warningSeconds);
    else this.#timer = setTimeout(() => this.#count(times.warningSeconds), times.idleSeconds * 1000);
  };

  // While it warns only a whole tap counts: the warning must not vanish between a finger's coming down and its going up.
  readonly #onTouch = (): void => {
    if (this.remaining === null) this.extend();
  };

  #count(seconds: number): void {
    if (seconds <= 0) {
      this.#show(null);
      this.#running = null;
      this.#expire();
      return;
    }
    this.#show(seconds);
    this.#timer = setTimeout(() => this.#count(seconds - 1), 1000);
  }

  #show(remaining: number | null): void {
    if (this.remaining === remaining) return;
    this.remaining = remaining;
    this.#host.requestUpdate();
  }
}
