import type { Event } from './event.ts';

/** Work that follows from a committed event, outside of the rules. */
export interface Effect {
  readonly kind: 'print';
  readonly ticket: string;
  readonly copy: number;
}

/** What has to be done because of an event, or null. */
export function react(event: Event): Effect | null {
  switch (event.type) {
    case 'TicketTaken':
      return { kind: 'print', ticket: event.ticket, copy: 1 };
    case 'SlipRequested':
      return { kind: 'print', ticket: event.ticket, copy: event.copy };
    default:
      return null;
  }
}
