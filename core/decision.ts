import type { CommandMeta } from './command.ts';
import type { Event, Stamp } from './event.ts';
import type { Rejection } from './rejection.ts';

/** What the rules answer: the facts that follow, in order, or a refusal. An empty list means: already so. */
export type Decision = readonly Event[] | Rejection;

export const isRejection = (decision: Decision): decision is Rejection => 'rejected' in decision;

/** Who gave the command and when, as it stands in the events. */
export const stampOf = (meta: CommandMeta): Stamp => ({ at: meta.at, by: meta.actor.id });
