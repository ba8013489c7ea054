import type { Slip, SlipBlock } from '../core/slip.ts';
import { drawCode } from './draw/code.ts';
import { drawLogo } from './draw/logo.ts';
import { drawNumber } from './draw/number.ts';
import type { Drawn } from './draw/part.ts';
import { drawRule, drawRuler } from './draw/rule.ts';
import { drawItem, drawPair, drawText } from './draw/text.ts';
import { fontFamily } from './font.ts';
import type { Logo } from './logo.ts';
import type { Paper } from './paper.ts';

/** A slip laid out for a paper. One unit of the drawing is one dot of the printer. */
export interface SlipDrawing {
  readonly svg: string;
  readonly widthDots: number;
  readonly heightDots: number;
}

/** The logos of a slip, made ready for its paper (`logo.ts`). */
export type Logos = ReadonlyMap<SlipBlock, Logo>;

/** Lays a slip out on a paper: texts wrap, numbers shrink to fit, nothing is cut off. Pure: the same slip gives the same drawing. */
export function slipToSvg(slip: Slip, paper: Paper, logos: Logos = new Map()): SlipDrawing {
  const margin = paper.marginMm * paper.dotsPerMm;
  const parts: string[] = [];
  let y = margin;
  for (const block of slip.blocks) {
    const drawn = draw(block, y, paper, logos);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const widthDots = paper.widthDots;
  const heightDots = Math.ceil(y + margin);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}" viewBox="0 0 ${widthDots} ${heightDots}" font-family="${fontFamily}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;
  return { svg, widthDots, heightDots };
}

function draw(block: SlipBlock, y: number, paper: Paper, logos: Logos): Drawn {
  switch (block.kind) {
    case 'text':
      return drawText(block, y, paper);
    case 'number':
      return drawNumber(block, y, paper);
    case 'item':
      return drawItem(block, y, paper);
    case 'pair':
      return drawPair(block, y, paper);
    case 'rule':
      return drawRule(y, paper);
    case 'space':
      return { svg: '', height: block.heightMm * paper.scale * paper.dotsPerMm };
    case 'code':
      return drawCode(block, y, paper);
    case 'logo':
      return drawLogo(block, y, paper, logos.get(block));
    case 'ruler':
      return drawRuler(block, y, paper);
    default:
      return block satisfies never;
  }
}
