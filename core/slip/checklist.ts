import type { Slip } from './block.ts';
import { footOf, headOf, piecesOf, rule, type SlipLayout, space, usualLayout } from './layout.ts';
import type { SlipWords } from './words.ts';

/** What a citizen takes home to prepare a procedure. */
export interface ChecklistSlip {
  readonly id: string;
  readonly copy: number;
  readonly centre: string;
  readonly procedure: string;
  /** As on the national portal, such as 1.001193; null when it has none. */
  readonly code: string | null;
  /** Papers in the order they are asked for, with how many of each. */
  readonly papers: readonly string[];
  readonly fee: string | null;
  readonly duration: string | null;
  readonly place: string | null;
  /** Address of the full description, for the QR code. */
  readonly url: string | null;
  /** DD/MM/YYYY and HH:MM at the centre. */
  readonly date: string;
  readonly time: string;
  readonly demonstration: boolean;
}

/** Papers with a box to tick before each, then fee, time and place. */
export function checklistSlip(facts: ChecklistSlip, words: SlipWords, layout: SlipLayout = usualLayout): Slip {
  const { text, item } = piecesOf(layout);
  const blocks = [
    ...headOf({ copy: facts.copy, centre: facts.centre, title: words.checklistTitle }, words, layout),
    space(1),
    text(facts.procedure, 4.4, true),
  ];
  if (facts.code !== null) blocks.push(text(words.checklistCode(facts.code), 3.2));
  blocks.push(rule, text(words.checklistPapers, 3.8, true, 'left'), space(0.5));
  for (const paper of facts.papers) blocks.push(item(paper, 3.8, true), space(0.8));
  blocks.push(rule);
  for (const line of [
    facts.fee && words.checklistFee(facts.fee),
    facts.duration && words.checklistDuration(facts.duration),
    facts.place && words.checklistPlace(facts.place),
  ])
    if (line) blocks.push(text(line, 3.8, false, 'left'));
  if (layout.show.code && facts.url !== null)
    blocks.push({ kind: 'code', text: facts.url, sizeMm: 24 }, text(words.checklistMore, 3.2));
  blocks.push(rule, text(words.checklistPrinted(facts.date, facts.time), 3.2));
  blocks.push(...footOf(facts.demonstration, words, layout));
  return { id: `${facts.id}-${facts.copy}`, blocks };
}
