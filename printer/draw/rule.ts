import type { SlipBlock } from '../../core/slip.ts';
import { type Paper, printableDots } from '../paper.ts';
import { type Drawn, dots } from './part.ts';

const ruleMm = { height: 3, thickness: 0.2 };

export function drawRule(y: number, paper: Paper): Drawn {
  const height = ruleMm.height * paper.scale * paper.dotsPerMm;
  const thickness = Math.max(1, Math.round(ruleMm.thickness * paper.scale * paper.dotsPerMm));
  const x = Math.ceil(paper.marginMm * paper.dotsPerMm);
  const top = Math.round(y + (height - thickness) / 2);
  return { svg: `<rect x="${x}" y="${top}" width="${printableDots(paper)}" height="${thickness}"/>`, height };
}

const tickMm = (mm: number): number => (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 3 : 1.5);
const labelMm = 2.8;

/** Across: from the first dot of the head to the last, margins and all. Down: at the left margin. A tick for each mm. */
export function drawRuler(block: SlipBlock & { kind: 'ruler' }, y: number, paper: Paper): Drawn {
  const top = Math.ceil(y);
  const perMm = paper.dotsPerMm;
  const across = block.direction === 'across';
  const length = across ? paper.widthDots : Math.round(block.lengthMm * perMm);
  const left = across ? 0 : Math.ceil(paper.marginMm * perMm);
  const parts = [across ? bar(0, top, length, 2) : bar(left, top, 2, length)];
  for (let mm = 0; Math.round(mm * perMm) < length + (across ? 0 : 1); mm++) {
    const at = Math.round(mm * perMm);
    const tick = Math.round(tickMm(mm) * perMm);
    parts.push(across ? bar(at, top, 1, tick) : bar(left, top + at, tick, 1));
    if (mm % 10 !== 0 || mm === 0) continue;
    const place = across
      ? `x="${at}" y="${dots(top + (tickMm(0) + labelMm) * perMm)}" text-anchor="middle"`
      : `x="${dots(left + (tickMm(0) + 0.8) * perMm)}" y="${dots(top + at + labelMm * 0.36 * perMm)}"`;
    // A number that would hang over the edge would be cut off.
    if (!across || at + 2 * perMm < length)
      parts.push(`<text ${place} font-size="${dots(labelMm * perMm)}">${mm}</text>`);
  }
  if (across) parts.push(bar(length - 1, top, 1, Math.round(tickMm(0) * perMm)));
  return {
    svg: parts.join(''),
    height: top - y + (across ? (tickMm(0) + labelMm + 1) * perMm : length + labelMm * perMm),
  };
}

const bar = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" shape-rendering="crispEdges"/>`;
