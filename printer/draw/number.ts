import type { SlipBlock } from '../../core/slip.ts';
import { bold } from '../font.ts';
import { type Paper, printableDots } from '../paper.ts';
import { type Drawn, dots, printable, toXml, weight } from './part.ts';

/** A number is squeezed sideways down to this before it is made lower than it should be. */
const leastSqueeze = 0.75;

/** One line as tall as asked if it fits; else lower down to `leastMm`; else squeezed sideways; only then lower still. */
export function drawNumber(block: SlipBlock & { kind: 'number' }, y: number, paper: Paper): Drawn {
  const value = printable(block.text);
  const ink = bold.inkOf(value);
  const tall = bold.inkOf('0').top;
  const room = printableDots(paper);
  const sizeOf = (heightMm: number): number => (heightMm * paper.dotsPerMm) / tall;
  const fitting = room / bold.widthOf(value);
  const size = Math.min(
    sizeOf(block.heightMm),
    Math.max(fitting, Math.min(sizeOf(block.leastMm), fitting / leastSqueeze)),
  );
  const squeeze = Math.min(paper.numberStretch, fitting / size);
  const baseline = y + ink.top * size;
  const place = `translate(${paper.widthDots / 2} ${dots(baseline)}) scale(${squeeze.toFixed(4)} 1)`;
  return {
    svg: `<text transform="${place}" text-anchor="middle" font-size="${dots(size)}"${weight(bold)}>${toXml(value)}</text>`,
    height: (ink.top + ink.bottom) * size,
  };
}
