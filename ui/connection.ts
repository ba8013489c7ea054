import { io, type Socket } from 'socket.io-client';
import {
  type AnswerOf,
  type BodyInput,
  type ClientToServer,
  type LiveView,
  type OperationName,
  type Problem,
  type Reply,
  type ServerToClient,
  socketTiming,
  type Topic,
  topicKey,
  type ViewName,
  type Views,
} from '../wire/client.ts';
import { newRequestId, noConnection, ProblemError } from './problem.ts';

export { ProblemError } from './problem.ts';

/** `lost`: the server cannot be reached, the connection keeps trying. `refused`: it said no, trying again would not help. */
export type ConnectionState = 'connecting' | 'online' | 'lost' | 'refused';

/** What a caller may set otherwise than the product does. */
export interface ConnectionOptions {
  /** Address of the server; left out: the one that the page came from. */
  readonly address?: string;
  /** How long a call waits for its answer through disconnections, ms. */
  readonly callLimitMs?: number;
}

type Listener = (view: Views[ViewName], at: number) => void;

interface Watch {
  readonly topic: Topic;
  readonly listeners: Map<Listener, ((problem: Problem) => void) | undefined>;
  last: LiveView | null;
}

interface PendingCall {
  readonly call: { operation: OperationName; params?: Record<string, string>; body: object };
  readonly settle: (reply: Reply<unknown>) => void;
}

const callLimitMs = 10_000;

/**
 * The live connection of a page: views that it watches, operations that it calls. Views come whole and are asked for again after
 * each reconnect; a call is sent again with the same request id, so that it happens once. Dispatches `state` on each change.
 */
