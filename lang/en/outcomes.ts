import type { Words } from '../words.ts';

export const outcomes: Words['counter']['outcomes'] = {
  received: 'Dossier received',
  returned: 'Result handed over',
  guided: 'Guidance given',
  supplement: 'More papers needed',
  refused: 'Refused',
};
