import type { CounterTicket, CounterView, ProblemCode, Session } from '../../wire/client.ts';

/** Everything a clerk does by one key and one click. */
export const actions = [
  'open',
  'close',
  'pause',
  'resume',
  'next',
  'recall',
  'start',
  'finish',
  'absent',
  'park',
  'transfer',
  'reprint',
  'take',
  'help',
] as const;
export type Action = (typeof actions)[number];

/** Those that open a dialog first; the others are done at once. */
const asking = ['pause', 'transfer', 'take', 'help'] as const satisfies readonly Action[];
export type AskingAction = (typeof asking)[number];
export type DirectAction = Exclude<Action, AskingAction>;
export const asksFirst = (action: Action): action is AskingAction => asking.some((one) => one === action);

/** Letters that browsers leave alone without Ctrl or Alt. Where two actions share one, the state of the counter decides. */
export const keyOf: Record<Action, string> = {
  open: 'M',
  close: 'M',
  pause: 'T',
  resume: 'T',
  next: 'N',
  recall: 'R',
  start: 'B',
  finish: 'K',
  absent: 'V',
  park: 'G',
  transfer: 'C',
  reprint: 'I',
  take: 'L',
  help: '?',
};

/** Why an action cannot be done now, or null when it can. */
export type Refusals = Readonly<Record<Action, ProblemCode | null>>;

/**
 * What the rules allow in this state, so that a button is enabled only when it will be obeyed. The server decides again;
 * this is courtesy, not safety.
 */
export function refusals(view: CounterView, session: Session): Refusals {
  const isMine = (code: ProblemCode | null): ProblemCode | null => (isStrangers(view, session) ? 'not-yours' : code);
  const ifOpen = (code: ProblemCode | null): ProblemCode | null =>
    isMine(view.state === 'closed' ? 'counter-closed' : view.state === 'paused' ? 'counter-paused' : code);
  const ifFree = (code: ProblemCode | null): ProblemCode | null => ifOpen(view.ticket ? 'counter-busy' : code);
  const ifTicket = ifOpen(view.ticket ? null : 'no-ticket');
  const ifCalled = ifOpen(!view.ticket ? 'no-ticket' : view.ticket.status === 'called' ? null : 'not-called');
  return {
    open: view.state === 'closed' ? null : 'counter-taken',
    close: isMine(view.state === 'closed' ? 'counter-closed' : view.ticket ? 'counter-busy' : null),
    pause: ifFree(null),
    resume: isMine(view.state === 'paused' ? null : view.state === 'closed' ? 'counter-closed' : 'counter-not-paused'),
    next: ifFree(view.next === null ? 'nobody-waiting' : null),
    recall: ifCalled,
    start: ifCalled,
    finish: ifTicket,
    absent: ifCalled,
    park: ifTicket,
    transfer: ifTicket,
    reprint: isMine(view.ticket ? null : 'no-ticket'),
    take: null,
    help: null,
  };
}

/** Without the server there is nothing to do but look up the keys. */
export const refusalsWithoutServer: Refusals = {
  ...(Object.fromEntries(actions.map((action) => [action, 'no-connection'])) as Record<Action, ProblemCode>),
  help: null,
};

/** Whether somebody else works at the counter, for whom only a supervisor may act. */
const isStrangers = (view: CounterView, session: Session): boolean =>
  view.state !== 'closed' && session.role === 'clerk' && view.clerk !== session.user;

/** Whether a ticket of the lists may be transferred now: null, or why not. Any of them may be cancelled. */
export function moveRefusal(view: CounterView, session: Session, ticket: CounterTicket): ProblemCode | null {
  if (view.state === 'closed') return 'counter-closed';
  if (isStrangers(view, session)) return 'not-yours';
  return ticket.status === 'waiting' ? null : 'not-waiting';
}

/** Whether a ticket of the lists may be called now: null, or why not. */
export const callRefusal = (allowed: Refusals): ProblemCode | null =>
  allowed.next === 'nobody-waiting' ? null : allowed.next;

/** The one thing to do next. */
export function primaryAction(view: CounterView): Action {
  if (view.state === 'closed') return 'open';
  if (view.state === 'paused') return 'resume';
  if (!view.ticket) return 'next';
  return view.ticket.status === 'called' ? 'start' : 'finish';
}

/** The action of a letter in this state; null for a letter without one. */
export function actionOfKey(key: string, view: CounterView): Action | null {
  if (key === 'M') return view.state === 'closed' ? 'open' : 'close';
  if (key === 'T') return view.state === 'paused' ? 'resume' : 'pause';
  return actions.find((action) => keyOf[action] === key) ?? null;
}
