import type { Words } from '../../lang/words.ts';
import type { TicketView } from '../../wire/client.ts';

/** What a citizen reads: where the own ticket stands, and what to do. */
export interface PlainState {
  readonly heading: string;
  readonly hint: string;
  /** Which call of the same number it is, from the second one on. */
  readonly again?: string;
}

/** The state of a ticket in plain words. */
export function plainState(view: TicketView, words: Words['ticket']): PlainState {
  const counter = view.counter ?? '';
  switch (view.status) {
    case 'waiting':
      return view.ahead === 0
        ? { heading: words.youAreNext, hint: words.nextHint }
        : { heading: words.waiting, hint: words.waitingHint };
    case 'called':
      return {
        heading: words.called(counter),
        hint: words.calledHint,
        ...(view.recalls > 0 && { again: words.callTime(view.recalls + 1) }),
      };
    case 'serving':
      return { heading: words.serving(counter), hint: words.servingHint };
    case 'absent':
      return { heading: words.absent, hint: words.absentHint };
    case 'parked':
      return { heading: words.parked, hint: words.parkedHint };
    case 'done':
      return { heading: words.done, hint: words.doneHint };
    case 'cancelled':
      return { heading: words.cancelled, hint: words.cancelledHint };
    case 'leftOvernight':
      return { heading: words.leftOvernight, hint: words.leftOvernightHint };
  }
}

/** Whether the phone should make itself felt: the ticket was called, or called again, since the last view. A page opened late is in time. */
export function isNewCall(before: TicketView | undefined, view: TicketView): boolean {
  if (view.status !== 'called') return false;
  return before?.status !== 'called' || before.calledAt !== view.calledAt || before.recalls !== view.recalls;
}
