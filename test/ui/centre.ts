import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { Call, ClientToServer, LiveView, Problem, Reply, ServerToClient, Topic } from '../../wire/client.ts';
import { socketTiming } from '../../wire/client.ts';

type CentreSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, unknown>;

/** A server that speaks the live contract, with replies that a test chooses; it keeps what it was asked. */
export class Centre {
  readonly address: string;
  readonly watched: Topic[] = [];
  readonly unwatched: Topic[] = [];
  readonly called: Call[] = [];
  readonly tokens: unknown[] = [];
  readonly #server: Server<ClientToServer, ServerToClient>;

  private constructor(server: Server<ClientToServer, ServerToClient>, port: number) {
    this.#server = server;
    this.address = `http://127.0.0.1:${port}`;
  }

  /** `port` 0 takes a free one; a started-again server takes that of the one before. */
  static async start(
    answers: {
      port?: number;
      refuse?: (token: unknown) => Problem | null;
      watch?: (topic: Topic, reply: (reply: Reply<LiveView>) => void) => void;
      call?: (call: Call, reply: (reply: Reply<unknown>) => void, socket: CentreSocket) => void;
    } = {},
  ): Promise<Centre> {
    const http = createServer();
    const server = new Server<ClientToServer, ServerToClient>(http, socketTiming);
    http.listen(answers.port ?? 0, '127.0.0.1');
    await once(http, 'listening');
    const centre = new Centre(server, (http.address() as AddressInfo).port);
    server.use((socket, next) => {
      const { token } = socket.handshake.auth;
      centre.tokens.push(token);
      const problem = answers.refuse?.(token) ?? null;
      next(problem ? Object.assign(new Error(problem.code), { data: problem }) : undefined);
    });
    server.on('connection', (socket) => {
      socket.on('watch', (topic, reply) => {
        centre.watched.push(topic);
        answers.watch?.(topic, reply);
      });
      socket.on('unwatch', (topic) => void centre.unwatched.push(topic));
      socket.on('call', (call, reply) => {
        centre.called.push(call);
        answers.call?.(call, reply, socket);
      });
    });
    return centre;
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  publish(view: LiveView): void {
    this.#server.emit('view', view);
  }

  say(reason: 'stopping' | 'signed-out'): void {
    this.#server.emit('goodbye', reason);
  }

  async stop(): Promise<void> {
    await this.#server.close();
  }
}
