import type { BoardCall } from '../../wire/client.ts';

/** Noon in Ho Chi Minh City, ms since 1970. */
export const noon = Date.parse('2026-03-02T12:00:00+07:00');

/** A call as the board's view has it: made `agoSeconds` before noon. */
export function call(id: string, agoSeconds = 0, more: Partial<BoardCall> = {}): BoardCall {
  return { id, number: `A00${id}`, counter: '1', language: 'vi', at: noon - agoSeconds * 1000, time: 1, ...more };
}
