import { join } from 'node:path';
import { LowSync } from 'lowdb';
import type { Hours, Rules } from '../../core/rules.ts';
import { weekdays } from '../../wire/names.ts';
import { type Settings, settingsSchema } from '../../wire/settings.ts';
import { type Recovery, SyncedJsonFile } from './json-file.ts';

/** The centre's settings: a JSON file that a technician can mend. */
export class SettingsFile {
  readonly #db: LowSync<Settings>;
  readonly recovery: Recovery | null;
  #rules: Rules;

  /** Reads `settings.json` in the folder, or writes the defaults there. */
  constructor(folder: string, now: () => number) {
    const file = new SyncedJsonFile(join(folder, 'settings.json'), (value) => settingsSchema.parse(value), now);
    this.#db = new LowSync<Settings>(file, settingsSchema.parse({}));
    this.#db.read();
    this.recovery = file.recovery;
    this.#rules = rulesOf(this.#db.data);
    this.#db.write();
  }

  get settings(): Settings {
    return this.#db.data;
  }

  get rules(): Rules {
    return this.#rules;
  }

  /** Replaces all settings. Throws when the disk refuses; then the old ones stay in force. */
  save(settings: Settings): void {
    const before = this.#db.data;
    try {
      this.#db.data = settings;
      this.#db.write();
    } catch (error) {
      this.#db.data = before;
      throw error;
    }
    this.#rules = rulesOf(settings);
  }
}

/** What the rules need of the settings, in their units. */
export function rulesOf(settings: Settings): Rules {
  const { services, counters, priorities, priorityOrder, absentGraceMinutes, rating, centre } = settings;
  return {
    timeZone: centre.timeZone,
    dayChangeMinute: minuteOf(centre.dayChange),
    services,
    counters,
    priorities,
    priorityOrder,
    takingHours: hoursOf(settings.takingHours),
    servingHours: hoursOf(settings.servingHours),
    absentGraceMinutes,
    rating,
  };
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const hoursOf = (week: Settings['takingHours']): Hours =>
  weekdays.map((day) => week[day].map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) })));
