import type { Slip } from './block.ts';
import { footOf, headOf, piecesOf, rule, type SlipLayout, space, usualLayout } from './layout.ts';
import type { SlipWords } from './words.ts';

/** One service on the day's summary. */
export interface DayServiceLine {
  readonly name: string;
  readonly served: number;
  /** Mean, seconds; null when nobody was called. */
  readonly wait: number | null;
}

/** The day in figures, for the supervisor. Nothing in it points to a person. */
export interface DaySlip {
  readonly id: string;
  readonly copy: number;
  readonly centre: string;
  /** The day it is about, DD/MM/YYYY. */
  readonly day: string;
  readonly taken: number;
  readonly served: number;
  readonly noShow: number;
  readonly cancelled: number;
  readonly leftOvernight: number;
  /** Seconds; null when there were none. */
  readonly meanWait: number | null;
  readonly longestWait: number | null;
  readonly meanService: number | null;
  readonly ratings: number;
  /** Ratings by mark, worded, the best first. */
  readonly marks: readonly { readonly name: string; readonly count: number }[];
  readonly services: readonly DayServiceLine[];
  /** When it was printed: DD/MM/YYYY and HH:MM. */
  readonly date: string;
  readonly time: string;
  readonly demonstration: boolean;
}

export function daySlip(facts: DaySlip, words: SlipWords, layout: SlipLayout = usualLayout): Slip {
  const { text, pair } = piecesOf(layout);
  const minutes = (seconds: number | null): string =>
    seconds === null ? '–' : words.dayMinutes(Math.round(seconds / 60));
  const blocks = [
    ...headOf({ copy: facts.copy, centre: facts.centre, title: words.dayTitle }, words, layout),
    text(words.dayDate(facts.day), 4.2, true),
    rule,
    pair(words.dayTaken, String(facts.taken), 3.8, true),
    pair(words.dayServed, String(facts.served), 3.8, true),
    pair(words.dayNoShow, String(facts.noShow), 3.8),
    pair(words.dayCancelled, String(facts.cancelled), 3.8),
    pair(words.dayLeft, String(facts.leftOvernight), 3.8),
    rule,
    pair(words.dayMeanWait, minutes(facts.meanWait), 3.8),
    pair(words.dayLongestWait, minutes(facts.longestWait), 3.8),
    pair(words.dayMeanService, minutes(facts.meanService), 3.8),
    rule,
    pair(words.dayRatings, String(facts.ratings), 3.8, true),
    ...facts.marks.map((mark) => pair(words.dayRatingLine(mark.name), String(mark.count), 3.6)),
  ];
  if (facts.services.length > 0) {
    blocks.push(rule, text(words.dayServices, 3.8, true, 'left'), space(0.5));
    for (const service of facts.services) {
      const wait = service.wait === null ? null : Math.round(service.wait / 60);
      blocks.push(pair(service.name, words.dayServiceLine(service.served, wait), 3.6));
    }
  }
  blocks.push(rule, text(words.dayPrinted(facts.date, facts.time), 3.2));
  blocks.push(...footOf(facts.demonstration, words, layout));
  return { id: `${facts.id}-${facts.copy}`, blocks };
}
