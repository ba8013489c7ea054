/** Everything that comes out on paper, as pieces that any printer can draw. */
export { type AppointmentSlip, appointmentSlip } from './slip/appointment.ts';
export type { Slip, SlipBlock } from './slip/block.ts';
export { type ChecklistSlip, checklistSlip } from './slip/checklist.ts';
export { type DayServiceLine, type DaySlip, daySlip } from './slip/day.ts';
export { type SlipLayout, usualLayout } from './slip/layout.ts';
export { type NumberSlip, type NumberSlipOptions, numberSlip, type SecondLanguage } from './slip/number.ts';
export { accentedLines, type TestPage, testPage } from './slip/test-page.ts';
export { type ThanksSlip, thanksSlip } from './slip/thanks.ts';
export type { SlipWords } from './slip/words.ts';
