import { localTime } from '../../core/calendar.ts';
import { counterOf } from '../../core/rules.ts';
import { boardView } from '../../core/view/board.ts';
import { counterView } from '../../core/view/counter.ts';
import { kioskView } from '../../core/view/kiosk.ts';
import { ratingView } from '../../core/view/rating.ts';
import { type Alarm, supervisorView } from '../../core/view/supervisor.ts';
import { ticketView } from '../../core/view/ticket.ts';
import type {
  BoardView,
  CentreView,
  CounterView,
  SupervisorView,
  TicketView,
  Topic,
  Views,
} from '../../wire/client.ts';
import type { Role } from '../../wire/people.ts';
import type { Moment } from '../centre.ts';
import type { Context } from '../context.ts';
import { isAllowed, type Principal, seesCounter } from '../people/principal.ts';
import { Refusal } from '../problem.ts';

export function centreView(context: Context): CentreView {
  const { settings } = context.settings;
  return {
    name: settings.centre.name,
    timeZone: settings.centre.timeZone,
    day: context.centre.now().day.day,
    demonstration: context.demonstration,
    paper: context.demonstration || context.printing.address !== '',
    address: context.publicAddress(),
    build: context.build,
    kiosk: settings.kiosk,
    display: settings.display,
    rating: settings.rating,
    services: settings.services.map(({ id, name, prefix }) => ({ id, name, prefix })),
    priorities: settings.priorities,
  };
}

export const boardOf = ({ day, rules, waits }: Moment): BoardView => boardView(day, rules, waits);

/** Throws `counter-unknown`. */
export function counterViewOf({ day, rules, at, waits }: Moment, id: string): CounterView {
  const counter = counterOf(rules, id);
  if (!counter) throw new Refusal('counter-unknown');
  return counterView(day, rules, waits, at, counter);
}

/** Throws `ticket-unknown`. */
export function ticketViewOf({ day, rules, waits }: Moment, id: string): TicketView {
  const ticket = day.tickets.get(id);
  if (!ticket) throw new Refusal('ticket-unknown');
  return ticketView(day, rules, waits, ticket);
}

export const supervisorViewOf = (context: Context, { day, rules, at, waits }: Moment): SupervisorView =>
  supervisorView(day, rules, waits, at, outsideAlarms(context));

/** Alarms that the rules cannot know of. */
function outsideAlarms(context: Context): Alarm[] {
  const lost = context.devices
    .list()
    .filter((device) => !device.connected && device.lastSeenAt !== null)
    .map(
      (device): Alarm => ({ kind: 'device-lost', device: device.id, name: device.name, since: device.lastSeenAt ?? 0 }),
    );
  const recovered = context.recoveries.map(({ file, at }): Alarm => ({ kind: 'settings-recovered', file, since: at }));
  return [...printerAlarms(context), ...lost, ...recovered];
}

function printerAlarms(context: Context): Alarm[] {
  const status = context.printing.lastStatus;
  if (status === null || status.state === 'ready') return [];
  return [{ kind: 'printer', state: status.state, cause: status.cause, since: status.since }];
}

const supervisors: readonly Role[] = ['supervisor', 'administrator'];

/** Whether somebody may watch a topic. A ticket's id is its key; a rating panel sees its own counter only. */
export function mayWatch(principal: Principal, topic: Topic): boolean {
  switch (topic.view) {
    case 'centre':
    case 'board':
    case 'ticket':
      return true;
    case 'kiosk':
      return isAllowed(principal, ['kiosk', 'clerk', ...supervisors]);
    case 'supervisor':
      return isAllowed(principal, supervisors);
    case 'slips':
      return isAllowed(principal, ['kiosk', 'agent', ...supervisors]);
    case 'counter':
      return seesCounter(principal, topic.counter);
    case 'rating':
      if (principal.kind !== 'device') return isAllowed(principal, supervisors);
      return principal.device === 'rating' && (principal.counter === null || principal.counter === topic.counter);
    default:
      return topic satisfies never;
  }
}

/** The whole view of a topic. Throws Refusal when what it is about does not exist. */
export function viewOf(context: Context, topic: Topic): Views[Topic['view']] {
  const moment = context.centre.now();
  const { day, rules, at, waits } = moment;
  switch (topic.view) {
    case 'centre':
      return centreView(context);
    case 'kiosk':
      return kioskView(day, rules, at, waits, localTime(at, rules.timeZone).weekday);
    case 'board':
      return boardOf(moment);
    case 'ticket':
      return ticketViewOf(moment, topic.ticket);
    case 'counter':
      return counterViewOf(moment, topic.counter);
    case 'rating':
      return ratingView(day, rules, at, topic.counter);
    case 'supervisor':
      return supervisorViewOf(context, moment);
    case 'slips':
      return context.printing.shelf.list();
    default:
      return topic satisfies never;
  }
}
