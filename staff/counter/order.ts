import type { CounterTicket, CounterView } from '../../wire/client.ts';

/**
 * The waiting tickets as this counter will call them: the next one, then service after service as the counter prefers them.
 * The lines come in order already. Whom the rules call afterwards may differ where priority citizens are interleaved across services.
 */
export function callingOrder(view: CounterView): CounterTicket[] {
  const rank = (ticket: CounterTicket): number =>
    ticket.id === view.next ? -Infinity : view.services.indexOf(ticket.service);
  return [...view.waiting].sort((a, b) => rank(a) - rank(b) || 0);
}