export class Connection extends EventTarget {
  #state: ConnectionState = 'connecting';
  #problem: Problem | null = null;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #callLimitMs: number;
  readonly #watches = new Map<string, Watch>();
  readonly #pending = new Set<PendingCall>();
  /** Server clock minus this page's monotonic clock, ms: a wrong or jumping clock of the device does not matter. */
  #clockOffset: number | null = null;
  /** Whether the offset was learnt from this connection: the server after a reconnect may be another one. */
  #isClockCurrent = false;
  #heardAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `token`: a device's; null: the session's cookie, or nobody in particular. */
  constructor(token: string | null, options: ConnectionOptions = {}) {
    super();
    this.#callLimitMs = options.callLimitMs ?? callLimitMs;
    const settings = {
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      auth: token === null ? {} : { token },
      reconnectionDelay: socketTiming.reconnectionDelay,
      reconnectionDelayMax: socketTiming.reconnectionDelayMax,
      randomizationFactor: 0.3,
      timeout: socketTiming.pingTimeout,
    };
    this.#socket = options.address === undefined ? io(settings) : io(options.address, settings);
    this.#listen();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Why the server refused, or null. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** The server's clock, ms since 1970, as learnt from views; this device's own until the first one. */
  serverNow(): number {
    return this.#clockOffset === null ? Date.now() : performance.now() + this.#clockOffset;
  }

  /** How long ago the server last gave a sign of life, ms, or null when it never did: the age of what is shown. */
  silentMs(): number | null {
    return this.#heardAt === null ? null : performance.now() - this.#heardAt;
  }

  /**
   * Listens to a view: the present one first, then each new one. `onProblem` hears why the server does not show it. Returns the
   * function that ends it.
   */
  watch<N extends ViewName>(
    topic: Topic & { view: N },
    listener: (view: Views[N], at: number) => void,
    onProblem?: (problem: Problem) => void,
  ): () => void {
    const key = topicKey(topic);
    const known = this.#watches.get(key);
    const watch: Watch = known ?? { topic, listeners: new Map(), last: null };
    // A listener of its own for each call, so that one function may watch twice.
    const own: Listener = (view, at) => listener(view as Views[N], at);
    watch.listeners.set(own, onProblem);
    if (!known) {
      this.#watches.set(key, watch);
      if (this.#socket.connected) this.#ask(watch);
    } else if (known.last) {
      const { view, at } = known.last;
      queueMicrotask(() => watch.listeners.has(own) && own(view, at));
    }
    return () => {
      watch.listeners.delete(own);
      if (watch.listeners.size > 0 || this.#watches.get(key) !== watch) return;
      this.#watches.delete(key);
      if (this.#socket.connected) this.#socket.emit('unwatch', topic);
    };
  }

  /**
   * Calls an operation. Rejects with a ProblemError: the server's, or `no-connection` when no answer came in time; what
   * was asked may then still have happened.
   */
  call<N extends OperationName>(
    operation: N,
    options: { params?: Record<string, string>; body?: BodyInput<N> } = {},
  ): Promise<AnswerOf<N>> {
    const body = { requestId: newRequestId(), ...(options.body as object | undefined) };
    return new Promise((resolve, reject) => {
      if (this.#problem) {
        reject(new ProblemError(this.#problem));
        return;
      }
      const pending: PendingCall = {
        call: { operation, params: options.params, body },
        settle: (reply) => {
          // Two answers can come to one request that was sent twice: the first one counts.
          if (!this.#pending.delete(pending)) return;
          clearTimeout(timer);
          if (reply.ok) resolve(reply.result as AnswerOf<N>);
          else reject(new ProblemError(reply.problem));
        },
      };
      const timer = setTimeout(() => pending.settle({ ok: false, problem: noConnection }), this.#callLimitMs);
      this.#pending.add(pending);
      if (this.#socket.connected) this.#send(pending);
    });
  }

  /** Ends the connection; calls under way are rejected. */
  close(): void {
    this.#watches.clear();
    this.#end(noConnection);
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#isClockCurrent = false;
      this.#heard();
      this.#become('online');
      for (const watch of this.#watches.values()) this.#ask(watch);
      for (const pending of this.#pending) this.#send(pending);
    });
    socket.on('view', (view) => this.#receive(view));
    socket.on('goodbye', (reason) => {
      if (reason === 'signed-out') this.#refuse(notSignedIn);
    });
    socket.on('connect_error', (error: Error & { data?: Problem }) => {
      if (error.data && !passing.includes(error.data.code)) this.#refuse(error.data);
      else {
        this.#become('lost');
        // After a refusal socket.io does not try again by itself.
        if (error.data) this.#tryAgain();
      }
    });
    socket.on('disconnect', (reason) => {
      if (this.#state === 'refused' || reason === 'io client disconnect') return;
      this.#become('lost');
      // Nor does it when the server closed the connection.
      if (reason === 'io server disconnect') this.#tryAgain();
    });
    socket.io.on('ping', () => this.#heard());
  }

  #tryAgain(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#socket.connect(), socketTiming.reconnectionDelay);
  }

  /** Nothing of this connection goes on. */
  #end(problem: Problem): void {
    clearTimeout(this.#timer);
    for (const pending of this.#pending) pending.settle({ ok: false, problem });
    this.#socket.disconnect();
  }

  #ask(watch: Watch): void {
    this.#socket.emit('watch', watch.topic, (reply) => {
      if (reply.ok) this.#receive(reply.result);
      else for (const onProblem of watch.listeners.values()) onProblem?.(reply.problem);
    });
  }

  #send(pending: PendingCall): void {
    this.#socket.emit('call', pending.call, (reply) => {
      // A server that is stopping did not do it: the next one gets the same request.
      if (!reply.ok && reply.problem.code === 'stopping') return;
      pending.settle(reply);
    });
  }

  #receive(live: LiveView): void {
    this.#heard();
    // The estimate that saw the least delay is the best one.
    const offset = live.at - performance.now();
    this.#clockOffset = this.#isClockCurrent ? Math.max(this.#clockOffset ?? offset, offset) : offset;
    this.#isClockCurrent = true;
    const watch = this.#watches.get(live.key);
    if (!watch) return;
    watch.last = live;
    for (const listener of [...watch.listeners.keys()]) listener(live.view, live.at);
  }

  #heard(): void {
    this.#heardAt = performance.now();
  }

  #refuse(problem: Problem): void {
    this.#problem = problem;
    this.#become('refused');
    this.#end(problem);
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.dispatchEvent(new Event('state'));
  }
}

const notSignedIn: Problem = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in' };

/** Refusals that end by themselves. */
const passing: readonly Problem['code'][] = ['stopping', 'internal', 'store-failed', 'too-many-requests'];
