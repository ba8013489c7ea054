import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { wordsOf } from '../../lang/index.ts';
import type { Problem } from '../../wire/client.ts';
import { Refusal, statusOf } from '../problem.ts';

/** The problem details (RFC 9457) of whatever was thrown; the unexpected is logged and told as `internal`. */
export function problemOf(error: unknown, language: string, log: Logger): Problem {
  const refusal = asRefusal(error);
  if (!refusal) log.error({ error: error instanceof Error ? error.stack : String(error) }, 'unexpected failure');
  const code = refusal?.code ?? 'internal';
  return {
    type: 'about:blank',
    title: wordsOf(language).errors[code],
    status: statusOf(code),
    code,
    ...refusal?.details,
  };
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  // Express's body parser marks its refusals with a type.
  const type = error instanceof Error && 'type' in error ? String(error.type) : '';
  if (type === 'entity.too.large') return new Refusal('too-large');
  if (
    type.startsWith('entity.') ||
    type.startsWith('encoding.') ||
    type.startsWith('charset.') ||
    type === 'request.aborted'
  ) {
    return new Refusal('invalid-input', { detail: 'the body is not valid JSON' });
  }
  // A path such as /api/tickets/%E0%A4 cannot be decoded.
  return error instanceof URIError ? new Refusal('invalid-input', { detail: 'the address is not valid' }) : null;
}

export const languageOf = (request: Request): string => request.acceptsLanguages('vi', 'en') || 'vi';

/** The last handler: every failure leaves as problem details. */
export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error, languageOf(request), log);
    if (problem.retryAfterSeconds !== undefined) response.set('Retry-After', String(problem.retryAfterSeconds));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
