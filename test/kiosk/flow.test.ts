import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atStart, type Flow, type FlowEvent, reduce } from '../../kiosk/flow.ts';
import { isPassing } from '../../kiosk/passing.ts';
import type { TicketReceipt } from '../../wire/client.ts';

const receipt: TicketReceipt = {
  id: 'a-key',
  number: 'A012',
  service: 'chung-thuc',
  issuedAt: 0,
  ahead: 3,
  expectedWait: null,
};
const choose = (asksPriority = true): FlowEvent => ({
  type: 'choose-service',
  service: 'chung-thuc',
  asksPriority,
  requestId: 'first',
});
const noPriority: FlowEvent = { type: 'choose-priority', priority: null, requestId: 'second' };

const given = (...events: FlowEvent[]) => ({
  when: (event: FlowEvent): Flow => reduce(events.reduce(reduce, atStart), event),
});

describe('the steps of the kiosk', () => {
  it('given the first screen, when a citizen begins, then the services are asked', () => {
    expect(given().when({ type: 'begin' }).step).toEqual({ name: 'service' });
  });

  it('given the services, when one is chosen, then the priority is asked', () => {
    expect(given({ type: 'begin' }).when(choose()).step).toEqual({ name: 'priority', service: 'chung-thuc' });
  });

  it('given a centre without priorities, when a service is chosen, then the number is taken at once', () => {
    expect(given({ type: 'begin' }).when(choose(false)).step).toEqual({
      name: 'taking',
      choice: { requestId: 'first', service: 'chung-thuc', priority: null },
    });
  });

  it('given the priority was just answered, when it is tapped again, then nothing changes: one ticket', () => {
    const again: FlowEvent = { type: 'choose-priority', priority: 'elderly', requestId: 'third' };
    const before = given({ type: 'begin' }, choose()).when(noPriority);
    expect(reduce(before, again)).toBe(before);
  });

  it('given a number is being taken, when its receipt comes, then it is shown', () => {
    const flow = given({ type: 'begin' }, choose(), noPriority).when({ type: 'taken', requestId: 'second', receipt });
    expect(flow.step).toEqual({ name: 'ticket', receipt });
  });

  it('given a number is being taken, when a receipt of an older request comes, then it is not shown', () => {
    const flow = given({ type: 'begin' }, choose(), noPriority).when({ type: 'taken', requestId: 'first', receipt });
    expect(flow.step.name).toBe('taking');
  });

  it.each(['start-over', 'back'] as const)('given a number is being taken, when %s, then it is waited for', (type) => {
    expect(given({ type: 'begin' }, choose(), noPriority).when({ type }).step.name).toBe('taking');
  });

  it('given a refusal that passes, when it is tried again, then with the same request', () => {
    const flow = given({ type: 'begin' }, choose(), noPriority, {
      type: 'refused',
      requestId: 'second',
      code: 'no-connection',
    }).when({ type: 'try-again' });
    expect(flow.step).toEqual({
      name: 'taking',
      choice: { requestId: 'second', service: 'chung-thuc', priority: null },
    });
    expect(isPassing('no-connection')).toBe(true);
  });

  it('given a service that closed, when its number is refused, then another service can be chosen', () => {
    const flow = given({ type: 'begin' }, choose(), noPriority, {
      type: 'refused',
      requestId: 'second',
      code: 'service-closed',
    }).when({ type: 'choose-again' });
    expect(flow.step).toEqual({ name: 'service' });
    expect(isPassing('service-closed')).toBe(false);
  });

  it('given the second page of services, when a citizen goes on and comes back, then the same page is there', () => {
    const flow = given({ type: 'begin' }, { type: 'turn-page', page: 1 }, choose()).when({ type: 'back' });
    expect(flow).toMatchObject({ step: { name: 'service' }, page: 1 });
  });

  it('given English, when the citizen starts over, then it stays English', () => {
    const flow = given({ type: 'speak', language: 'en' }, { type: 'begin' }).when({ type: 'start-over' });
    expect(flow).toMatchObject({ step: { name: 'start' }, language: 'en' });
  });

  it('given English and large text, when the citizen has left, then the next one finds the kiosk as always', () => {
    const flow = given({ type: 'speak', language: 'en' }, { type: 'enlarge', on: true }, { type: 'begin' }).when({
      type: 'leave',
    });
    expect(flow).toEqual(atStart);
  });

  it('whatever is tapped in whatever order, a number is asked for once between two ends', () => {
    const tap = fc.constantFrom<FlowEvent>(
      { type: 'begin' },
      choose(),
      noPriority,
      { type: 'back' },
      { type: 'start-over' },
      { type: 'choose-again' },
      { type: 'try-again' },
      { type: 'turn-page', page: 1 },
    );
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 40 }), (taps) => {
        let flow = atStart;
        let asked = 0;
        for (const event of taps) {
          const next = reduce(flow, event);
          if (next.step.name === 'taking' && flow.step.name !== 'taking') asked += 1;
          flow = next;
        }
        expect(asked).toBeLessThanOrEqual(1);
      }),
    );
  });
});
