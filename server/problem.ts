import type { ProblemCode } from '../wire/client.ts';

const statuses: Partial<Record<ProblemCode, number>> = {
  'invalid-input': 400,
  'score-unknown': 400,
  'reason-unknown': 400,
  'priority-unknown': 400,
  'not-signed-in': 401,
  'wrong-pin': 401,
  'not-yours': 403,
  'not-allowed': 403,
  'wrong-origin': 403,
  'wrong-code': 403,
  'ticket-unknown': 404,
  'counter-unknown': 404,
  'service-unknown': 404,
  'not-found': 404,
  'too-large': 413,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  internal: 500,
  'store-failed': 503,
  stopping: 503,
};

/** HTTP status of a code; refusals of the rules are conflicts with the present state. */
export const statusOf = (code: ProblemCode): number => statuses[code] ?? 409;

interface Details {
  /** For integrators and staff, in English. */
  readonly detail?: string;
  readonly fields?: { path: string; message: string }[];
  readonly retryAfterSeconds?: number;
}

/** A refusal on its way to the sender. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? code);
    this.code = code;
    this.details = details;
  }
}
