import { z } from 'zod';
import { rejectionCodes } from '../core/rejection.ts';

/** Codes besides the refusals of the rules. Stable. */
export const edgeCodes = [
  'invalid-input',
  'not-signed-in',
  'not-allowed',
  'wrong-origin',
  'wrong-pin',
  'too-many-attempts',
  'too-many-requests',
  'wrong-code',
  'not-found',
  'too-large',
  'request-id-reused',
  'store-failed',
  'stopping',
  'internal',
  'no-connection',
] as const;

export const problemCodes = [...rejectionCodes, ...edgeCodes] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457 problem details; `code` is what programs rely on, `fields` name bad input. */
export const problemSchema = z.object({
  type: z.string().describe('about:blank'),
  title: z.string().describe('What went wrong, in Vietnamese or English as the client asked'),
  status: z.number().int(),
  code: z.enum(problemCodes),
  detail: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export type Problem = z.infer<typeof problemSchema>;
