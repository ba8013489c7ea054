import { isWithin, nextOpeningToday } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { Forecast } from '../estimate.ts';
import type { Interval } from '../interval.ts';
import { waitingTickets } from '../next.ts';
import type { PriorityKind, Rules, Service, Text, Window } from '../rules.ts';

/** One service as citizens see it before they take a number. */
export interface ServiceView {
  readonly id: string;
  readonly prefix: string;
  readonly name: Text;
  readonly waiting: number;
  readonly open: boolean;
  /** Why no number can be taken, or null. */
  readonly closedBecause: 'hours' | 'daily-limit' | 'day-closed' | null;
  /** Counters that serve it at this moment. */
  readonly openCounters: number;
  readonly expectedWait: Interval | null;
}

export interface KioskView {
  readonly services: readonly ServiceView[];
  readonly priorities: readonly PriorityKind[];
  /** Minutes after midnight at which numbers can be taken again today, or null. */
  readonly opensAtMinute: number | null;
  /** Serving windows of today. */
  readonly servingToday: readonly Window[];
}

/** Active services with their lines, in the order of the settings. `at` in ms since 1970. */
export function serviceViews(day: Day, rules: Rules, at: number, waits: Forecast): ServiceView[] {
  const waiting = new Map<string, number>();
  for (const ticket of waitingTickets(day)) waiting.set(ticket.service, (waiting.get(ticket.service) ?? 0) + 1);
  return rules.services
    .filter((service) => service.active)
    .map((service) => {
      const closedBecause = reasonClosed(day, rules, service, at);
      return {
        id: service.id,
        prefix: service.prefix,
        name: service.name,
        waiting: waiting.get(service.id) ?? 0,
        open: closedBecause === null,
        closedBecause,
        openCounters: rules.counters.filter(
          (c) => c.services.includes(service.id) && day.counters[c.id]?.state === 'open',
        ).length,
        expectedWait: waits.byService[service.id] ?? null,
      };
    });
}

function reasonClosed(day: Day, rules: Rules, service: Service, at: number): ServiceView['closedBecause'] {
  if (day.closed) return 'day-closed';
  if (!isWithin(rules.takingHours, at, rules.timeZone)) return 'hours';
  return service.dailyLimit !== null && (day.issued[service.id] ?? 0) >= service.dailyLimit ? 'daily-limit' : null;
}

/** What the kiosk shows. */
export function kioskView(day: Day, rules: Rules, at: number, waits: Forecast, weekday: number): KioskView {
  return {
    services: serviceViews(day, rules, at, waits),
    priorities: rules.priorities,
    opensAtMinute: nextOpeningToday(rules.takingHours, at, rules.timeZone),
    servingToday: rules.servingHours[weekday] ?? [],
  };
}
