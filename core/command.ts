import type { Outcome } from './ticket.ts';

/** Who gives a command, as the server knows them after sign-in. */
export type Actor =
  | {
      readonly role: 'clerk';
      readonly id: string /** counters this clerk may work at */;
      readonly counters: readonly string[];
    }
  | { readonly role: 'supervisor' | 'administrator'; readonly id: string }
  | { readonly role: 'device' | 'citizen' | 'system'; readonly id: string };

/** Time (ms since 1970) and sender: the decider has neither clock nor session. */
export interface CommandMeta {
  readonly at: number;
  readonly actor: Actor;
}

type AtCounter = { readonly counter: string };

export type Command =
  | { readonly type: 'OpenDay' }
  | {
      readonly type: 'TakeTicket';
      /** Made by the server, not guessable. */
      readonly ticket: string;
      readonly service: string;
      readonly priority: string | null;
      readonly language: string;
    }
  | ({ readonly type: 'OpenCounter' } & AtCounter)
  | ({ readonly type: 'CloseCounter' } & AtCounter)
  | ({ readonly type: 'PauseCounter'; readonly reason: string } & AtCounter)
  | ({ readonly type: 'ResumeCounter' } & AtCounter)
  | ({ readonly type: 'CallNext' } & AtCounter)
  | ({ readonly type: 'CallTicket'; readonly ticket: string } & AtCounter)
  | ({ readonly type: 'RepeatCall' } & AtCounter)
  | ({ readonly type: 'StartService' } & AtCounter)
  | ({
      readonly type: 'FinishVisit';
      readonly outcome: Outcome | null;
      readonly procedures: readonly string[];
      readonly dossiers: number;
    } & AtCounter)
  | ({ readonly type: 'MarkAbsent' } & AtCounter)
  | ({ readonly type: 'ParkTicket' } & AtCounter)
  | ({
      readonly type: 'TransferTicket';
      /** null = the ticket at the counter */
      readonly ticket: string | null;
      readonly to: { readonly service: string } | { readonly counter: string };
      readonly place: 'first' | 'original';
    } & AtCounter)
  | { readonly type: 'ReturnTicket'; readonly ticket: string }
  | { readonly type: 'CancelTicket'; readonly ticket: string }
  | {
      readonly type: 'RateVisit';
      readonly ticket: string;
      readonly score: number;
      readonly reasons: readonly string[];
      readonly comment: string | null;
    }
  | { readonly type: 'ReprintSlip'; readonly ticket: string }
  | {
      readonly type: 'RecordSlip';
      readonly ticket: string;
      readonly copy: number;
      readonly result: { readonly state: 'sending' | 'printed' } | { readonly state: 'failed'; readonly cause: string };
    }
  | { readonly type: 'CloseDay' };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
