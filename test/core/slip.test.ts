import { describe, expect, it } from 'vitest';
import { react } from '../../core/react.ts';
import { type NumberSlip, numberSlip, type Slip } from '../../core/slip.ts';
import { wordsOf } from '../../lang/index.ts';
import {
  type Before,
  chief,
  finish,
  given,
  kiosk,
  lan,
  next,
  open,
  printed,
  reprint,
  system,
  take,
} from '../support/given.ts';

const taken: Before[] = [[take('a1', 'certify'), kiosk('08:00')]];
const again: Before[] = [...taken, [printed('a1', 1), system('08:00')], [reprint('a1'), chief('08:05')]];

describe('the paper of a ticket', () => {
  it('given a number was taken, when its event is reacted to, then copy 1 is printed', () => {
    const { decision } = given([]).when(take('a1', 'certify'), kiosk('08:00'));
    expect('rejected' in decision ? null : decision.map(react)).toEqual([{ kind: 'print', ticket: 'a1', copy: 1 }]);
  });

  it('given a printed slip, when it is printed again, then it is copy 2, and copy 3 after that', () => {
    const second = given([...taken, [printed('a1', 1), system('08:00')]]).when(reprint('a1'), chief('08:05'));
    second.then([{ type: 'SlipRequested', ticket: 'a1', copy: 2 }]);
    expect('rejected' in second.decision ? null : second.decision.map(react)).toEqual([
      { kind: 'print', ticket: 'a1', copy: 2 },
    ]);
    expect(second.ticket('a1').slip).toEqual({ copy: 2, state: 'wanted', cause: null });
    given(again)
      .when(reprint('a1'), chief('08:06'))
      .then([{ type: 'SlipRequested', copy: 3 }]);
  });

  it('given any other event, when it is reacted to, then nothing is to be done', () => {
    const { decision } = given([...taken, [open('1'), lan('08:00')]]).when(next('1'), lan('08:01'));
    expect('rejected' in decision ? null : decision.map(react)).toEqual([null]);
  });

  it('given a slip is wanted, when it is sent, printed or failed, then staff see that', () => {
    const sending = given(taken).when(printed('a1', 1, { state: 'sending' }), system('08:00'));
    sending.then([{ type: 'SlipSending', ticket: 'a1', copy: 1 }]);
    expect(sending.ticket('a1').slip).toEqual({ copy: 1, state: 'sending', cause: null });
    const done = given(taken).when(printed('a1', 1), system('08:00'));
    done.then([{ type: 'SlipPrinted', ticket: 'a1', copy: 1 }]);
    expect(done.ticket('a1').slip).toEqual({ copy: 1, state: 'printed', cause: null });
    const failed = given(taken).when(printed('a1', 1, { state: 'failed', cause: 'paper-out' }), system('08:00'));
    failed.then([{ type: 'SlipFailed', ticket: 'a1', copy: 1, cause: 'paper-out' }]);
    expect(failed.ticket('a1').slip).toEqual({ copy: 1, state: 'failed', cause: 'paper-out' });
  });

  it('given a failed slip, when it is printed at the second attempt, then the cause is gone', () => {
    const answer = given([...taken, [printed('a1', 1, { state: 'failed', cause: 'paper-out' }), system('08:00')]]).when(
      printed('a1', 1),
      system('08:01'),
    );
    expect(answer.ticket('a1').slip).toEqual({ copy: 1, state: 'printed', cause: null });
  });

  it('given a reprint is wanted, when the outcome of the first copy arrives late, then the reprint is still wanted', () => {
    const before: Before[] = [...taken, [reprint('a1'), chief('08:05')]];
    const late = given(before).when(printed('a1', 1, { state: 'failed', cause: 'jam' }), system('08:06'));
    late.then([{ type: 'SlipFailed', ticket: 'a1', copy: 1 }]);
    expect(late.ticket('a1').slip).toEqual({ copy: 2, state: 'wanted', cause: null });
  });

  it('when a copy that nobody asked for is reported, or of an unknown ticket, then it is refused', () => {
    given(taken).when(printed('a1', 2), system('08:00')).then('slip-unknown');
    given(taken).when(printed('nobody', 1), system('08:00')).then('slip-unknown');
  });

  it('when the slip of an unknown ticket is printed again, then it is refused', () => {
    given(taken).when(reprint('nobody'), chief('08:00')).then('ticket-unknown');
  });

  it('given a finished visit, when its slip is printed again, then it may', () => {
    given([...taken, [open('1'), lan('08:00')], [next('1'), lan('08:01')], [finish('1'), lan('08:02')]])
      .when(reprint('a1'), chief('08:05'))
      .then([{ type: 'SlipRequested', copy: 2 }]);
  });
});

describe('what stands on it', () => {
  const facts: NumberSlip = {
    ticket: 'a1',
    copy: 1,
    centre: 'Trung tâm Phục vụ hành chính công xã Tân An',
    number: 'A001',
    service: 'Chứng thực',
    priority: null,
    ahead: 3,
    wait: { low: 290, high: 912 },
    followUrl: null,
    date: '02/03/2026',
    time: '08:00',
    demonstration: false,
  };
  const words = wordsOf('vi').slip;
  const linesOf = (slip: Slip): string[] =>
    slip.blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'number' ? [block.text] : []));
  const lines = (changes: Partial<NumberSlip>): string[] => linesOf(numberSlip({ ...facts, ...changes }, words));

  it('given a first copy, then it tells centre, number, service, people ahead and the wait, and is no reprint', () => {
    const text = lines({});
    for (const line of [
      facts.centre,
      'A001',
      words.slipTitle,
      words.slipService('Chứng thực'),
      words.slipAhead(3),
      words.slipWait(5, 15),
      words.slipTime('02/03/2026', '08:00'),
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toContain(words.slipReprint(1));
    expect(text).not.toContain(words.slipDemonstration);
    expect(numberSlip(facts, words).id).toBe('a1-1');
  });

  it('given a reprint, then it says so before anything else and has another id', () => {
    const slip = numberSlip({ ...facts, copy: 2 }, words);
    expect(linesOf(slip)[0]).toBe(words.slipReprint(2));
    expect(slip.id).toBe('a1-2');
  });

  it('given no expected wait, then it says that it is not known; a short one is at most a minute', () => {
    expect(lines({ wait: null })).toContain(words.slipWaitUnknown);
    expect(lines({ wait: { low: 0, high: 20 } })).toContain(words.slipWait(0, 1));
  });

  it('given priority, a follow address and a demonstration, then these stand on it, too', () => {
    const slip = numberSlip(
      { ...facts, priority: 'Phụ nữ mang thai', followUrl: 'http://192.168.1.2/ticket/a1', demonstration: true },
      words,
    );
    expect(linesOf(slip)).toContain(words.slipPriority('Phụ nữ mang thai'));
    expect(linesOf(slip)).toContain(words.slipDemonstration);
    expect(slip.blocks).toContainEqual({ kind: 'code', text: 'http://192.168.1.2/ticket/a1', sizeMm: 24 });
  });
});
