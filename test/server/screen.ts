import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import type {
  AnswerOf,
  BodyInput,
  Call,
  ClientToServer,
  LiveView,
  OperationName,
  Problem,
  Reply,
  ServerToClient,
  Topic,
  ViewName,
} from '../../wire/client.ts';

/** A screen as the server sees it: a real socket, what it was sent, and what it asks. */
export class Screen {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly views: LiveView[] = [];
  readonly goodbyes: string[] = [];

  constructor(url: string, options: { token?: string; headers?: Record<string, string>; auth?: object } = {}) {
    this.socket = io(url, {
      auth: options.auth ?? (options.token === undefined ? {} : { token: options.token }),
      transports: ['websocket'],
      extraHeaders: options.headers ?? {},
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    this.socket.on('view', (view) => void this.views.push(view));
    this.socket.on('goodbye', (reason) => void this.goodbyes.push(reason));
  }

  async connected(): Promise<this> {
    if (!this.socket.connected) await once(this.socket as never, 'connect');
    return this;
  }

  /** The first view, or why it is refused. */
  watch<N extends ViewName>(topic: Topic & { view: N }): Promise<Reply<LiveView<N>>> {
    return this.socket.emitWithAck('watch', topic as never) as Promise<Reply<LiveView<N>>>;
  }

  async see<N extends ViewName>(topic: Topic & { view: N }): Promise<LiveView<N>> {
    return resultOf(await this.watch<N>(topic));
  }

  /** Asks for an operation; gives the answer or why it is refused. */
  call<N extends OperationName>(
    operation: N,
    { params, body }: { params?: Record<string, string>; body?: BodyInput<N> } = {},
  ): Promise<Reply<AnswerOf<N>>> {
    const call: Call = { operation, params: params ?? {}, body };
    return this.socket.emitWithAck('call', call) as Promise<Reply<AnswerOf<N>>>;
  }

  async ok<N extends OperationName>(
    operation: N,
    sent: { params?: Record<string, string>; body?: BodyInput<N> } = {},
  ): Promise<AnswerOf<N>> {
    return resultOf(await this.call(operation, sent));
  }

  async refused(
    operation: OperationName,
    sent: { params?: Record<string, string>; body?: unknown } = {},
  ): Promise<Problem> {
    return problemOf(await this.call(operation, sent as never));
  }

  /** Resolves when everything the server sent before now has arrived: answers keep their order. */
  async settled(): Promise<void> {
    await this.socket.emitWithAck('call', { operation: 'health', params: {} });
    await this.socket.emitWithAck('call', { operation: 'health', params: {} });
  }

  /** The views of one topic so far. */
  viewsOf(key: string): LiveView[] {
    return this.views.filter((view) => view.key === key);
  }

  close(): void {
    this.socket.close();
  }
}

function resultOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.problem.code}`);
  return reply.result;
}

export function problemOf(reply: Reply<unknown>): Problem {
  if (reply.ok) throw new Error('it was not refused');
  return reply.problem;
}
