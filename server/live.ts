import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { isLanguage } from '../lang/index.ts';
import type { ClientToServer, LiveView, ProblemCode, Reply, ServerToClient, Topic } from '../wire/client.ts';
import { callSchema, topicSchema } from '../wire/live.ts';
import { type OperationName, operations } from '../wire/operations.ts';
import { socketTiming, topicKey } from '../wire/topic.ts';
import type { Context } from './context.ts';
import { problemOf } from './http/problems.ts';
import type { Limits } from './limits.ts';
import { dispatch } from './operations/dispatch.ts';
import { mayWatch, viewOf } from './operations/views.ts';
import { nameOf, type Principal } from './people/principal.ts';
import { cookieToken, isSameOrigin, principalOf } from './people/recognise.ts';
import { Refusal } from './problem.ts';

interface SocketData {
  principal: Principal;
  /** The token that let it in: checked again for every call, since a session ends. */
  token: string | null;
  language: string;
}

type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** A topic that somebody watches, under the key its watchers know it by. */
interface Room {
  readonly key: string;
  readonly topic: Topic;
  /** JSON of the last view sent: the same is not sent again. */
  last: string;
}

/** More than any screen watches. */
const mostTopics = 30;
/** More than a hall full of phones behind one address. */
const mostSocketsOfAddress = 500;

/** These need HTTP: they set or clear the browser's cookie. */
const httpOnly: readonly OperationName[] = ['signIn', 'signOut'];

/** Whole views to every screen, and commands from them. */
export class Live {
  readonly #server: Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
  readonly #context: Context;
  readonly #limits: Limits;
  readonly #log: Logger;
  readonly #rooms = new Map<string, Room>();
  #publishing = false;

