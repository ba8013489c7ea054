import { spokenWait } from '../interval.ts';
import type { Slip, SlipBlock } from './block.ts';
import { footOf, headOf, piecesOf, rule, type SlipLayout, space, usualLayout } from './layout.ts';
import type { SlipWords } from './words.ts';

/** What a number slip tells. */
export interface NumberSlip {
  readonly ticket: string;
  readonly copy: number;
  readonly centre: string;
  readonly number: string;
  readonly service: string;
  readonly priority: string | null;
  readonly ahead: number;
  /** Seconds, or null when not known. */
  readonly wait: { readonly low: number; readonly high: number } | null;
  /** Papers to have at hand when called. */
  readonly bring?: readonly string[];
  /** DD/MM/YYYY and HH:MM at the centre. */
  readonly date: string;
  readonly time: string;
  /** Address behind the QR code, or null when the centre has none. */
  readonly followUrl: string | null;
  readonly demonstration: boolean;
}

/** The same facts in a second language, for a slip in both. */
export interface SecondLanguage {
  readonly words: SlipWords;
  readonly centre: string;
  readonly service: string;
  readonly priority: string | null;
  readonly bring?: readonly string[];
}

export interface NumberSlipOptions {
  readonly layout?: SlipLayout;
  readonly second?: SecondLanguage;
}

/** The slip with the ticket's number. It is a "phiếu số thứ tự", never to be taken for the receipt of a dossier (Mẫu 01). */
export function numberSlip(facts: NumberSlip, words: SlipWords, options: NumberSlipOptions = {}): Slip {
  const { layout = usualLayout, second } = options;
  const { text } = piecesOf(layout);
  const both = (value: string, inSecond: string | null | undefined, sizeMm: number, bold = false): SlipBlock[] =>
    inSecond ? [text(value, sizeMm, bold), text(inSecond, Math.max(2.8, sizeMm - 0.8))] : [text(value, sizeMm, bold)];

  const blocks = headOf({ copy: facts.copy, centre: facts.centre, title: words.slipTitle }, words, layout);
  if (second) blocks.push(text(second.words.slipTitle, 3.6));
  blocks.push(
    space(2.5),
    // At least 15 mm tall, to be read at arm's length by old eyes.
    layout.large
      ? { kind: 'number', text: facts.number, heightMm: 24, leastMm: 16 }
      : { kind: 'number', text: facts.number, heightMm: 18, leastMm: 15 },
    space(2),
    ...both(words.slipService(facts.service), second?.words.slipService(second.service), 4.4, true),
  );
  if (facts.priority !== null)
    blocks.push(
      ...both(words.slipPriority(facts.priority), second?.priority && second.words.slipPriority(second.priority), 3.8),
    );
  blocks.push(rule);
  if (layout.show.ahead) blocks.push(...both(words.slipAhead(facts.ahead), second?.words.slipAhead(facts.ahead), 4.4));
  if (layout.show.ahead && layout.show.wait) blocks.push(space(0.5));
  if (layout.show.wait)
    blocks.push(...both(waitOf(facts.wait, words), second && waitOf(facts.wait, second.words), 4.4));
  blocks.push(...bringOf(facts, words, options));
  if (layout.show.code && facts.followUrl !== null)
    blocks.push(
      { kind: 'code', text: facts.followUrl, sizeMm: 24 },
      ...both(words.slipFollow, second?.words.slipFollow, 3.2),
    );
  blocks.push(rule, ...both(words.slipKeep, second?.words.slipKeep, 3.8, true));
  if (layout.show.thanks && !layout.large) blocks.push(...both(words.slipThanks, second?.words.slipThanks, 3.2));
  if (layout.show.time) blocks.push(text(words.slipTime(facts.date, facts.time), 3.2));
  blocks.push(...footOf(facts.demonstration, words, layout));
  return { id: `${facts.ticket}-${facts.copy}`, blocks };
}

function bringOf(
  facts: NumberSlip,
  words: SlipWords,
  { layout = usualLayout, second }: NumberSlipOptions,
): SlipBlock[] {
  if (!layout.show.bring) return [];
  const { text, item } = piecesOf(layout);
  const list = (title: string, papers: readonly string[] | undefined): SlipBlock[] =>
    papers?.length ? [rule, text(title, 3.6, true, 'left'), ...papers.map((paper) => item(paper, 3.6))] : [];
  return [...list(words.slipBring, facts.bring), ...(second ? list(second.words.slipBring, second.bring) : [])];
}

function waitOf(wait: NumberSlip['wait'], words: SlipWords): string {
  if (!wait) return words.slipWaitUnknown;
  const { low, high } = spokenWait(wait);
  return words.slipWait(low, high);
}
