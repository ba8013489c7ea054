import type { Words } from '../words.ts';

export const slip: Words['slip'] = {
  slipTitle: 'QUEUE TICKET',
  slipService: (service) => service,
  slipPriority: (kind) => `Priority: ${kind}`,
  slipAhead: (people) => (people === 0 ? 'You are next' : `People ahead of you: ${people}`),
  slipWait: (low, high) =>
    low === high ? `Expected wait: about ${low} min` : `Expected wait: about ${low}–${high} min`,
  slipWaitUnknown: 'The wait is not known yet',
  slipTime: (date, time) => `Taken at ${time} on ${date}`,
  slipFollow: 'Scan to follow your number and to rate us',
  slipKeep: 'Please keep this ticket and wait for your number',
  slipThanks: 'Thank you!',
  slipReprint: (copy) => `REPRINT (no. ${copy - 1})`,
  slipDemonstration: 'DEMONSTRATION – not valid',
};
