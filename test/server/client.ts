import { expect } from 'vitest';
import { demonstrationPin } from '../../server/demo.ts';
import type { AnswerOf, BodyInput, OperationName, Problem } from '../../wire/client.ts';
import { operations } from '../../wire/operations.ts';
import { problemSchema } from '../../wire/problem.ts';

export interface Sent<Body> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

type Untouched<T> = T extends object ? { readonly [K in keyof T]: Untouched<T[K]> } : T;
type Fitting<N extends OperationName> = Sent<Untouched<BodyInput<N>>>;

/** Operations that some client of this test file did with success. */
export const succeeded = new Set<OperationName>();

/** A program that speaks HTTP with a server and holds every answer against the contract. */
export class Client {
  readonly url: string;
  readonly token: string | null;

  constructor(url: string, token: string | null = null) {
    this.url = url;
    this.token = token;
  }

  /** Sends whatever is asked for, also what the contract forbids. */
  send(name: OperationName, { params = {}, query = {}, body, headers = {} }: Sent<unknown> = {}) {
    const { method, path } = operations[name];
    const address = new URL(
      path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? '')),
      this.url,
    );
    for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value);
    return fetch(address, {
      method,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** The answer of an operation that succeeds; it holds what the contract says and nothing else. */
  async ok<N extends OperationName>(name: N, sent: Fitting<N> = {}): Promise<AnswerOf<N>> {
    return (await this.okWithStatus(name, sent)).answer;
  }

  async okWithStatus<N extends OperationName>(
    name: N,
    sent: Fitting<N> = {},
  ): Promise<{ status: number; headers: Headers; answer: AnswerOf<N> }> {
    const response = await this.send(name, sent);
    const answer: unknown = await response.json();
    expect(answer, `${name} is refused`).not.toHaveProperty('title');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect([200, 201]).toContain(response.status);
    const known = operations[name].answer.parse(answer);
    expect(answer, `${name} answers what the contract says`).toEqual(known);
    succeeded.add(name);
    return { status: response.status, headers: response.headers, answer: known as AnswerOf<N> };
  }

  /** The problem details of an operation that is refused. */
  async refused(name: OperationName, sent: Sent<unknown> = {}): Promise<Problem> {
    return problemIn(await this.send(name, sent));
  }
}

/** The problem details in a response, held against RFC 9457 and the contract. */
export async function problemIn(response: Response): Promise<Problem> {
  const body: unknown = await response.json();
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(body);
  expect(body).toEqual(problem);
  expect(problem.status).toBe(response.status);
  expect(problem.type).toBe('about:blank');
  expect(problem.title).not.toBe('');
  if (problem.retryAfterSeconds !== undefined)
    expect(response.headers.get('retry-after')).toBe(String(problem.retryAfterSeconds));
  return problem;
}

/** A client with the session of a member of staff; in the demonstration the PIN is known. */
export async function signedIn(url: string, user: string, pin: string = demonstrationPin): Promise<Client> {
  const { token } = await new Client(url).ok('signIn', { body: { user, pin } });
  return new Client(url, token);
}

let requests = 0;
/** A request id that no other request has. */
export const newRequestId = (): string => {
  requests += 1;
  return `request-${requests}`;
};

export const take = (client: Client, service = 'chung-thuc'): Promise<AnswerOf<'takeTicket'>> =>
  client.ok('takeTicket', { body: { requestId: newRequestId(), service } });

/** Calls, serves and finishes the next visit at a counter; gives the ticket's id. */
export async function serveNext(client: Client, counter: string): Promise<string> {
  const called = await client.ok('callNext', { params: { counter }, body: {} });
  await client.ok('startService', { params: { counter }, body: {} });
  await client.ok('finishVisit', { params: { counter }, body: { outcome: 'received' } });
  return called.ticket?.id ?? '';
}
