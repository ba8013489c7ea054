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
  // A path such as /api/tickets/%E0%A4 cannot be decoded.
  if (error instanceof URIError) return new Refusal('invalid-input', { detail: 'the address is not valid' });
  // Express and its parsers mark with a status what is the sender's mistake.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 404) return new Refusal('not-found');
  if (status === 413) return new Refusal('too-large');
  return status >= 400 && status < 500
    ? new Refusal('invalid-input', { detail: 'the address or the body (JSON in UTF-8) is not valid' })
    : null;
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
