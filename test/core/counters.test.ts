import { describe, expect, it } from 'vitest';
import type { Command } from '../../core/command.ts';
import { centre, withCounter } from '../support/centre.ts';
import {
  absent,
  type Before,
  call,
  chief,
  clerk,
  clock,
  close,
  finish,
  given,
  kiosk,
  lan,
  minh,
  next,
  open,
  park,
  pause,
  recall,
  resume,
  send,
  start,
  system,
  take,
} from '../support/given.ts';

const opened: Before[] = [[open('1'), lan('07:30')]];
const busy: Before[] = [...opened, [take('a1', 'certify'), kiosk('08:00')], [next('1'), lan('08:01')]];

describe('opening a counter', () => {
  it('given a closed counter, when its clerk opens it, then it is theirs', () => {
    const answer = given([]).when(open('1'), lan('07:30'));
    answer.then([{ type: 'CounterOpened', counter: '1', clerk: 'lan' }]);
    expect(answer.day.counters['1']).toMatchObject({
      state: 'open',
      clerk: 'lan',
      since: clock('07:30'),
      ticket: null,
    });
  });

  it('given it is open, when the same clerk opens it again, then it is already so', () => {
    given(opened).when(open('1'), lan('07:31')).then([]);
    given(busy).when(open('1'), lan('08:02')).then([]);
  });

  it('given it is open, when another opens it, then it is taken', () => {
    given(opened).when(open('1'), minh('07:31')).then('counter-taken');
    given(opened).when(open('1'), chief('07:31')).then('counter-taken');
  });

  it('given a clerk has one counter open or paused, when they open another, then they are elsewhere', () => {
    given(opened).when(open('2'), lan('07:31')).then('clerk-elsewhere');
    given([...opened, [pause('1'), lan('07:40')]])
      .when(open('2'), lan('07:41'))
      .then('clerk-elsewhere');
  });

  it('given a clerk closed their counter, when they open another, then they may', () => {
    given([...opened, [close('1'), lan('07:40')]])
      .when(open('2'), lan('07:41'))
      .then([{ type: 'CounterOpened', counter: '2', clerk: 'lan' }]);
  });

  it('given a counter that is not theirs, when a clerk opens it, then it is refused', () => {
    given([]).when(open('3'), lan('07:30')).then('not-yours');
  });

  it('when the counter is not known or retired, then it is refused', () => {
    given([]).when(open('9'), lan('07:30')).then('counter-unknown');
    given([], withCounter('1', { active: false }))
      .when(open('1'), lan('07:30'))
      .then('counter-unknown');
  });
});

describe('pausing and closing', () => {
  it('given an open counter, when it pauses, then with its reason, and it resumes free', () => {
    const paused = given(opened).when(pause('1', 'meeting'), lan('09:00'));
    paused.then([{ type: 'CounterPaused', counter: '1', reason: 'meeting' }]);
    expect(paused.day.counters['1']).toMatchObject({ state: 'paused', reason: 'meeting', since: clock('09:00') });
    const resumed = given([...opened, [pause('1'), lan('09:00')]]).when(resume('1'), lan('09:10'));
    resumed.then([{ type: 'CounterResumed', counter: '1' }]);
    expect(resumed.day.counters['1']).toMatchObject({ state: 'open', ticket: null, freeSince: clock('09:10') });
  });

  it('given a paused counter, when anything but resume, close or a transfer in line is asked, then it is paused', () => {
    const paused = given([...opened, [take('a1', 'certify'), kiosk('08:00')], [pause('1'), lan('08:01')]]);
    for (const command of [
      pause('1'),
      next('1'),
      call('1', 'a1'),
      recall('1'),
      start('1'),
      finish('1'),
      absent('1'),
      park('1'),
      send('1', { service: 'civil' }),
    ]) {
      paused.when(command, lan('08:02')).then('counter-paused');
    }
    paused.when(close('1'), lan('08:02')).then([{ type: 'CounterClosed', counter: '1' }]);
    paused
      .when(send('1', { service: 'civil' }, 'original', 'a1'), lan('08:02'))
      .then([{ type: 'TicketTransferred', ticket: 'a1', service: 'civil' }]);
  });

  it('given an open counter, when it resumes, then it was not paused', () => {
    given(opened).when(resume('1'), lan('07:40')).then('counter-not-paused');
  });

  it('given a citizen at the counter, when it closes or pauses, then it is busy', () => {
    given(busy).when(close('1'), lan('08:02')).then('counter-busy');
    given(busy).when(pause('1'), lan('08:02')).then('counter-busy');
    given([...busy, [start('1'), lan('08:02')]])
      .when(close('1'), lan('08:03'))
      .then('counter-busy');
  });

  it('given a closed counter, when anything but open is asked, then it is closed', () => {
    const commands: Command[] = [
      close('1'),
      pause('1'),
      resume('1'),
      next('1'),
      call('1', 'a1'),
      recall('1'),
      start('1'),
      finish('1'),
      absent('1'),
      park('1'),
      send('1', { service: 'civil' }),
    ];
    const shut = given([[take('a1', 'certify'), kiosk('08:00')]]);
    for (const command of commands) shut.when(command, lan('08:01')).then('counter-closed');
  });
});

