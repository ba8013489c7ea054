import type { Slip, SlipBlock } from '../../core/slip.ts';
import type { Font } from '../font.ts';
import { wrap } from '../wrap.ts';

/** A line in a printer's own letters, or something between lines. */
export type TextPart =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly bold: boolean;
      readonly centred: boolean;
      /** Times the usual width and height of a letter, 1…8. */
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'space'; readonly heightMm: number }
  | (SlipBlock & { readonly kind: 'code' });

/** Every letter of a printer is as wide as any other. */
const oneCell: Font = {
  file: '',
  ascent: 1,
  descent: 0,
  has: () => true,
  widthOf: (text) => [...text].length,
  inkOf: () => ({ top: 1, bottom: 0 }),
};
/** Height of a digit in font A, which is 24 dots high, in mm. */
const digitMm = 2.2;
/** Texts from this size on are twice as high, to be read by old eyes. */
const tallMm = 3.7;
const wideMm = 5.2;

/** A slip in lines of letters. Pictures are left out: a printer that is fed letters has its reason. */
export function textParts(slip: Slip, columns: number): TextPart[] {
  return slip.blocks.flatMap((block) => partsOf(block, columns));
}

function partsOf(block: SlipBlock, columns: number): TextPart[] {
  switch (block.kind) {
    case 'text': {
      const { width, height } = timesOf(block.sizeMm);
      return wrap(block.text, oneCell, Math.floor(columns / width)).map((text) =>
        line(text, { bold: block.bold, centred: block.align === 'centre', width, height }),
      );
    }
    case 'number': {
      const height = times(Math.round(block.heightMm / digitMm));
      const width = Math.min(height, times(Math.floor(columns / [...block.text].length)));
      return [line(block.text, { bold: true, centred: true, width, height })];
    }
    case 'item': {
      const mark = block.box ? '[ ] ' : '- ';
      const lines = wrap(block.text, oneCell, columns - mark.length);
      const { height } = timesOf(block.sizeMm);
      return lines.map((text, i) => line((i === 0 ? mark : ' '.repeat(mark.length)) + text, { height }));
    }
    case 'pair': {
      const room = columns - [...block.value].length - 1;
      const lines = wrap(block.label, oneCell, room);
      return lines.map((text, i) => line(i === 0 ? text.padEnd(room + 1) + block.value : text, { bold: block.bold }));
    }
    case 'rule':
      return [line('-'.repeat(columns))];
    case 'space':
    case 'code':
      return [block];
    case 'ruler':
      return block.direction === 'across' ? [line('123456789|'.repeat(columns).slice(0, columns))] : [];
    case 'logo':
      return [];
    default:
      return block satisfies never;
  }
}

function line(text: string, style: Partial<TextPart & { kind: 'line' }> = {}): TextPart {
  // What keeps syllables together while lines are broken is a plain space on paper.
  return {
    kind: 'line',
    bold: false,
    centred: false,
    width: 1,
    height: 1,
    ...style,
    text: text.replaceAll('\u00a0', ' '),
  };
}

const times = (count: number): number => Math.max(1, Math.min(8, count));
const timesOf = (sizeMm: number) => ({ width: sizeMm >= wideMm ? 2 : 1, height: sizeMm >= tallMm ? 2 : 1 });
