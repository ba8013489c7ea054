import type { ProblemCode, RatableVisit } from '../../wire/client.ts';

/** A mark as it is sent. The id stays the same when it is sent again. */
export interface Answer {
  readonly requestId: string;
  readonly ticket: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** `kept`: the server cannot be reached, the mark is sent when it is back. */
export type Thanks = 'taken' | 'already-rated' | 'kept';

export type PanelStep =
  | { readonly name: 'asleep' }
  | { readonly name: 'asking'; readonly visit: RatableVisit }
  | { readonly name: 'reasons'; readonly visit: RatableVisit; readonly answer: Answer }
  | { readonly name: 'sending'; readonly visit: RatableVisit; readonly answer: Answer }
  | { readonly name: 'thanks'; readonly visit: RatableVisit; readonly how: Thanks }
  | { readonly name: 'problem'; readonly visit: RatableVisit; readonly code: ProblemCode };

export interface Panel {
  readonly step: PanelStep;
  /** The visit that the server would have rated now. */
  readonly offered: RatableVisit | null;
  /** Tickets answered here: the panel never wakes for one of them again, even if the server hears of it later. */
  readonly answered: ReadonlySet<string>;
}

export type PanelEvent =
  | { readonly type: 'offer'; readonly visit: RatableVisit | null }
  | { readonly type: 'mark'; readonly score: number; readonly asksReasons: boolean; readonly requestId: string }
  | { readonly type: 'toggle-reason'; readonly reason: string }
  | { readonly type: 'change-mark' }
  /** With the reasons chosen so far. */
  | { readonly type: 'send' }
  /** Without reasons; the mark itself is sent. */
  | { readonly type: 'skip' }
  | { readonly type: 'thank'; readonly ticket: string; readonly how: Thanks }
  | { readonly type: 'refused'; readonly ticket: string; readonly code: ProblemCode }
  /** Nobody answers, or everything is said. */
  | { readonly type: 'sleep' };

export const asleep: Panel = { step: { name: 'asleep' }, offered: null, answered: new Set() };

/** The next state of the panel. Events that do not belong to the present step change nothing: one mark a visit. */
export function reducePanel(panel: Panel, event: PanelEvent): Panel {
  const { step } = panel;
  if (event.type === 'offer') return offer({ ...panel, offered: event.visit });
  if (event.type === 'sleep') return sleep(panel);
  switch (step.name) {
    case 'asking':
      return event.type === 'mark' ? mark(panel, step.visit, event) : panel;
    case 'reasons':
      if (event.type === 'change-mark') return { ...panel, step: { name: 'asking', visit: step.visit } };
      if (event.type === 'send') return sending(panel, step.visit, step.answer);
      if (event.type === 'skip') return sending(panel, step.visit, { ...step.answer, reasons: [] });
      return event.type === 'toggle-reason' ? { ...panel, step: toggle(step, event.reason) } : panel;
    case 'sending':
      if (!('ticket' in event) || event.ticket !== step.visit.ticket) return panel;
      if (event.type === 'thank') return { ...panel, step: { name: 'thanks', visit: step.visit, how: event.how } };
      return { ...panel, step: { name: 'problem', visit: step.visit, code: event.code } };
    case 'asleep':
    case 'thanks':
    case 'problem':
      return panel;
  }
}

/** A sleeping panel wakes; an untouched question follows the server; whoever answers is never interrupted. */
function offer(panel: Panel): Panel {
  const { step, offered, answered } = panel;
  if (step.name !== 'asleep' && step.name !== 'asking') return panel;
  if (offered === null || answered.has(offered.ticket)) return { ...panel, step: { name: 'asleep' } };
  if (step.name === 'asking' && step.visit.ticket === offered.ticket) return panel;
  return { ...panel, step: { name: 'asking', visit: offered } };
}

function sleep(panel: Panel): Panel {
  const { step, answered } = panel;
  if (step.name === 'asleep') return panel;
  // Whoever did not answer is not asked again by the same visit.
  const done = new Set(answered).add(step.visit.ticket);
  return offer({ ...panel, step: { name: 'asleep' }, answered: done });
}

function mark(panel: Panel, visit: RatableVisit, event: PanelEvent & { type: 'mark' }): Panel {
  const answer = { requestId: event.requestId, ticket: visit.ticket, score: event.score, reasons: [] };
  return event.asksReasons ? { ...panel, step: { name: 'reasons', visit, answer } } : sending(panel, visit, answer);
}

const sending = (panel: Panel, visit: RatableVisit, answer: Answer): Panel => ({
  ...panel,
  answered: new Set(panel.answered).add(visit.ticket),
  step: { name: 'sending', visit, answer },
});

function toggle(step: PanelStep & { name: 'reasons' }, reason: string): PanelStep {
  const { reasons } = step.answer;
  const changed = reasons.includes(reason) ? reasons.filter((id) => id !== reason) : [...reasons, reason];
  return { ...step, answer: { ...step.answer, reasons: changed } };
}
