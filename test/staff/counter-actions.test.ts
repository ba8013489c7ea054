import { describe, expect, it } from 'vitest';
import type { Command, CommandMeta } from '../../core/command.ts';
import { decide } from '../../core/decide.ts';
import { isRejection } from '../../core/decision.ts';
import { forecast } from '../../core/estimate.ts';
import { counterOf } from '../../core/rules.ts';
import { counterView } from '../../core/view/counter.ts';
import {
  type Action,
  actionOfKey,
  callRefusal,
  moveRefusal,
  primaryAction,
  refusals,
} from '../../staff/counter/actions.ts';
import type { Session } from '../../wire/client.ts';
import * as words from '../support/given.ts';
import { type Before, clerk, type Given, given, lan } from '../support/given.ts';

const session: Session = { user: 'lan', name: 'Lan', role: 'clerk', counters: ['1', '2'], expiresAt: 0 };
const now = lan('08:30');
const view = ({ day, rules }: Given) =>
  counterView(day, rules, forecast(day, rules, now.at), now.at, counterOf(rules, '1')!);

const taken: Before[] = [
  [words.take('a', 'certify'), words.kiosk('08:00')],
  [words.take('c', 'civil'), words.kiosk('08:01')],
];
const open: Before[] = [...taken, [words.open('1'), lan('08:05')]];
const called: Before[] = [...open, [words.next('1'), lan('08:10')]];
const minh = clerk('minh', '1', '2', '3');

const moments: Record<string, readonly Before[]> = {
  'a closed counter': taken,
  'an open counter': open,
  'an open counter for which nobody waits': [[words.open('1'), lan('08:05')]],
  'a paused counter': [...open, [words.pause('1'), lan('08:20')]],
  'a called number': called,
  'a number that did not come': [...called, [words.absent('1'), lan('08:15')]],
  'a visit that was set aside': [...called, [words.start('1'), lan('08:12')], [words.park('1'), lan('08:20')]],
  'a visit that is served': [...called, [words.start('1'), lan('08:12')]],
  'the counter of somebody else': [...taken, [words.open('1'), minh('08:05')]],
  'the pause of somebody else': [...taken, [words.open('1'), minh('08:05')], [words.pause('1'), minh('08:20')]],
  'the visit of somebody else': [...taken, [words.open('1'), minh('08:05')], [words.next('1'), minh('08:10')]],
};

const commands: Partial<Record<Action, Command>> = {
  close: words.close('1'),
  pause: words.pause('1'),
  resume: words.resume('1'),
  next: words.next('1'),
  recall: words.recall('1'),
  start: words.start('1'),
  finish: words.finish('1'),
  absent: words.absent('1'),
  park: words.park('1'),
  transfer: words.send('1', { service: 'land' }),
};

const answerOf = (state: Given, command: Command, meta: CommandMeta) => {
  const decision = decide(state.day, command, meta, state.rules);
  return isRejection(decision) ? decision.rejected : null;
};

describe.each(Object.entries(moments))('with %s', (_name, before) => {
  const state = given(before);

  it.each(Object.entries(commands))(
    'enables %s exactly when the rules allow it, for the same reason',
    (action, command) => {
      expect(refusals(view(state), session)[action as Action]).toBe(answerOf(state, command, now));
    },
  );

  it('lets a chosen number be called exactly when the rules do', () => {
    const { waiting } = view(state);
    for (const { id } of waiting) {
      expect(callRefusal(refusals(view(state), session))).toBe(answerOf(state, words.call('1', id), now));
    }
  });

  it('lets a ticket of the lists go elsewhere exactly when the rules do, for the same reason', () => {
    const { waiting, absent, parked } = view(state);
    for (const ticket of [...waiting, ...absent, ...parked]) {
      const answer = answerOf(state, words.send('1', { service: 'land' }, 'original', ticket.id), now);
      expect(moveRefusal(view(state), session, ticket)).toBe(answer);
    }
  });

  it('lets every ticket of the lists be cancelled, as the rules do', () => {
    const { waiting, absent, parked } = view(state);
    for (const { id } of [...waiting, ...absent, ...parked]) expect(answerOf(state, words.cancel(id), now)).toBeNull();
  });

  it('opens only a closed counter', () => {
    const mayOpen = refusals(view(state), session).open === null;
    expect(mayOpen).toBe(view(state).state === 'closed');
    if (mayOpen) expect(answerOf(state, words.open('1'), now)).toBeNull();
  });
});

describe('the one thing to do next', () => {
  it.each([
    ['a closed counter', 'open'],
    ['an open counter', 'next'],
    ['a paused counter', 'resume'],
    ['a called number', 'start'],
    ['a visit that is served', 'finish'],
  ])('with %s is to %s', (moment, action) => {
    expect(primaryAction(view(given(moments[moment]!)))).toBe(action);
  });

  it('shares keys between actions that are never possible together', () => {
    expect(actionOfKey('M', view(given(taken)))).toBe('open');
    expect(actionOfKey('M', view(given(open)))).toBe('close');
    expect(actionOfKey('T', view(given(open)))).toBe('pause');
    expect(actionOfKey('T', view(given(moments['a paused counter']!)))).toBe('resume');
    expect(actionOfKey('X', view(given(open)))).toBeNull();
  });
});
