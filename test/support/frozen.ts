import { TicketTable } from '../../core/ticket-table.ts';

/** Freezes a value and everything in it, maps too: whoever changes any of it gets an error. Gives the value itself. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    const refuse = () => {
      throw new TypeError('changed a frozen map');
    };
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
    for (const [key, item] of value) {
      frozen(key);
      frozen(item);
    }
  }
  if (value instanceof TicketTable) for (const ticket of value.values()) frozen(ticket);
  Object.freeze(value);
  for (const item of Object.values(value)) frozen(item);
  return value;
}
