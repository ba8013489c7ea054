import type { Words } from '../words.ts';

/** Why a slip was not printed, English: after a colon, in small letters. */
export const printCauses: Words['supervisor']['printCauses'] = {
  aborted: 'given up before printing',
  closed: 'the printer was closed',
  'not-drawable': 'the slip could not be drawn',
  'disk-full': 'the disk is full',
  'no-permission': 'no permission to use the printer',
  unreachable: 'the printer was not found',
  'device-error': 'the printer reports a fault',
  'paper-out': 'out of paper',
  'paper-near-end': 'paper is nearly used up',
  'cover-open': 'the cover is open',
  'printer-error': 'cutter or print head fault',
  offline: 'the printer is offline',
  'no-answer': 'the printer does not answer',
  'connection-lost': 'the connection broke while printing',
  'too-late': 'the citizen was called before the slip could be printed',
  unknown: 'not known whether the slip came out',
};
