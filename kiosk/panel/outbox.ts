import { type Connection, ProblemError } from '../../ui/connection.ts';
import { newRequestId } from '../../ui/problem.ts';
import type { ProblemCode } from '../../wire/client.ts';
import { isPassing } from '../passing.ts';
import type { Answer, Thanks } from './flow.ts';

const retryMs = 5000;

/** What became of a mark. */
export type Delivery = { readonly how: Thanks } | { readonly refused: ProblemCode };

/** Sends marks, and goes on trying with those that the server could not take yet: no mark is lost to a short outage. */
export class Outbox {
  readonly #connection: () => Connection | null;
  readonly #kept = new Map<string, Answer>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: () => Connection | null) {
    this.#connection = connection;
  }

  /** Sends a mark once. `kept`: it is tried again by itself until the server takes or refuses it. */
  async deliver(answer: Answer): Promise<Delivery> {
    const connection = this.#connection();
    if (connection === null) return this.#keep(answer);
    const { requestId, ticket, score, reasons } = answer;
    try {
      await connection.call('rateVisit', { params: { ticket }, body: { requestId, score, reasons: [...reasons] } });
      return { how: 'taken' };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code } = error.problem;
      if (code === 'already-rated') return { how: 'already-rated' };
      if (isPassing(code)) return this.#keep(answer);
      // The reasons were changed in the settings meanwhile: the mark itself still counts.
      if (code === 'reason-unknown' && reasons.length > 0)
        return this.deliver({ ...answer, requestId: newRequestId(), reasons: [] });
      return { refused: code };
    }
  }

  #keep(answer: Answer): Delivery {
    this.#kept.set(answer.ticket, answer);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#sendKept(), retryMs);
    return { how: 'kept' };
  }

  #sendKept(): void {
    const kept = [...this.#kept.values()];
    this.#kept.clear();
    for (const answer of kept) void this.deliver(answer);
  }
}
