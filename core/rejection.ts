/** Every reason for which the rules refuse a command. Stable: integrators rely on them, lang/ words them. */
export const rejectionCodes = [
  'day-closed',
  'day-open',
  'service-unknown',
  'service-closed',
  'daily-limit',
  'priority-unknown',
  'ticket-unknown',
  'ticket-exists',
  'counter-unknown',
  'counter-closed',
  'counter-paused',
  'counter-not-paused',
  'counter-taken',
  'counter-busy',
  'clerk-elsewhere',
  'not-yours',
  'nobody-waiting',
  'no-ticket',
  'not-called',
  'not-waiting',
  'not-absent',
  'grace-over',
  'same-place',
  'not-finished',
  'already-rated',
  'score-unknown',
  'reason-unknown',
  'slip-unknown',
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

/** A refusal: nothing happened. */
export interface Rejection {
  readonly rejected: RejectionCode;
}

export const reject = (rejected: RejectionCode): Rejection => ({ rejected });