describe('whose counter', () => {
  it('given a counter opened by one clerk, when another works at it, then it is not theirs', () => {
    for (const command of [next('1'), recall('1'), finish('1'), close('1'), pause('1')]) {
      given(busy).when(command, minh('08:02')).then('not-yours');
    }
  });

  it('given a counter of a clerk, when a supervisor works there in their place, then it counts for the clerk', () => {
    const answer = given([...opened, [take('a1', 'certify'), kiosk('08:00')]]).when(next('1'), chief('08:01'));
    answer.then([{ type: 'TicketCalled', ticket: 'a1', counter: '1', clerk: 'lan' }]);
    given(busy)
      .when(finish('1'), chief('08:05'))
      .then([{ type: 'VisitFinished', ticket: 'a1' }]);
    given(opened)
      .when(close('1'), chief('08:05'))
      .then([{ type: 'CounterClosed', counter: '1' }]);
  });

  it('given a counter opened by a supervisor, when a clerk of it works there, then it is not theirs', () => {
    given([[open('1'), chief('07:30')]])
      .when(next('1'), lan('08:00'))
      .then('not-yours');
  });

  it('when a device or a citizen works at a counter, then it is refused', () => {
    given(opened).when(next('1'), kiosk('08:00')).then('not-yours');
    given([]).when(open('1'), kiosk('08:00')).then('not-yours');
  });

  it('when the server itself closes a counter, then it may', () => {
    given(opened)
      .when(close('1'), system('18:00'))
      .then([{ type: 'CounterClosed', counter: '1' }]);
  });
});

describe('settings that change during the day', () => {
  it('given a clerk lost the counter in the settings while it is open, when they go on, then only a supervisor can', () => {
    const without = clerk('lan', '2');
    given(busy).when(finish('1'), without('08:05')).then('not-yours');
    given(busy)
      .when(finish('1'), chief('08:05'))
      .then([{ type: 'VisitFinished', ticket: 'a1' }]);
  });

  it('given a counter is retired while it is open, when its clerk goes on, then the visit and the counter can be ended', () => {
    const retired = withCounter('1', { active: false });
    given(busy)
      .under(retired)
      .when(finish('1'), lan('08:05'))
      .then([{ type: 'VisitFinished', ticket: 'a1' }]);
    given(opened)
      .under(retired)
      .when(close('1'), lan('08:05'))
      .then([{ type: 'CounterClosed', counter: '1' }]);
    given([...opened, [close('1'), lan('08:00')]])
      .under(retired)
      .when(open('1'), lan('08:05'))
      .then('counter-unknown');
  });

  it('given a service is retired while people wait for it, when next is called, then they are still called', () => {
    given([...opened, [take('a1', 'certify'), kiosk('08:00')]])
      .under(centre({ services: centre().services.filter((service) => service.id !== 'certify') }))
      .when(next('1'), lan('08:05'))
      .then([{ type: 'TicketCalled', ticket: 'a1' }]);
  });
});
