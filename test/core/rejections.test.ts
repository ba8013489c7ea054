import { expect, it } from 'vitest';
import type { Command, CommandMeta } from '../../core/command.ts';
import { type RejectionCode, rejectionCodes } from '../../core/rejection.ts';
import { tomorrow } from '../support/centre.ts';
import {
  absent,
  type Before,
  back,
  citizen,
  close,
  closeDay,
  finish,
  given,
  kiosk,
  lan,
  minh,
  next,
  open,
  openDay,
  pause,
  printed,
  rate,
  recall,
  resume,
  send,
  start,
  system,
  take,
} from '../support/given.ts';

const waiting: Before[] = [
  [open('1'), lan('07:30')],
  [take('a1', 'certify'), kiosk('08:00')],
];
const called: Before[] = [...waiting, [next('1'), lan('08:01')]];
const finished: Before[] = [...called, [finish('1'), lan('08:05')]];

/** One way to each refusal: the type does not compile when a code has none. */
const ways: Record<RejectionCode, readonly [before: readonly Before[], command: Command, meta: CommandMeta]> = {
  'day-closed': [[[closeDay, system('18:00')]], open('1'), lan('18:01')],
  'day-open': [[], openDay, system('06:00', tomorrow)],
  'service-unknown': [[], take('a1', 'marriage'), kiosk('08:00')],
  'service-closed': [[], take('a1', 'certify'), kiosk('12:00')],
  'daily-limit': [
    ['e1', 'e2', 'e3'].map((id) => [take(id, 'land'), kiosk('08:00')] as const),
    take('e4', 'land'),
    kiosk('08:00'),
  ],
  'priority-unknown': [[], take('a1', 'certify', 'in-a-hurry'), kiosk('08:00')],
  'ticket-unknown': [waiting, back('nobody'), kiosk('08:00')],
  'ticket-exists': [waiting, take('a1', 'certify'), kiosk('08:00')],
  'counter-unknown': [[], open('9'), lan('08:00')],
  'counter-closed': [[], close('1'), lan('08:00')],
  'counter-paused': [[...waiting, [pause('1'), lan('08:00')]], next('1'), lan('08:01')],
  'counter-not-paused': [waiting, resume('1'), lan('08:00')],
  'counter-taken': [waiting, open('1'), minh('08:00')],
  'counter-busy': [called, next('1'), lan('08:02')],
  'clerk-elsewhere': [waiting, open('2'), lan('08:00')],
  'not-yours': [waiting, next('1'), minh('08:00')],
  'nobody-waiting': [called.slice(0, 1), next('1'), lan('08:00')],
  'no-ticket': [waiting, start('1'), lan('08:00')],
  'not-called': [[...called, [start('1'), lan('08:02')]], recall('1'), lan('08:03')],
  'not-waiting': [called, { type: 'CancelTicket', ticket: 'a1' }, citizen('08:02')],
  'not-absent': [waiting, back('a1'), kiosk('08:01')],
  'grace-over': [[...called, [absent('1'), lan('08:02')]], back('a1'), kiosk('08:33')],
  'same-place': [called, send('1', { counter: '1' }), lan('08:02')],
  'not-finished': [called, rate('a1', 4), citizen('08:02')],
  'already-rated': [[...finished, [rate('a1', 4), citizen('08:06')]], rate('a1', 4), citizen('08:07')],
  'score-unknown': [finished, rate('a1', 9), citizen('08:06')],
  'reason-unknown': [finished, rate('a1', 1, ['weather']), citizen('08:06')],
  'slip-unknown': [waiting, printed('a1', 2), system('08:01')],
};

it.each(rejectionCodes)('the rules can refuse with %s, and nothing happened', (code) => {
  const [before, command, meta] = ways[code];
  const lived = given(before);
  const answer = lived.when(command, meta).then(code);
  expect(answer.day).toBe(lived.day);
});
