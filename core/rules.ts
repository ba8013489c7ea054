/** A name or text in the languages that people read. Vietnamese is the source; others fall back to it. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** A field of work with its own queue (lĩnh vực). Services are retired, never deleted, so that old reports keep their names. */
export interface Service {
  readonly id: string;
  /** Letters printed before the number: `A` gives A001. Unique among services. */
  readonly prefix: string;
  readonly name: Text;
  /** Most tickets a working day may have; null for no limit. */
  readonly dailyLimit: number | null;
  /** Usual length of one visit in minutes: what the estimate knows before any visit was measured. */
  readonly usualMinutes: number;
  /** A wait longer than this many minutes raises an alarm. */
  readonly waitLimitMinutes: number;
  readonly active: boolean;
}

export interface Counter {
  /** What is shown and spoken: `1`, `2`, … */
  readonly id: string;
  readonly name: Text;
  /** Services taken here, the preferred first. */
  readonly services: readonly string[];
  readonly active: boolean;
}

/** A reason to be served earlier. The citizen only taps it; no proof is stored. */
export interface PriorityKind {
  readonly id: string;
  readonly name: Text;
}

/** How priority citizens are called: always before others, or one in every `every` calls of a counter. */
export type PriorityOrder =
  | { readonly mode: 'first' }
  | { readonly mode: 'interleaved' /** at least 2 */; readonly every: number };

/** Minutes after local midnight, `from` included, `to` excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Windows for each weekday, Sunday first (index 0…6), as JavaScript counts them. */
export type Hours = readonly (readonly Window[])[];

/** How a visit is judged: `levels` from 1 (worst) to `levels` (best). */
export interface RatingScale {
  readonly style: 'faces' | 'stars';
  readonly levels: 3 | 4 | 5;
  /** Marks up to this one are asked for reasons. */
  readonly lowUpTo: number;
  readonly reasons: readonly { readonly id: string; readonly name: Text }[];
}

/** What the centre's settings say about the queue: all that the rules need besides the state of the day. */
export interface Rules {
  /** IANA name, such as Asia/Ho_Chi_Minh. */
  readonly timeZone: string;
  /** When the working day changes, in minutes after local midnight. */
  readonly dayChangeMinute: number;
  readonly services: readonly Service[];
  readonly counters: readonly Counter[];
  readonly priorities: readonly PriorityKind[];
  readonly priorityOrder: PriorityOrder;
  /** When numbers can be taken. */
  readonly takingHours: Hours;
  /** When counters serve: shown to citizens. */
  readonly servingHours: Hours;
  /** How long after being marked absent a citizen may join again at the old place. */
  readonly absentGraceMinutes: number;
  readonly rating: RatingScale;
}

export const serviceOf = (rules: Rules, id: string): Service | undefined => rules.services.find((s) => s.id === id);
export const counterOf = (rules: Rules, id: string): Counter | undefined => rules.counters.find((c) => c.id === id);