  constructor(http: HttpServer, context: Context, limits: Limits) {
    this.#context = context;
    this.#limits = limits;
    this.#log = context.log;
    this.#server = new Server(http, {
      pingInterval: socketTiming.pingInterval,
      pingTimeout: socketTiming.pingTimeout,
      maxHttpBufferSize: 256 * 1024,
      serveClient: false,
      allowRequest: (request, decide) => {
        const isOwn = isSameOrigin(request);
        decide(isOwn ? null : 'wrong-origin', isOwn);
      },
    });
    this.#server.use((socket, next) => this.#admit(socket, next));
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  /** Sends every watched view that changed, once per turn of the event loop however often it is asked for. */
  publish(): void {
    if (this.#publishing) return;
    this.#publishing = true;
    setImmediate(() => {
      this.#publishing = false;
      for (const [name, room] of this.#rooms) this.#publishRoom(name, room);
    });
  }

  /** Looks again at what changes with time alone, and ends the sockets of sessions that ended. */
  tick(): void {
    for (const socket of this.#server.sockets.sockets.values()) {
      const { token } = socket.data;
      if (token !== null && !principalOf(this.#context, token)) this.#dismiss(socket);
    }
    this.publish();
  }

  /** Ends the sockets of `staff:NAME`, `device:ID` or `session:TOKEN`. */
  expel(who: string): void {
    for (const socket of this.#server.sockets.sockets.values()) {
      const { principal, token } = socket.data;
      const names = [`session:${token}`];
      if (principal.kind === 'staff') names.push(`staff:${principal.user}`);
      if (principal.kind === 'device') names.push(`device:${principal.id}`);
      if (names.includes(who)) this.#dismiss(socket);
    }
  }

  #dismiss(socket: LiveSocket): void {
    socket.emit('goodbye', 'signed-out');
    socket.disconnect(true);
  }

  /** Tells every screen that the server stops, and ends the sockets. */
  async stop(): Promise<void> {
    this.#server.emit('goodbye', 'stopping');
    await this.#server.close();
  }

  #admit(socket: LiveSocket, next: (error?: Error) => void): void {
    const asked: unknown = socket.handshake.auth.token;
    const language: unknown = socket.handshake.auth.language;
    const token = typeof asked === 'string' ? asked : cookieToken(socket.request);
    const principal = token === null ? null : principalOf(this.#context, token);
    socket.data.language = typeof language === 'string' && isLanguage(language) ? language : 'vi';
    const { address } = socket.handshake;
    const sockets = [...this.#server.sockets.sockets.values()];
    if (sockets.filter((other) => other.handshake.address === address).length >= mostSocketsOfAddress) {
      next(this.#refused('too-many-requests', socket));
      return;
    }
    if (typeof asked === 'string' && !principal) {
      next(this.#refused('not-signed-in', socket));
      return;
    }
    socket.data.token = principal ? token : null;
    socket.data.principal = principal ?? { kind: 'anonymous' };
    next();
  }

  /** An error as Socket.io tells it to the screen, with the problem as its data. */
  #refused(code: ProblemCode, socket: LiveSocket): Error {
    return Object.assign(new Error(code), { data: this.#problem(new Refusal(code), socket) });
  }

  #welcome(socket: LiveSocket): void {
    const { principal } = socket.data;
    if (principal.kind === 'device') {
      this.#context.devices.seen(principal.id, 1);
      this.publish();
      socket.on('disconnect', () => {
        this.#context.devices.seen(principal.id, -1);
        this.publish();
      });
    }
    socket.on('disconnecting', () => {
      for (const name of socket.rooms) this.#leave(socket, name);
    });
    socket.on('watch', (topic, reply) => this.#answer(socket, reply, () => this.#watch(socket, topic)));
    socket.on('unwatch', (topic) => {
      const parsed = topicSchema.safeParse(topic);
      if (parsed.success) this.#leave(socket, roomName(parsed.data, this.#ownTopic(socket, parsed.data)));
    });
    socket.on('call', (call, reply) => this.#answer(socket, reply, () => this.#call(socket, call)));
  }

  async #watch(socket: LiveSocket, asked: unknown): Promise<LiveView> {
    const parsed = topicSchema.safeParse(asked);
    if (!parsed.success) throw new Refusal('invalid-input');
    const principal = this.#principal(socket);
    await this.#limits.count(nameOf(principal, socket.handshake.address), false);
    // Each socket is in a room of its own besides those of its topics.
    if (socket.rooms.size > mostTopics)
      throw new Refusal('too-many-requests', { detail: `${mostTopics} topics at most` });
    const topic = this.#ownTopic(socket, parsed.data);
    if (!mayWatch(principal, topic))
      throw new Refusal(principal.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed');
    const view = viewOf(this.#context, topic);
    const name = roomName(parsed.data, topic);
    await socket.join(name);
    const key = topicKey(parsed.data);
    if (!this.#rooms.has(name)) this.#rooms.set(name, { key, topic, last: JSON.stringify(view) });
    return { key, at: this.#context.clock(), view };
  }

  /** A panel that belongs to a counter need not say so: it means its own. */
  #ownTopic(socket: LiveSocket, topic: Topic): Topic {
    const { principal } = socket.data;
    const isOwn = topic.view === 'rating' && topic.counter === null && principal.kind === 'device';
    return isOwn ? { view: 'rating', counter: principal.counter } : topic;
  }

  #leave(socket: LiveSocket, name: string): void {
    void socket.leave(name);
    if ((this.#server.sockets.adapter.rooms.get(name)?.size ?? 0) === 0) this.#rooms.delete(name);
  }

  async #call(socket: LiveSocket, asked: unknown): Promise<unknown> {
    const parsed = callSchema.safeParse(asked);
    if (!parsed.success) throw new Refusal('invalid-input');
    const { operation: name, params, body } = parsed.data;
    if (!Object.hasOwn(operations, name)) throw new Refusal('not-found');
    const operation = name as OperationName;
    if (httpOnly.includes(operation)) throw new Refusal('not-allowed', { detail: 'by HTTP only' });
    const principal = this.#principal(socket);
    const address = socket.handshake.address;
    const isGet = operations[operation].method === 'GET';
    await this.#limits.count(nameOf(principal, address), !isGet);
    // A question's parameters travel in the body: a socket has no query string.
    const raw = { params, body: isGet ? undefined : body, query: isGet ? body : undefined, principal, address };
    return (await dispatch(this.#context, operation, raw)).body;
  }

  #principal(socket: LiveSocket): Principal {
    const { token } = socket.data;
    if (token === null) return socket.data.principal;
    const principal = principalOf(this.#context, token);
    if (!principal) throw new Refusal('not-signed-in');
    return principal;
  }

  #answer<T>(socket: LiveSocket, reply: unknown, work: () => Promise<T>): void {
    if (typeof reply !== 'function') return;
    const send = reply as (reply: Reply<T>) => void;
    work().then(
      (result) => send({ ok: true, result }),
      (error: unknown) => send({ ok: false, problem: this.#problem(error, socket) }),
    );
  }

  #problem(error: unknown, socket: LiveSocket) {
    return problemOf(error, socket.data.language, this.#log);
  }

  #publishRoom(name: string, room: Room): void {
    try {
      const view = viewOf(this.#context, room.topic);
      const text = JSON.stringify(view);
      if (text === room.last) return;
      room.last = text;
      this.#server.to(name).emit('view', { key: room.key, at: this.#context.clock(), view });
    } catch (error) {
      // What it was about is gone, such as yesterday's ticket: its watchers keep the last view.
      if (!(error instanceof Refusal))
        this.#log.error({ error: String(error), room: room.topic.view }, 'a view could not be made');
    }
  }
}

const roomName = (asked: Topic, meant: Topic): string => `${topicKey(asked)}>${topicKey(meant)}`;
