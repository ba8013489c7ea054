import type { Words } from '../words.ts';

export const common: Words['common'] = {
  demonstration: 'Demonstration – figures are not real',
  connectionLost: (age) => `The server cannot be reached. What you see is ${age} old.`,
  connecting: 'Connecting to the server…',
  seconds: (n) => (n === 1 ? '1 second' : `${n} seconds`),
  minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
  hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
  waitRange: (low, high) => (low === high ? `about ${low} min` : `about ${low}–${high} min`),
  waitUnderMinute: 'less than a minute',
  waitUnknown: 'not known yet',
  counterName: (id) => `Counter ${id}`,
  back: 'Back',
  startOver: 'Start over',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  yes: 'Yes',
  no: 'No',
  language: 'Language',
};
