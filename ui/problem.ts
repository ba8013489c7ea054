import type { Problem } from '../wire/client.ts';
import { pageLanguage } from './language.ts';

/** A refusal of the server; `message` says it in the language of the page. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(pageLanguage.words.errors[problem.code]);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** What a call ends with when the server does not answer. */
export const noConnection: Problem = { type: 'about:blank', title: '', status: 503, code: 'no-connection' };

/** 24 random letters and digits. crypto.randomUUID is not there on a page that came by plain http. */
export function newRequestId(): string {
  const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => letters[byte % letters.length]).join('');
}
