import { noConnection } from '../../ui/problem.ts';
import type { AnswerOf, BodyInput, OperationName, Problem } from '../../wire/client.ts';

/** An answer of the server, or why there is none. */
export type Outcome<N extends OperationName> =
  | { readonly ok: true; readonly result: AnswerOf<N> }
  | { readonly ok: false; readonly problem: Problem };

/** Who is signed in by the cookie of this browser. Refused with `not-signed-in` when nobody is. */
export const readSession = () => ask<'session'>('GET', '/api/session');

/** Signs in: the server sets the cookie. Refused with `wrong-pin` or `too-many-attempts` (then with retryAfterSeconds). */
export const signIn = (body: BodyInput<'signIn'>) => ask<'signIn'>('POST', '/api/session', body);

/** Ends the session and its cookie. */
export const signOut = () => ask<'signOut'>('DELETE', '/api/session');

/** Makes the first administrator with the server's one-time code. Refused with `wrong-code`. */
export const setUp = (body: BodyInput<'setUp'>) => ask<'setUp'>('POST', '/api/setup', body);

/**
 * These few go over HTTP, since only an HTTP answer can set a cookie; everything later goes through the socket, except what
 * takes longer than a call there may.
 */
export async function ask<N extends OperationName>(
  method: string,
  path: string,
  body?: BodyInput<N>,
): Promise<Outcome<N>> {
  try {
    const response = await fetch(path, {
      method,
      ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    return response.ok ? { ok: true, result: answer as AnswerOf<N> } : { ok: false, problem: answer as Problem };
  } catch {
    return { ok: false, problem: noConnection }; // No network, or something else than our server answered.
  }
}
