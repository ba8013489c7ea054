import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Problem, type Topic, topicKey, type ViewName, type Views } from '../wire/client.ts';
import type { Connection } from './connection.ts';

/** A view of the server in a Lit element: watched while the element is there, drawn anew when it changes. */
export class Live<N extends ViewName> implements ReactiveController {
  /** The newest view; undefined until the first one came. It stays while the server is away. */
  view: Views[N] | undefined;
  /** The server's clock when it made the view, ms since 1970. */
  receivedAt: number | undefined;
  /** Why the server does not show it, e.g. `ticket-unknown`. */
  problem: Problem | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #connection: () => Connection | null;
  readonly #topic: () => (Topic & { view: N }) | null;
  #watched: { connection: Connection; key: string; end: () => void } | null = null;

  /** `connection` and `topic` are asked at each update of the host: both may change. */
  constructor(
    host: ReactiveControllerHost,
    connection: () => Connection | null,
    topic: () => (Topic & { view: N }) | null,
  ) {
    this.#host = host;
    this.#connection = connection;
    this.#topic = topic;
    host.addController(this);
  }

  hostUpdate(): void {
    const connection = this.#connection();
    const topic = this.#topic();
    const key = topic ? topicKey(topic) : '';
    if (this.#watched?.connection === connection && this.#watched.key === key) return;
    const isOtherTopic = this.#watched !== null && this.#watched.key !== key;
    this.#end();
    // What another counter shows must not be seen for a moment at this one.
    if (isOtherTopic || !topic) this.#show(undefined, undefined);
    if (!connection || !topic) return;
    const end = connection.watch<N>(
      topic,
      (view, at) => {
        this.#show(view, at);
        this.#host.requestUpdate();
      },
      (problem) => {
        this.problem = problem;
        this.#host.requestUpdate();
      },
    );
    this.#watched = { connection, key, end };
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #show(view: Views[N] | undefined, at: number | undefined): void {
    this.view = view;
    this.receivedAt = at;
    this.problem = undefined;
  }

  #end(): void {
    this.#watched?.end();
    this.#watched = null;
  }
}
