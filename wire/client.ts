/** The contract as screens see it: types, and values that do not pull the validation library into a page. */
export { spokenWait } from '../core/interval.ts';
export { outcomes } from '../core/ticket.ts';
export type { Call, ClientToServer, LiveView, Reply, ServerToClient } from './live.ts';
export * from './names.ts';
export type { AnswerOf, BodyInput, OperationName } from './operations.ts';
export type { Device, Pairing, Session, StaffMember } from './people.ts';
export type { Problem, ProblemCode } from './problem.ts';
export type { ReportReply, TicketReceipt } from './replies.ts';
export type { Settings } from './settings.ts';
export { socketTiming, type Topic, topicKey } from './topic.ts';
export type * from './views.ts';
