import type { Command } from '../../core/command.ts';
import type { RejectionCode } from '../../core/rejection.ts';
import type { AnswerOf, BodyOf, OperationName, QueryOf } from '../../wire/operations.ts';
import type { Moment, Outcome } from '../centre.ts';
import type { Context } from '../context.ts';
import { actorOf, type Principal } from '../people/principal.ts';
import { Refusal } from '../problem.ts';

/** A checked request: whatever reaches a handler fits the contract. */
export interface Input<N extends OperationName> {
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly body: BodyOf<N>;
  readonly query: QueryOf<N>;
  /** Network address of the sender: for delays only, never stored. */
  readonly address: string;
}

export interface Result<T> {
  readonly status: number;
  readonly body: T;
}

export type Handler<N extends OperationName> = (context: Context, input: Input<N>) => Promise<Result<AnswerOf<N>>>;

export const ok = <T>(body: T): Result<T> => ({ status: 200, body });

/** Gives a command to the centre and its answer back; a refusal of the rules is thrown as Refusal. */
export async function command<T>(
  context: Context,
  principal: Principal,
  given: Command,
  requestId: string | undefined,
  answer: (moment: Moment) => T,
): Promise<{ value: T; repeated: boolean }> {
  const outcome: Outcome<T> = await context.centre.execute({
    command: given,
    actor: actorOf(principal),
    requestId: requestId ?? null,
    answer,
  });
  if (!outcome.ok)
    throw new Refusal(outcome.code satisfies RejectionCode | 'request-id-reused' | 'store-failed' | 'stopping');
  return outcome;
}
