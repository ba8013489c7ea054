import { describe, expect, it } from 'vitest';
import { isNewCall, plainState } from '../../display/phone/state.ts';
import { wordsOf } from '../../lang/index.ts';
import type { TicketView } from '../../wire/client.ts';
import { noon } from './calls.ts';

const waiting: TicketView = {
  id: 'key',
  number: 'A001',
  service: 'certify',
  status: 'waiting',
  priority: null,
  language: 'vi',
  issuedAt: noon,
  ahead: 4,
  expectedWait: null,
  counter: null,
  calledAt: null,
  recalls: 0,
  rated: false,
  slip: { copy: 1, state: 'printed', cause: null },
};
const called: TicketView = { ...waiting, status: 'called', ahead: null, counter: '3', calledAt: noon };

describe('what a citizen reads on the phone', () => {
  it.each(['vi', 'en'])('given any status, there are words and advice in %s', (language) => {
    const words = wordsOf(language).ticket;
    const statuses = [
      'waiting',
      'called',
      'serving',
      'absent',
      'parked',
      'done',
      'cancelled',
      'leftOvernight',
    ] as const;
    const states = statuses.map((status) => plainState({ ...waiting, status }, words));
    expect(new Set(states.map(({ heading }) => heading)).size).toBe(statuses.length);
    for (const { hint } of states) expect(hint).not.toBe('');
  });

  it('given a call, it names the counter', () => {
    expect(plainState(called, wordsOf('vi').ticket).heading).toBe('Mời ông/bà đến quầy 3');
  });

  it('given a call that was repeated, it says which one it is', () => {
    expect(plainState(called, wordsOf('vi').ticket).again).toBeUndefined();
    expect(plainState({ ...called, recalls: 1 }, wordsOf('vi').ticket).again).toBe('Mời lần 2');
  });

  it('given nobody ahead, it says so', () => {
    expect(plainState({ ...waiting, ahead: 0 }, wordsOf('vi').ticket).heading).toBe('Ông/bà là người tiếp theo');
  });
});

describe('when the phone makes itself felt', () => {
  it('given a call after waiting, it does', () => expect(isNewCall(waiting, called)).toBe(true));
  it('given a page that is opened during the call, it does', () => expect(isNewCall(undefined, called)).toBe(true));
  it('given the same call again, it does not', () => expect(isNewCall(called, { ...called })).toBe(false));
  it('given a later call, it does', () => expect(isNewCall(called, { ...called, calledAt: noon + 1 })).toBe(true));
  it('given the call repeated, it does', () => expect(isNewCall(called, { ...called, recalls: 1 })).toBe(true));
  it('given anything else, it does not', () => expect(isNewCall(called, { ...called, status: 'serving' })).toBe(false));
});
