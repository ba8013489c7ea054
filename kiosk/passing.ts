import type { ProblemCode } from '../wire/client.ts';

const passing: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'no-connection',
  'stopping',
  'store-failed',
  'internal',
  'too-many-requests',
]);

/** Whether the same request may succeed when it is sent again: nothing about it was wrong. */
export const isPassing = (code: ProblemCode): boolean => passing.has(code);
