import { describe, expect, it } from 'vitest';
import { asleep, type Panel, type PanelEvent, reducePanel } from '../../kiosk/panel/flow.ts';
import type { RatableVisit } from '../../wire/client.ts';

const visit = (ticket: string): RatableVisit => ({
  ticket,
  number: 'A012',
  counter: '1',
  language: 'vi',
  finishedAt: 0,
});
const offer = (ticket: string | null): PanelEvent => ({ type: 'offer', visit: ticket === null ? null : visit(ticket) });
const mark = (score: number, asksReasons = false): PanelEvent => ({
  type: 'mark',
  score,
  asksReasons,
  requestId: 'mark',
});
const taken = (ticket: string): PanelEvent => ({ type: 'thank', ticket, how: 'taken' });

const given = (...events: PanelEvent[]) => ({
  when: (event: PanelEvent): Panel => reducePanel(events.reduce(reducePanel, asleep), event),
});

describe('the rating panel', () => {
  it('given it sleeps, when a visit has finished, then it asks', () => {
    expect(given().when(offer('one')).step).toEqual({ name: 'asking', visit: visit('one') });
  });

  it('given a good mark, when it is tapped, then it is sent without further questions', () => {
    expect(given(offer('one')).when(mark(4)).step).toMatchObject({
      name: 'sending',
      answer: { ticket: 'one', score: 4, reasons: [] },
    });
  });

  it('given a mark was tapped, when another is tapped, then nothing changes', () => {
    const before = given(offer('one')).when(mark(4));
    expect(reducePanel(before, mark(1))).toBe(before);
  });

  it('given a low mark, when reasons are chosen and one taken back, then the others are sent', () => {
    const choose = (reason: string): PanelEvent => ({ type: 'toggle-reason', reason });
    const panel = given(offer('one'), mark(1, true), choose('waiting'), choose('attitude'), choose('waiting')).when({
      type: 'send',
    });
    expect(panel.step).toMatchObject({ name: 'sending', answer: { score: 1, reasons: ['attitude'] } });
  });

  it('given a low mark with a reason, when the reasons are skipped, then the mark is sent without them', () => {
    const panel = given(offer('one'), mark(1, true), { type: 'toggle-reason', reason: 'waiting' }).when({
      type: 'skip',
    });
    expect(panel.step).toMatchObject({ name: 'sending', answer: { score: 1, reasons: [] } });
  });

  it('given somebody chooses reasons, when another visit finishes, then they are not interrupted', () => {
    expect(given(offer('one'), mark(1, true)).when(offer('two')).step).toMatchObject({
      name: 'reasons',
      visit: { ticket: 'one' },
    });
  });

  it('given an untouched question, when another visit finishes, then it asks for that one', () => {
    expect(given(offer('one')).when(offer('two')).step).toMatchObject({ name: 'asking', visit: { ticket: 'two' } });
  });

  it('given an untouched question, when the visit was rated elsewhere, then it sleeps', () => {
    expect(given(offer('one')).when(offer(null)).step).toEqual({ name: 'asleep' });
  });

  it('given thanks were said, when the panel sleeps, then it does not wake for the same visit again', () => {
    expect(given(offer('one'), mark(4), taken('one')).when({ type: 'sleep' }).step).toEqual({ name: 'asleep' });
  });

  it('given thanks are being said, when the next visit finished meanwhile, then it asks for that one afterwards', () => {
    const panel = given(offer('one'), mark(4), taken('one'), offer('two')).when({ type: 'sleep' });
    expect(panel.step).toMatchObject({ name: 'asking', visit: { ticket: 'two' } });
  });

  it('given a mark was sent, when the server refuses it, then the panel says so', () => {
    const panel = given(offer('one'), mark(4)).when({ type: 'refused', ticket: 'one', code: 'not-finished' });
    expect(panel.step).toMatchObject({ name: 'problem', code: 'not-finished' });
  });
});
