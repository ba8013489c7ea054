import { localTime } from '../../core/calendar.ts';
import { type Day, emptyDay } from '../../core/day.ts';
import { replay } from '../../core/evolve.ts';
import { type SimulatedDay, simulateDay } from '../../core/simulate/day.ts';
import type { Scenario } from '../../core/simulate/scenario.ts';
import { visitOf } from '../../core/visit.ts';
import type { Store } from '../../server/store/store.ts';

const dayMs = 86_400_000;

/** The moments at which the last `count` days begin on which people may come, before the day of `now`. */
export function workingDaysBefore(now: number, count: number, scenario: Scenario): number[] {
  const { timeZone } = scenario.rules;
  const { minute } = localTime(now, timeZone);
  const days: number[] = [];
  let midnight = Math.floor(now / 60_000) * 60_000 - minute * 60_000;
  for (let left = 10 * count + 10; left > 0 && days.length < count; left -= 1) {
    midnight -= dayMs;
    const { weekday } = localTime(midnight, timeZone);
    const mayCome = (scenario.rules.takingHours[weekday] ?? []).length > 0;
    if (mayCome && (scenario.weekdayFactors[weekday] ?? 0) > 0) days.unshift(midnight);
  }
  return days;
}

/** Lives days into a store, each in one commit, as the server would have written them. Days that it has are left out. */
export function writeDays(
  scenario: Scenario,
  midnights: readonly number[],
  seed: number,
  store: Store,
): SimulatedDay[] {
  const last = store.lastDay();
  let from: Day = last === null ? emptyDay : replay(store.eventsOf(last).map(({ event }) => event));
  if (last !== null && !from.closed) throw new Error(`the day ${last} in this folder is not over`);
  return midnights.flatMap((midnight) => {
    if (last !== null && localTime(midnight, scenario.rules.timeZone).date <= last) return [];
    const lived = simulateDay(scenario, { midnight, seed, from });
    from = lived.day;
    const day = lived.day.day ?? '';
    const [error] = store.commit([
      (writer) => {
        let seq = 0;
        for (const event of lived.events) ({ seq } = writer.append(day, event));
        for (const ticket of lived.day.tickets.values()) writer.saveVisit(visitOf(day, ticket));
        // Nobody waits for the paper of these.
        writer.saveCheckpoint('print', seq);
      },
    ]);
    if (error) throw error;
    return [lived];
  });
}
