import type { z } from 'zod';
import { type OperationName, operations } from '../../wire/operations.ts';
import type { Context } from '../context.ts';
import { isAllowed, type Principal } from '../people/principal.ts';
import { Refusal } from '../problem.ts';
import * as centre from './centre.ts';
import * as counters from './counters.ts';
import type { Handler, Input, Result } from './operation.ts';
import * as people from './people.ts';
import * as printing from './printing.ts';
import * as tickets from './tickets.ts';

const handlers: { readonly [N in OperationName]: Handler<N> } = {
  ...centre,
  ...counters,
  ...people,
  ...printing,
  ...tickets,
};

/** What came in, not yet checked. */
export interface Raw {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly query: unknown;
  readonly principal: Principal;
  readonly address: string;
}

/** No id of ours is longer; longer ones would only fill the store. */
const longestParam = 64;

/** Checks who asks and what they ask, then does it. Throws Refusal; the same for HTTP and sockets. */
export async function dispatch(context: Context, name: OperationName, raw: Raw): Promise<Result<unknown>> {
  const operation = operations[name];
  if (!isAllowed(raw.principal, operation.who)) {
    throw new Refusal(raw.principal.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed');
  }
  for (const [path, value] of Object.entries(raw.params)) {
    if (value.length > longestParam) throw new Refusal('invalid-input', { fields: [{ path, message: 'too long' }] });
  }
  const input = {
    principal: raw.principal,
    params: raw.params,
    address: raw.address,
    body: check(operation.body, raw.body ?? {}),
    query: check(operation.query, raw.query ?? {}),
  };
  // The table pairs each name with its own schemas, which the compiler cannot follow through a variable name.
  const handler = handlers[name] as Handler<typeof name>;
  return handler(context, input as Input<typeof name>);
}

function check(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new Refusal('invalid-input', { fields });
}
