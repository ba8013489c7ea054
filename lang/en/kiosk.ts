import type { Words } from '../words.ts';

export const kiosk: Words['kiosk'] = {
  title: 'Ticket machine',
  welcome: 'Welcome',
  purpose: 'Please take a number to be served in turn.',
  start: 'Take a number',
  startHint: 'Touch here to begin',
  steps: ['Choose a service', 'Take your ticket', 'Wait for your number'],
  stepsWithoutPaper: ['Choose a service', 'Get your number', 'Wait for your number'],
  help: 'If you need help, please ask the staff.',
  privacy: 'This machine asks for no name and no identity number.',
  waitingNow: (people) =>
    people === 0
      ? 'Nobody is waiting now'
      : people === 1
        ? '1 person is waiting now'
        : `${people} people are waiting now`,

  opensAt: (time) => `Numbers are given from ${time}`,
  closedToday: 'No more numbers are given today',
  dayOff: 'No numbers are given today',
  closedTodayHint: 'Please come back on the next working day.',
  fullToday: 'All numbers of today are taken',
  fullTodayHint: 'Please ask the staff.',
  servingHours: (hours) => `Open today: ${hours}`,
  lost: 'No numbers can be taken at the moment',
  lostHint: 'This machine has lost its server and will work again by itself. Please ask the staff for help.',

  chooseService: 'What have you come for?',
  chooseServiceHint: 'Touch a service',
  waiting: (people) => (people === 0 ? 'Nobody waiting' : `${people} waiting`),
  wait: (wait) => `Wait ${wait}`,
  expectedWait: (wait) => `Expected wait ${wait}`,
  noCounter: 'No counter open yet',
  closedHours: 'Outside hours',
  closedUntil: (time) => `Numbers from ${time}`,
  closedLimit: 'All numbers of today are taken',
  closedDay: 'Closed for the day',

  askPriority: 'Do you have priority?',
  askPriorityHint: 'You need not show any paper at this machine',
  noPriority: 'No',
  noPriorityHint: 'Take a normal number',
  yesPriority: 'Yes, I am:',

  taking: 'Taking your number…',
  takingHint: 'One moment, please',

  yourNumber: 'Your number',
  announceNumber: (number) => `Your number is ${number}.`,
  ahead: (people) =>
    people === 0 ? 'You are next' : people === 1 ? '1 person is ahead of you' : `${people} people are ahead of you`,
  nextOnceOpen: 'Nobody is ahead of you; no counter is open yet',
  called: (counter) => `Please go to ${counter}`,
  calledHint: 'Your number is being called.',
  slipNone: (number) => `Please remember number ${number} or scan the code to follow it`,
  slipPrinting: 'Printing your ticket…',
  slipPrinted: 'Please take your ticket from the slot',
  slipLate: (number) => `Printing takes longer than usual. Please remember number ${number}.`,
  slipFailed: (number) =>
    `The printer does not work – please remember number ${number} or take a picture of this screen`,
  follow: 'Scan with your phone to follow your number',
  followCode: (number) => `QR code to follow number ${number} on a phone`,
  waitForCall: 'Please take a seat. The loudspeaker and the display will call your number.',
  done: 'Done',
  returnsIn: (seconds) =>
    seconds === 1 ? 'Back to the first screen in 1 second' : `Back to the first screen in ${seconds} seconds`,

  problem: 'No number was taken',
  tryAgain: 'Try again',
  chooseAgain: 'Choose another service',

  stillThere: 'Do you need more time?',
  stillThereHint: (seconds) =>
    seconds === 1 ? 'The screen starts over in 1 second.' : `The screen starts over in ${seconds} seconds.`,
  continue: 'Continue',

  largerText: 'Larger text',
  moreContrast: 'High contrast',

  paperTitle: 'Ticket slot',
  paperHint: 'Printed tickets appear here like paper from a printer.',
  paperEmpty: 'No tickets yet',
  paperSlip: (time) => `Ticket printed at ${time}`,
  paperMissing: 'The picture of this ticket could not be loaded',
};
