import { z } from 'zod';
import type { Frozen } from './frozen.ts';
import { deviceKinds, languageCodes, staffRoles } from './names.ts';
import { deviceReply, pairingReply, pin, type Role, sessionReply, staffReply, userName } from './people.ts';
import {
  boardReply,
  counterReply,
  eventReply,
  outcomeSchema,
  receiptReply,
  reportReply,
  serviceReply,
  supervisorReply,
  ticketReply,
} from './replies.ts';
import { printerAddress, settingsSchema, slipSettings } from './settings.ts';

/** One thing that can be asked of the server: the same by HTTP and through a socket. */
export interface Operation<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express form: `/api/counters/:counter/next`. */
  readonly path: string;
  readonly summary: string;
  readonly who: readonly Role[];
  readonly body: Body;
  readonly query: Query;
  readonly answer: Answer;
}

const nothing = z.object({});

function operation<
  B extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  A extends z.ZodType = typeof nothing,
>(
  method: Operation['method'],
  path: string,
  summary: string,
  who: readonly Role[],
  parts: { body?: B; query?: Q; answer?: A },
): Operation<B, Q, A> {
  const none = nothing as z.ZodType;
  return {
    method,
    path,
    summary,
    who,
    body: (parts.body ?? none) as B,
    query: (parts.query ?? none) as Q,
    answer: (parts.answer ?? none) as A,
  };
}

const requestId = z
  .string()
  .min(1)
  .max(64)
  .describe('Chosen by the sender; the same id gets the first answer again, also after a restart');

/** The body of a command: everything else plus an optional requestId. */
const command = <S extends z.ZodRawShape>(shape: S) => z.object({ requestId: requestId.optional(), ...shape });

const identifier = z.string().min(1).max(64);
const note = z.string().trim().max(120);

const clerks: readonly Role[] = ['clerk', 'supervisor', 'administrator'];
const supervisors: readonly Role[] = ['supervisor', 'administrator'];
const administrators: readonly Role[] = ['administrator'];
const anyone: readonly Role[] = ['anyone'];

const atCounter = <S extends z.ZodRawShape>(action: string, summary: string, shape: S) =>
  operation('POST', `/api/counters/:counter/${action}`, summary, clerks, {
    body: command(shape),
    answer: counterReply,
  });

const aboutTicket = (action: string, summary: string) =>
  operation('POST', `/api/tickets/:ticket/${action}`, summary, clerks, { body: command({}), answer: ticketReply });

