import type { SlipBlock } from './block.ts';
import type { SlipWords } from './words.ts';

/** What a centre may change about its slips. */
export interface SlipLayout {
  /** Lines above the centre's name, such as its authority. */
  readonly header: readonly string[];
  /** Lines at the very end, such as a telephone number. */
  readonly footer: readonly string[];
  /** A PNG or JPEG picture as a data address. */
  readonly logo: string | null;
  /** Large print: fewer words, all of them bigger. */
  readonly large: boolean;
  /** Parts of the number slip that can be left out; the number, its service and the wish to keep the slip always stay. */
  readonly show: {
    readonly ahead: boolean;
    readonly wait: boolean;
    readonly bring: boolean;
    readonly code: boolean;
    readonly time: boolean;
    readonly thanks: boolean;
  };
}

export const usualLayout: SlipLayout = {
  header: [],
  footer: [],
  logo: null,
  large: false,
  show: { ahead: true, wait: true, bring: true, code: true, time: true, thanks: false },
};

/** In large print, letters grow by this. */
const largeScale = 1.4;

export const space = (heightMm: number): SlipBlock => ({ kind: 'space', heightMm });
export const rule: SlipBlock = { kind: 'rule' };

/** Makes the pieces of a slip in the size that its layout asks for. */
export function piecesOf({ large }: SlipLayout) {
  const scale = large ? largeScale : 1;
  return {
    text: (value: string, sizeMm: number, bold = false, align: 'centre' | 'left' = 'centre'): SlipBlock => ({
      kind: 'text',
      text: value,
      sizeMm: round(sizeMm * scale),
      bold,
      align,
    }),
    item: (value: string, sizeMm: number, box = false): SlipBlock => ({
      kind: 'item',
      text: value,
      sizeMm: round(sizeMm * scale),
      box,
    }),
    pair: (label: string, value: string, sizeMm: number, bold = false): SlipBlock => ({
      kind: 'pair',
      label,
      value,
      sizeMm: round(sizeMm * scale),
      bold,
    }),
  };
}

const round = (mm: number): number => Math.round(mm * 100) / 100;

/** What every slip begins with: the mark of a reprint, the logo, who gives it out and what it is. */
export function headOf(
  { copy, centre, title }: { readonly copy: number; readonly centre: string; readonly title: string },
  words: SlipWords,
  layout: SlipLayout,
): SlipBlock[] {
  const { text } = piecesOf(layout);
  const blocks: SlipBlock[] = [];
  if (copy > 1) blocks.push(text(words.slipReprint(copy), 4.5, true), rule);
  if (layout.logo !== null) blocks.push({ kind: 'logo', image: layout.logo, widthMm: 40, heightMm: 14 }, space(1));
  blocks.push(
    ...layout.header.map((line) => text(line, 3.2)),
    // The centre's name stays small in large print: nobody needs it at arm's length.
    { kind: 'text', text: centre, sizeMm: 3.6, bold: true, align: 'centre' },
    space(1.5),
    text(title, 4.6, true),
  );
  return blocks;
}

/** What every slip ends with. */
export function footOf(demonstration: boolean, words: SlipWords, layout: SlipLayout): SlipBlock[] {
  const { text } = piecesOf(layout);
  const blocks = layout.footer.map((line) => text(line, 3.2));
  if (demonstration) blocks.push(space(0.5), text(words.slipDemonstration, 3.2, true));
  return blocks;
}
