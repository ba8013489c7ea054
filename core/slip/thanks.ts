import type { Slip } from './block.ts';
import { footOf, headOf, piecesOf, rule, type SlipLayout, space, usualLayout } from './layout.ts';
import type { SlipWords } from './words.ts';

/** Given after a visit, so that it can be rated at home. */
export interface ThanksSlip {
  readonly id: string;
  readonly copy: number;
  readonly centre: string;
  readonly number: string;
  /** The counter's name as citizens read it. */
  readonly counter: string;
  readonly ratingUrl: string;
  /** DD/MM/YYYY and HH:MM at the centre. */
  readonly date: string;
  readonly time: string;
  readonly demonstration: boolean;
}

export function thanksSlip(facts: ThanksSlip, words: SlipWords, layout: SlipLayout = usualLayout): Slip {
  const { text } = piecesOf(layout);
  return {
    id: `${facts.id}-${facts.copy}`,
    blocks: [
      ...headOf({ copy: facts.copy, centre: facts.centre, title: words.thanksTitle }, words, layout),
      space(1.5),
      text(words.thanksServed(facts.number, facts.counter), 3.8),
      { kind: 'code', text: facts.ratingUrl, sizeMm: 32 },
      text(words.thanksRate, 4.4, true),
      space(1),
      text(words.thanksAnonymous, 3.4),
      rule,
      text(`${facts.time} · ${facts.date}`, 3.2),
      ...footOf(facts.demonstration, words, layout),
    ],
  };
}
