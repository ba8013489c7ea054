import type { Rules, Window } from '../rules.ts';

/** How often a service is wanted and how long one visit truly takes; the rules only know the usual length. */
export interface Demand {
  readonly service: string;
  readonly share: number;
  readonly meanMinutes: number;
  /** Standard deviation ÷ mean. */
  readonly variation: number;
}

/** One clerk's day at one counter, in minutes after local midnight. */
export interface Shift {
  readonly clerk: string;
  readonly counter: string;
  readonly from: number;
  readonly to: number;
  readonly pauses: readonly Window[];
  /** Factor on the length of visits: 1.2 is slower than usual. */
  readonly pace: number;
}

/** A part of the day and its share of those who do not come with the crowd at opening. */
export interface ArrivalWindow extends Window {
  readonly share: number;
}

/** All that decides how the days of a centre go, besides chance. */
export interface Scenario {
  readonly name: string;
  readonly rules: Rules;
  /** Expected on a day of factor 1. */
  readonly visitsADay: number;
  /** Sunday first. */
  readonly weekdayFactors: readonly number[];
  readonly arrivals: readonly ArrivalWindow[];
  /** Share of the day's visits that stand before the door and come within `minutes` of `at`. */
  readonly opening: { readonly share: number; readonly at: number; readonly minutes: number };
  readonly demand: readonly Demand[];
  readonly lengths: 'log-normal' | 'exponential';
  readonly priorityShare: number;
  /** Share of those called who are not there whatever their wait was. */
  readonly noShowShare: number;
  /** Of those not there, the share that comes back, after `lateMinutes` on average. */
  readonly lateShare: number;
  readonly lateMinutes: number;
  /** Mean time after which somebody gives up: who waits longer leaves more often. Null: nobody leaves. */
  readonly patienceMinutes: number | null;
  /** Of those who give up, the share that hands the number back instead of only walking out. */
  readonly cancelShare: number;
  readonly transferShare: number;
  readonly parkShare: number;
  /** Dossiers of one visit beyond the first, on average: each makes the visit longer by half. */
  readonly moreDossiers: number;
  /** From the call to the counter, on average. */
  readonly walkSeconds: number;
  /** From one visit's end to the next call, on average. */
  readonly betweenSeconds: number;
  /** How long somebody is waited for after each of two calls. */
  readonly patienceAtCallSeconds: number;
  /** How long after its end a shift still calls those who wait. */
  readonly overtimeMinutes: number;
  readonly shifts: readonly Shift[];
}
