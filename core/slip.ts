/** One piece of a slip, independent of any printer. Sizes are in mm on paper. */
export type SlipBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The font size; capitals are about 0.7 of it. */
      readonly sizeMm: number;
      readonly bold: boolean;
      readonly align: 'centre' | 'left';
    }
  | {
      /** The one thing that has to be read at arm's length. It stays on one line. */
      readonly kind: 'number';
      readonly text: string;
      /** Height of its digits where the paper is wide enough. */
      readonly heightMm: number;
      /** Not made lower than this while squeezing it sideways still helps. */
      readonly leastMm: number;
    }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly heightMm: number }
  | { readonly kind: 'code' /** what the QR code says */; readonly text: string; readonly sizeMm: number };

export interface Slip {
  /** Unique per ticket and copy: a driver that sees it twice must not print it twice unmarked. */
  readonly id: string;
  readonly blocks: readonly SlipBlock[];
}

/** The words on a number slip, in one language; lang/ provides them. */
export interface SlipWords {
  readonly slipTitle: string;
  readonly slipService: (service: string) => string;
  readonly slipPriority: (kind: string) => string;
  readonly slipAhead: (people: number) => string;
  readonly slipWait: (lowMinutes: number, highMinutes: number) => string;
  readonly slipWaitUnknown: string;
  readonly slipTime: (localDate: string, localTime: string) => string;
  readonly slipFollow: string;
  readonly slipKeep: string;
  readonly slipThanks: string;
  /** Copy 2 is the first reprint. */
  readonly slipReprint: (copy: number) => string;
  readonly slipDemonstration: string;
}

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
  /** DD/MM/YYYY and HH:MM at the centre. */
  readonly date: string;
  readonly time: string;
  /** Address behind the QR code, or null when the centre has none. */
  readonly followUrl: string | null;
  readonly demonstration: boolean;
}

const text = (value: string, sizeMm: number, bold = false): SlipBlock => ({
  kind: 'text',
  text: value,
  sizeMm,
  bold,
  align: 'centre',
});
const space = (heightMm: number): SlipBlock => ({ kind: 'space', heightMm });

/** The slip with the ticket's number. It is a "phiếu số thứ tự", never to be taken for the receipt of a dossier (Mẫu 01). */
export function numberSlip(facts: NumberSlip, words: SlipWords): Slip {
  const blocks: SlipBlock[] = [];
  if (facts.copy > 1) blocks.push(text(words.slipReprint(facts.copy), 4.5, true), { kind: 'rule' });
  blocks.push(
    text(facts.centre, 3.6, true),
    space(1.5),
    text(words.slipTitle, 4.6, true),
    space(2.5),
    // At least 15 mm tall, to be read at arm's length by old eyes.
    { kind: 'number', text: facts.number, heightMm: 18, leastMm: 15 },
    space(2),
    text(words.slipService(facts.service), 4.4, true),
  );
  if (facts.priority !== null) blocks.push(text(words.slipPriority(facts.priority), 3.8));
  blocks.push(
    { kind: 'rule' },
    text(words.slipAhead(facts.ahead), 4.4),
    space(0.5),
    text(
      facts.wait ? words.slipWait(toMinutes(facts.wait.low), toMinutes(facts.wait.high)) : words.slipWaitUnknown,
      4.4,
    ),
  );
  if (facts.followUrl !== null)
    blocks.push({ kind: 'code', text: facts.followUrl, sizeMm: 24 }, text(words.slipFollow, 3.2));
  blocks.push(
    { kind: 'rule' },
    text(words.slipKeep, 3.8, true),
    text(words.slipThanks, 3.2),
    text(words.slipTime(facts.date, facts.time), 3.2),
  );
  if (facts.demonstration) blocks.push(space(0.5), text(words.slipDemonstration, 3.2, true));
  return { id: `${facts.ticket}-${facts.copy}`, blocks };
}

const toMinutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));
