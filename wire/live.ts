import { z } from 'zod';
import type { OperationName } from './operations.ts';
import type { Problem } from './problem.ts';
import type { Topic } from './topic.ts';
import type { ViewName, Views } from './views.ts';

/** What a screen may watch. A shared rating panel watches with counter null. */
export const topicSchema = z.discriminatedUnion('view', [
  z.object({ view: z.enum(['centre', 'kiosk', 'board', 'supervisor', 'slips']) }),
  z.object({ view: z.literal('ticket'), ticket: z.string().max(64) }),
  z.object({ view: z.literal('counter'), counter: z.string().max(16) }),
  z.object({ view: z.literal('rating'), counter: z.string().max(16).nullable() }),
]) satisfies z.ZodType<Topic>;

/** A whole view as it travels. `at` is the server's clock (ms since 1970): screens count ages from it, not from their own. */
export interface LiveView<N extends ViewName = ViewName> {
  readonly key: string;
  readonly at: number;
  readonly view: Views[N];
}

/** An operation of the contract, sent through the socket instead of HTTP. */
export const callSchema = z.object({
  operation: z.string().max(40),
  params: z.record(z.string(), z.string().max(64)).default({}),
  body: z.unknown().optional(),
});

export interface Call {
  readonly operation: OperationName;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Reply<T> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly problem: Problem };

/** Events from a screen to the server. Every one is acknowledged. */
export interface ClientToServer {
  watch: (topic: Topic, reply: (reply: Reply<LiveView>) => void) => void;
  unwatch: (topic: Topic) => void;
  call: (call: Call, reply: (reply: Reply<unknown>) => void) => void;
}

/** Events from the server to a screen. */
export interface ServerToClient {
  view: (view: LiveView) => void;
  /** The server ends on purpose, or this session ended. */
  goodbye: (reason: 'stopping' | 'signed-out') => void;
}
