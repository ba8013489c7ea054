import type { SlipBlock } from '../../core/slip.ts';
import { bold, type Font, regular } from '../font.ts';
import { type Paper, printableDots, textDots } from '../paper.ts';
import { wrap } from '../wrap.ts';
import { type Drawn, dots, lineOf, printable, toXml, weight } from './part.ts';

interface Lines {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly top: number;
  /** Font size, in dots. */
  readonly size: number;
  readonly font: Font;
}

function drawLines(lines: readonly string[], { x, anchor, top, size, font }: Lines): string {
  const place = `x="${dots(x)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`;
  return lines
    .map((line, i) => {
      const baseline = top + (i * lineOf(font) + font.ascent) * size;
      return `<text ${place} y="${dots(baseline)}" font-size="${dots(size)}"${weight(font)}>${toXml(line)}</text>`;
    })
    .join('');
}

export function drawText(block: SlipBlock & { kind: 'text' }, y: number, paper: Paper): Drawn {
  const font = block.bold ? bold : regular;
  const size = textDots(block.sizeMm, paper);
  const lines = wrap(printable(block.text), font, printableDots(paper) / size);
  const centred = block.align === 'centre';
  const x = centred ? paper.widthDots / 2 : paper.marginMm * paper.dotsPerMm;
  return {
    svg: drawLines(lines, { x, anchor: centred ? 'middle' : 'start', top: y, size, font }),
    height: lines.length * lineOf(font) * size,
  };
}

/** Wrapped lines stand under the first letter, not under the box. */
export function drawItem(block: SlipBlock & { kind: 'item' }, y: number, paper: Paper): Drawn {
  const size = textDots(block.sizeMm, paper);
  const left = Math.ceil(paper.marginMm * paper.dotsPerMm);
  const indent = size * (block.box ? 1.35 : 0.8);
  const lines = wrap(printable(block.text), regular, (printableDots(paper) - indent) / size);
  const baseline = y + regular.ascent * size;
  return {
    svg:
      (block.box
        ? box(left, baseline, size)
        : drawLines(['–'], { x: left, anchor: 'start', top: y, size, font: regular })) +
      drawLines(lines, { x: left + indent, anchor: 'start', top: y, size, font: regular }),
    height: lines.length * lineOf(regular) * size,
  };
}

/** A frame of whole dots, large enough for a pen's tick. */
function box(left: number, baseline: number, size: number): string {
  const side = Math.round(size * 0.85);
  const line = Math.max(2, Math.round(size * 0.06));
  const top = Math.round(baseline) - side + Math.round(size * 0.08);
  return `<path d="M${left} ${top}h${side}v${side}h-${side}zM${left + line} ${top + line}v${side - 2 * line}h${side - 2 * line}v-${side - 2 * line}z" shape-rendering="crispEdges"/>`;
}

/** The value ends at the right margin; a long label wraps beside it. */
export function drawPair(block: SlipBlock & { kind: 'pair' }, y: number, paper: Paper): Drawn {
  const font = block.bold ? bold : regular;
  const size = textDots(block.sizeMm, paper);
  const margin = paper.marginMm * paper.dotsPerMm;
  const value = printable(block.value);
  const gap = 0.6;
  const room = printableDots(paper) / size - font.widthOf(value) - gap;
  const lines = wrap(printable(block.label), font, room);
  return {
    svg:
      drawLines(lines, { x: margin, anchor: 'start', top: y, size, font }) +
      drawLines([value], { x: paper.widthDots - margin, anchor: 'end', top: y, size, font }),
    height: lines.length * lineOf(font) * size,
  };
}
