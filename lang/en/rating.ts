import type { Words } from '../words.ts';

export const rating: Words['rating'] = {
  title: 'How satisfied are you?',
  hello: 'Welcome',
  asleep: 'After your visit, please tell us here how satisfied you are.',
  visit: (number, counter) => `Ticket ${number} – ${counter}`,
  ask: 'Are you satisfied with our service?',
  askHint: 'Touch one. Your name is not kept with your answer.',
  marks: {
    3: ['Not satisfied', 'Neutral', 'Satisfied'],
    4: ['Not satisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    5: ['Very dissatisfied', 'Not satisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  },
  stars: (count) => (count === 1 ? '1 star' : `${count} stars`),
  askReasons: 'What should we improve?',
  askReasonsHint: 'Choose as many as you like, or skip this',
  yourMark: (mark) => `You chose: ${mark}`,
  send: 'Send',
  skip: 'Skip',
  sendsIn: (seconds) => (seconds === 1 ? 'Sent in 1 second' : `Sent in ${seconds} seconds`),
  changeMark: 'Change',
  sending: 'Sending your answer…',
  thanks: 'Thank you very much!',
  thanksHint: 'Your answer helps us to serve you better.',
  alreadyRated: 'This visit had been rated before.',
  kept: 'Your answer is kept and will be sent when the server is back.',
  notTaken: 'Sorry, your answer could not be recorded',
};
