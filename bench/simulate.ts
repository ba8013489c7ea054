import { simulateDay } from '../core/simulate/day.ts';
import { type PresetName, presets } from '../core/simulate/presets.ts';

const monday = Date.parse('2026-03-02T00:00:00+07:00');
const dayMs = 86_400_000;

/** Whole visits a second on one core, from taking a number with its promise to the end: what the rules can do. */
export async function run(): Promise<void> {
  const names = Object.keys(presets) as PresetName[];
  for (const name of names) measure(name, 500);
  console.table(names.map((name) => measure(name, 2000)));
}

function measure(name: PresetName, forMs: number): Record<string, string | number> {
  const scenario = presets[name]();
  let visits = 0;
  let events = 0;
  let days = 0;
  const start = process.cpuUsage();
  const cpuMs = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  while (cpuMs() < forMs) {
    const lived = simulateDay(scenario, { midnight: monday + (days % 5) * dayMs, seed: days });
    visits += lived.visitors;
    events += lived.events.length;
    days += 1;
  }
  const seconds = cpuMs() / 1000;
  return {
    preset: name,
    days,
    visits,
    'visits a second': Math.round(visits / seconds),
    'events a second': Math.round(events / seconds),
  };
}
