import { z } from 'zod';
import { outcomes } from '../core/ticket.ts';
import type { BoardView, CounterView, Interval, ServiceView, SupervisorView, TicketView } from './views.ts';

const time = z.number().int().describe('ms since 1970');
const text = z.object({ vi: z.string(), en: z.string() });

export const intervalSchema = z
  .object({ low: z.number(), expected: z.number(), high: z.number() })
  .describe('Seconds; four of five waits end between low and high') satisfies z.ZodType<Interval>;

const wait = intervalSchema.nullable();

export const serviceReply = z.object({
  id: z.string(),
  prefix: z.string(),
  name: text,
  waiting: z.number().int(),
  open: z.boolean(),
  closedBecause: z.enum(['hours', 'daily-limit', 'day-closed']).nullable(),
  openCounters: z.number().int(),
  expectedWait: wait,
}) satisfies z.ZodType<ServiceView>;

/** What a citizen gets for taking a number. */
export const receiptReply = z.object({
  id: z.string().describe("The citizen's key to follow the ticket; not guessable"),
  number: z.string(),
  service: z.string(),
  issuedAt: time,
  ahead: z.number().int().describe('Tickets of the service that are called earlier'),
  expectedWait: wait,
});
export type TicketReceipt = z.infer<typeof receiptReply>;

const status = z.enum(['waiting', 'called', 'serving', 'absent', 'parked', 'done', 'cancelled', 'leftOvernight']);
const slip = z.object({
  copy: z.number().int(),
  state: z.enum(['wanted', 'sending', 'printed', 'failed']),
  cause: z.string().nullable(),
});

export const ticketReply = z.object({
  id: z.string(),
  number: z.string(),
  service: z.string(),
  status,
  priority: z.string().nullable(),
  language: z.string(),
  issuedAt: time,
  ahead: z.number().int().nullable(),
  expectedWait: wait,
  counter: z.string().nullable(),
  calledAt: time.nullable(),
  recalls: z.number().int(),
  rated: z.boolean(),
  slip,
}) satisfies z.ZodType<TicketView>;

const counterTicket = z.object({
  id: z.string(),
  number: z.string(),
  service: z.string(),
  status,
  priority: z.string().nullable(),
  language: z.string(),
  issuedAt: time,
  since: time,
  waitedMs: z.number(),
  recalls: z.number().int(),
  slip,
  overLimit: z.boolean(),
  expectedWait: wait,
});

export const counterReply = z.object({
  id: z.string(),
  name: text,
  state: z.enum(['closed', 'open', 'paused']),
  clerk: z.string().nullable(),
  since: time.nullable(),
  reason: z.string().nullable(),
  services: z.array(z.string()),
  ticket: counterTicket.nullable(),
  next: z.string().nullable(),
  waiting: z.array(counterTicket),
  absent: z.array(counterTicket),
  parked: z.array(counterTicket),
  served: z.number().int(),
  meanServiceMs: z.number().nullable(),
}) satisfies z.ZodType<CounterView, unknown>;

export const boardReply = z.object({
  calls: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      counter: z.string(),
      language: z.string(),
      at: time,
      time: z.number().int(),
    }),
  ),
  counters: z.array(
    z.object({
      id: z.string(),
      name: text,
      state: z.enum(['closed', 'open', 'paused']),
      reason: z.string().nullable(),
      number: z.string().nullable(),
      ticketState: z.enum(['called', 'serving']).nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      service: z.string(),
      name: text,
      waiting: z.number().int(),
      next: z.array(z.string()),
      expectedWait: wait,
    }),
  ),
}) satisfies z.ZodType<BoardView>;

const alarm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('wait-over-limit'),
    service: z.string(),
    longestWaitMs: z.number(),
    waiting: z.number().int(),
  }),
  z.object({ kind: z.literal('nobody-serving'), service: z.string(), waiting: z.number().int() }),
  z.object({ kind: z.literal('printer'), state: z.enum(['near-end', 'blocked']), cause: z.string(), since: time }),
  z.object({ kind: z.literal('slip-failed'), number: z.string(), cause: z.string() }),
  z.object({ kind: z.literal('device-lost'), device: z.string(), name: z.string(), since: time }),
  z.object({ kind: z.literal('settings-recovered'), file: z.string(), since: time }),
]);

export const supervisorReply = z.object({
  day: z.string().nullable(),
  closed: z.boolean(),
  counts: z.record(status, z.number().int()),
  services: z.array(
    z.object({
      id: z.string(),
      name: text,
      waiting: z.number().int(),
      longestWaitMs: z.number().nullable(),
      waitLimitMinutes: z.number(),
      expectedWait: wait,
      issued: z.number().int(),
      served: z.number().int(),
      meanWaitMs: z.number().nullable(),
    }),
  ),
  counters: z.array(
    z.object({
      id: z.string(),
      name: text,
      state: z.enum(['closed', 'open', 'paused']),
      clerk: z.string().nullable(),
      reason: z.string().nullable(),
      since: time.nullable(),
      number: z.string().nullable(),
      ticketState: z.enum(['called', 'serving']).nullable(),
      ticketSince: time.nullable(),
      served: z.number().int(),
    }),
  ),
  hours: z.array(z.object({ hour: z.number().int(), issued: z.number().int(), called: z.number().int() })),
  ratings: z.object({
    visits: z.number().int(),
    rated: z.number().int(),
    levels: z.number().int(),
    counts: z.array(z.number().int()),
  }),
  alarms: z.array(alarm),
}) satisfies z.ZodType<SupervisorView>;

export const outcomeSchema = z.enum(outcomes as readonly [(typeof outcomes)[number], ...(typeof outcomes)[number][]]);

/** One report: named columns and rows; a figure that is not known is null, never 0. */
export const reportReply = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  columns: z.array(z.object({ key: z.string(), unit: z.enum(['text', 'count', 'seconds', 'share', 'score']) })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});
export type ReportReply = z.infer<typeof reportReply>;

export const eventReply = z.object({
  seq: z.number().int(),
  day: z.string(),
  event: z.looseObject({ type: z.string(), at: time, by: z.string() }),
});
