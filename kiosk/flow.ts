import type { Language } from '../lang/names.ts';
import type { ProblemCode, TicketReceipt } from '../wire/client.ts';

/** What a citizen asks for. The id stays the same when it is tried again, so that the server never gives two tickets for it. */
export interface Choice {
  readonly requestId: string;
  readonly service: string;
  readonly priority: string | null;
}

/** Where the citizen is: one question a step. */
export type Step =
  | { readonly name: 'start' }
  | { readonly name: 'service' }
  | { readonly name: 'priority'; readonly service: string }
  | { readonly name: 'taking'; readonly choice: Choice }
  | { readonly name: 'ticket'; readonly receipt: TicketReceipt }
  | { readonly name: 'problem'; readonly code: ProblemCode; readonly choice: Choice };

export interface Flow {
  readonly step: Step;
  /** Page of the services, kept while a citizen goes on and comes back. First page 0. */
  readonly page: number;
  readonly language: Language;
  readonly largeText: boolean;
  readonly highContrast: boolean;
}

export type FlowEvent =
  | { readonly type: 'begin' }
  | { readonly type: 'turn-page'; readonly page: number }
  | {
      readonly type: 'choose-service';
      readonly service: string;
      /** False where the centre knows no priorities: that question is left out. */
      readonly asksPriority: boolean;
      readonly requestId: string;
    }
  | { readonly type: 'choose-priority'; readonly priority: string | null; readonly requestId: string }
  | { readonly type: 'taken'; readonly requestId: string; readonly receipt: TicketReceipt }
  | { readonly type: 'refused'; readonly requestId: string; readonly code: ProblemCode }
  | { readonly type: 'try-again' }
  | { readonly type: 'choose-again' }
  | { readonly type: 'back' }
  | { readonly type: 'start-over' }
  /** The citizen has gone, or is done: the next one finds the kiosk as it always is. */
  | { readonly type: 'leave' }
  | { readonly type: 'speak'; readonly language: Language }
  | { readonly type: 'enlarge'; readonly on: boolean }
  | { readonly type: 'contrast'; readonly on: boolean };

/** The kiosk as each citizen finds it: the first screen, in Vietnamese. */
export const atStart: Flow = {
  step: { name: 'start' },
  page: 0,
  language: 'vi',
  largeText: false,
  highContrast: false,
};

/** The next state of the kiosk. An event that does not belong to the present step, such as a second tap, changes nothing. */
export function reduce(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'speak':
      return { ...flow, language: event.language };
    case 'enlarge':
      return { ...flow, largeText: event.on };
    case 'contrast':
      return { ...flow, highContrast: event.on };
    case 'leave':
      return atStart;
    case 'start-over':
      // A ticket being taken is waited for: it would be lost to the citizen, not to the queue.
      return flow.step.name === 'taking' ? flow : { ...flow, page: 0, step: { name: 'start' } };
    case 'turn-page':
      return flow.step.name === 'service' ? { ...flow, page: Math.max(0, event.page) } : flow;
    default: {
      const step = nextStep(flow.step, event);
      return step === flow.step ? flow : { ...flow, step };
    }
  }
}

type StepEvent = Exclude<FlowEvent, { type: 'speak' | 'enlarge' | 'contrast' | 'leave' | 'start-over' | 'turn-page' }>;

function nextStep(step: Step, event: StepEvent): Step {
  switch (step.name) {
    case 'start':
      return event.type === 'begin' ? { name: 'service' } : step;
    case 'service':
      if (event.type === 'back') return { name: 'start' };
      if (event.type !== 'choose-service') return step;
      return event.asksPriority ? { name: 'priority', service: event.service } : takingOf(event.service, null, event);
    case 'priority':
      if (event.type === 'back') return { name: 'service' };
      return event.type === 'choose-priority' ? takingOf(step.service, event.priority, event) : step;
    case 'taking':
      if ('requestId' in event && event.requestId !== step.choice.requestId) return step;
      if (event.type === 'taken') return { name: 'ticket', receipt: event.receipt };
      return event.type === 'refused' ? { name: 'problem', code: event.code, choice: step.choice } : step;
    case 'problem':
      if (event.type === 'try-again') return { name: 'taking', choice: step.choice };
      return event.type === 'choose-again' || event.type === 'back' ? { name: 'service' } : step;
    case 'ticket':
      return step;
  }
}

const takingOf = (service: string, priority: string | null, event: { readonly requestId: string }): Step => ({
  name: 'taking',
  choice: { requestId: event.requestId, service, priority },
});
