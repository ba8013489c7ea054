import type { CounterView, ProblemCode, Session } from '../../wire/client.ts';

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
  'help',
] as const;
export type Action = (typeof actions)[number];

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
  help: '?',
};

/** Why an action cannot be done now, or null when it can. */
export type Refusals = Readonly<Record<Action, ProblemCode | null>>;

/**
 * What the rules allow in this state, so that a button is enabled only when it will be obeyed. The server decides again;
 * this is courtesy, not safety.
 */
export function refusals(view: CounterView, session: Session): Refusals {
  const isStrangers = view.state !== 'closed' && session.role === 'clerk' && view.clerk !== session.user;
  const isMine = (code: ProblemCode | null): ProblemCode | null => (isStrangers ? 'not-yours' : code);
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
    help: null,
  };
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