/** The whole contract. Express routes, socket calls, the typed client and the OpenAPI document are made from it. */
export const operations = {
  health: operation('GET', '/healthz', 'Whether the server is up and its store answers', anyone, {
    answer: z.object({ status: z.literal('ok'), version: z.string(), day: z.string().nullable() }),
  }),
  centre: operation('GET', '/api/centre', 'The centre: name, working day, what screens need to know', anyone, {
    answer: z.looseObject({
      name: z.object({ vi: z.string(), en: z.string() }),
      timeZone: z.string(),
      day: z.string().nullable(),
      demonstration: z.boolean(),
    }),
  }),
  services: operation('GET', '/api/services', 'Services with their lines', anyone, { answer: z.array(serviceReply) }),

  takeTicket: operation('POST', '/api/tickets', 'Take a number', ['kiosk', ...clerks], {
    body: z.object({
      requestId,
      service: identifier,
      priority: identifier.nullish().describe('Id of a priority kind'),
      language: z.enum(languageCodes).default('vi'),
    }),
    answer: receiptReply,
  }),
  ticket: operation('GET', '/api/tickets/:ticket', 'Follow a ticket by its key', anyone, { answer: ticketReply }),
  rateVisit: operation('POST', '/api/tickets/:ticket/rating', 'Rate a finished visit, once', anyone, {
    body: command({
      score: z.number().int().describe('1 = worst'),
      reasons: z.array(identifier).max(12).default([]),
      comment: z.string().trim().max(500).nullish().describe('No personal data, please'),
    }),
    answer: ticketReply,
  }),
  returnTicket: aboutTicket('return', 'An absent or parked ticket waits again at its old place'),
  cancelTicket: aboutTicket('cancel', 'The citizen gave up'),
  reprintSlip: aboutTicket('reprint', 'Print the slip again, marked as a reprint'),

  counter: operation('GET', '/api/counters/:counter', 'One counter with its line', clerks, { answer: counterReply }),
  openCounter: atCounter('open', 'Start working at a counter', {}),
  closeCounter: atCounter('close', 'Stop working at a counter', {}),
  pauseCounter: atCounter('pause', 'Pause, with a reason for the board', { reason: note.default('') }),
  resumeCounter: atCounter('resume', 'Go on after a pause', {}),
  callNext: atCounter('next', 'Call whoever is next by the rules', {}),
  callTicket: atCounter('call', 'Call a chosen ticket', { ticket: identifier }),
  repeatCall: atCounter('recall', 'Call the same ticket again', {}),
  startService: atCounter('start', 'The citizen has come', {}),
  finishVisit: atCounter('finish', 'The visit is over', {
    outcome: outcomeSchema.nullish(),
    procedures: z.array(z.string().trim().min(1).max(40)).max(20).default([]).describe('Codes of procedures done'),
    dossiers: z.number().int().min(0).max(999).default(1),
  }),
  markAbsent: atCounter('absent', 'Nobody came', {}),
  parkTicket: atCounter('park', 'Set the visit aside; it returns to its old place', {}),
  transferTicket: atCounter('transfer', 'Send a ticket to a service or a counter', {
    ticket: identifier.nullish().describe('A waiting ticket; left out: the one at the counter'),
    service: identifier.optional(),
    counter: z.string().max(16).optional(),
    place: z.enum(['first', 'original']).default('original'),
  }),

  board: operation('GET', '/api/board', 'What the hall display shows', anyone, { answer: boardReply }),
  supervisor: operation('GET', '/api/supervisor', 'The present of the whole centre', supervisors, {
    answer: supervisorReply,
  }),
  closeDay: operation(
    'POST',
    '/api/day/close',
    'End the working day: whoever still waits is left overnight',
    supervisors,
    {
      body: command({}),
      answer: supervisorReply,
    },
  ),
  report: operation('GET', '/api/reports/:name', 'Figures over working days; format=csv for a table', supervisors, {
    query: z.object({ from: z.iso.date(), to: z.iso.date(), format: z.enum(['json', 'csv']).default('json') }),
    answer: reportReply,
  }),
  events: operation('GET', '/api/events', 'Stored events after a sequence number', supervisors, {
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    answer: z.array(eventReply),
  }),
  audit: operation('GET', '/api/audit', 'Who did what, the newest first', administrators, {
    query: z.object({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.array(
      z.object({ seq: z.number().int(), at: z.number(), by: z.string(), action: z.string(), detail: z.string() }),
    ),
  }),

  setUp: operation(
    'POST',
    '/api/setup',
    "Set the first administrator's PIN with the one-time code that the server printed",
    anyone,
    {
      body: command({ code: z.string().max(20), user: userName.default('admin'), pin }),
      answer: staffReply,
    },
  ),
  signIn: operation('POST', '/api/session', 'Sign in', anyone, {
    body: command({ user: z.string().min(1).max(40), pin: z.string().min(1).max(20) }),
    answer: sessionReply.extend({ token: z.string() }),
  }),
  session: operation('GET', '/api/session', 'Who is signed in', clerks, { answer: sessionReply }),
  signOut: operation('DELETE', '/api/session', 'Sign out', clerks, {}),

  settings: operation('GET', '/api/settings', 'All settings', supervisors, { answer: settingsSchema }),
  saveSettings: operation('PUT', '/api/settings', 'Replace all settings', administrators, {
    body: settingsSchema,
    answer: settingsSchema,
  }),
  findPrinters: operation(
    'GET',
    '/api/printers',
    'Printers that the server reaches, and families it knows',
    administrators,
    {
      answer: z.object({
        found: z.array(
          z.object({
            address: z.string().describe('As settings take it, without a profile'),
            name: z.string().describe('Maker and model, or the queue; empty when it does not say'),
          }),
        ),
        profiles: z.array(z.object({ name: z.string(), models: z.string(), rollMm: z.number().describe('mm') })),
        inUse: z.string().describe('Address of the printer in use; empty while slips are kept as pictures'),
        fixed: z.boolean().describe('The command line names the printer; the settings do not count'),
      }),
    },
  ),
  testPrinter: operation(
    'POST',
    '/api/printers/test',
    'Print a test page; answers within half a minute',
    administrators,
    {
      body: command({ address: printerAddress }),
      answer: z.object({
        state: z
          .enum(['printed', 'sent', 'not-printed', 'unknown'])
          .describe('sent: handed over to a printer that cannot say more; unknown: it may be on paper'),
        cause: z.string().nullable().describe('Why not, or why it is not known'),
      }),
    },
  ),
  previewSlip: operation(
    'POST',
    '/api/slips/preview',
    'The number slip as these settings would print it',
    administrators,
    {
      body: command({
        slip: slipSettings,
        language: z.enum(languageCodes).default('vi'),
        rollMm: z
          .union([z.literal(58), z.literal(80)])
          .default(80)
          .describe('Width of the paper, mm'),
      }),
      answer: z.object({ png: z.string().describe('Every dot that the printer would burn; PNG in Base64') }),
    },
  ),
  staff: operation('GET', '/api/staff', 'Everyone who may sign in', supervisors, { answer: z.array(staffReply) }),
  saveStaff: operation('PUT', '/api/staff/:user', 'Add or change a member of staff', administrators, {
    body: z.object({
      name: z.string().trim().min(1).max(80),
      role: z.enum(staffRoles),
      counters: z.array(z.string().max(16)).max(99).default([]),
      pin: pin.optional().describe('Left out: stays as it is'),
    }),
    answer: staffReply,
  }),
  removeStaff: operation(
    'DELETE',
    '/api/staff/:user',
    'Remove a member of staff and end their sessions',
    administrators,
    {},
  ),
  devices: operation('GET', '/api/devices', 'Paired devices', supervisors, { answer: z.array(deviceReply) }),
  removeDevice: operation('DELETE', '/api/devices/:device', 'Unpair a device', administrators, {}),
  askPairing: operation('POST', '/api/pairings', 'A new device asks to be let in', anyone, {
    body: command({ kind: z.enum(deviceKinds) }),
    answer: pairingReply.extend({ secret: z.string().describe('Only the device knows it; it fetches the token') }),
  }),
  pairings: operation('GET', '/api/pairings', 'Devices that wait to be let in', administrators, {
    answer: z.array(pairingReply),
  }),
  approvePairing: operation('POST', '/api/pairings/:code/approve', 'Let a device in', administrators, {
    body: command({ name: z.string().trim().min(1).max(60), counter: z.string().max(16).nullish() }),
    answer: deviceReply,
  }),
  fetchPairing: operation(
    'POST',
    '/api/pairings/fetch',
    'The waiting device asks for its token; null until approved',
    anyone,
    {
      body: command({ secret: z.string().max(80) }),
      answer: z.object({ token: z.string().nullable() }),
    },
  ),
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
/** What a sender writes, before defaults are filled in. */
export type BodyInput<N extends OperationName> = z.input<Operations[N]['body']>;
/** What the server reads, defaults filled in. */
export type BodyOf<N extends OperationName> = z.output<Operations[N]['body']>;
export type QueryOf<N extends OperationName> = z.output<Operations[N]['query']>;
/** What comes back; nobody changes it. */
export type AnswerOf<N extends OperationName> = Frozen<z.output<Operations[N]['answer']>>;
