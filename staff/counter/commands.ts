import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import type { Problem } from '../../wire/client.ts';

const shownAfterMs = 150;

/**
 * Sends one command at a time: while it is under way nothing can be pressed a second time. Buttons look busy only when it
 * takes longer than the eye would notice, so that the page does not flicker with every key.
 */
export class Commands implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #connection: () => Connection | null;
  readonly #onProblem: (problem: Problem, message: string) => void;
  #running: string | null = null;
  #busy: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onProblem` hears every refusal, with its sentence in the language of the page. */
  constructor(
    host: ReactiveControllerHost,
    connection: () => Connection | null,
    onProblem: (problem: Problem, message: string) => void,
  ) {
    this.#host = host;
    this.#connection = connection;
    this.#onProblem = onProblem;
    host.addController(this);
  }

  /** Whether a command is under way. */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** What has been under way long enough to show it, or null. */
  get busy(): string | null {
    return this.#busy;
  }

  hostConnected(): void {
    this.#become(null);
  }

  /** Runs a command under a name that tells which button is busy. Resolves to whether it was done. */
  async run(name: string, command: (connection: Connection) => Promise<unknown>): Promise<boolean> {
    const connection = this.#connection();
    if (this.#running !== null || !connection) return false;
    this.#become(name);
    try {
      await command(connection);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#onProblem(error.problem, error.message);
      return false;
    } finally {
      this.#become(null);
    }
  }

  #become(running: string | null): void {
    this.#running = running;
    clearTimeout(this.#timer);
    if (running === null) this.#show(null);
    else this.#timer = setTimeout(() => this.#show(running), shownAfterMs);
  }

  #show(busy: string | null): void {
    if (this.#busy === busy) return;
    this.#busy = busy;
    this.#host.requestUpdate();
  }
}
