import { encode } from 'uqr';
import type { Slip, SlipBlock } from '../core/slip.ts';
import { bold, type Font, fontFamily, regular } from './font.ts';
import { type Paper, printableDots } from './paper.ts';
import { wrap } from './wrap.ts';

/** A slip laid out for a paper. One unit of the drawing is one dot of the printer. */
export interface SlipDrawing {
  readonly svg: string;
  readonly widthDots: number;
  readonly heightDots: number;
}

/** A part of the drawing, and the height it takes. */
interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/** A number is squeezed sideways down to this before it is made lower than it should be. */
const leastSqueeze = 0.75;
const ruleMm = { height: 3, thickness: 0.25 };
/** Phone cameras read modules from about this size on. */
const leastModuleMm = 0.375;
/** White that the QR standard asks around a code, in modules. */
const quietModules = 4;

/** Lays a slip out on a paper: texts wrap, numbers shrink to fit, nothing is cut off. Pure: the same slip gives the same drawing. */
export function slipToSvg(slip: Slip, paper: Paper): SlipDrawing {
  const margin = paper.marginMm * paper.dotsPerMm;
  const parts: string[] = [];
  let y = margin;
  for (const block of slip.blocks) {
    const drawn = draw(block, y, paper);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const widthDots = paper.widthDots;
  const heightDots = Math.ceil(y + margin);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthDots}" height="${heightDots}" viewBox="0 0 ${widthDots} ${heightDots}" font-family="${fontFamily}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;
  return { svg, widthDots, heightDots };
}

function draw(block: SlipBlock, y: number, paper: Paper): Drawn {
  switch (block.kind) {
    case 'text':
      return drawText(block, y, paper);
    case 'number':
      return drawNumber(block, y, paper);
    case 'rule':
      return drawRule(y, paper);
    case 'space':
      return { svg: '', height: block.heightMm * paper.dotsPerMm };
    case 'code':
      return drawCode(block, y, paper);
    default:
      return block satisfies never;
  }
}

function drawText(block: SlipBlock & { kind: 'text' }, y: number, paper: Paper): Drawn {
  const font = block.bold ? bold : regular;
  const size = block.sizeMm * paper.dotsPerMm;
  const lineHeight = (font.ascent + font.descent) * size;
  const lines = wrap(printable(block.text), font, printableDots(paper) / size);
  const place =
    block.align === 'centre'
      ? `x="${paper.widthDots / 2}" text-anchor="middle"`
      : `x="${paper.marginMm * paper.dotsPerMm}"`;
  const svg = lines.map((line, i) => {
    const baseline = y + i * lineHeight + font.ascent * size;
    return `<text ${place} y="${dots(baseline)}" font-size="${dots(size)}"${weight(font)}>${toXml(line)}</text>`;
  });
  return { svg: svg.join(''), height: lines.length * lineHeight };
}

/** One line as tall as asked if it fits; else lower down to `leastMm`; else squeezed sideways; only then lower still. */
function drawNumber(block: SlipBlock & { kind: 'number' }, y: number, paper: Paper): Drawn {
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
  const squeeze = Math.min(1, fitting / size);
  const baseline = y + ink.top * size;
  const place = `translate(${paper.widthDots / 2} ${dots(baseline)}) scale(${squeeze.toFixed(4)} 1)`;
  return {
    svg: `<text transform="${place}" text-anchor="middle" font-size="${dots(size)}"${weight(bold)}>${toXml(value)}</text>`,
    height: (ink.top + ink.bottom) * size,
  };
}

function drawRule(y: number, paper: Paper): Drawn {
  const height = ruleMm.height * paper.dotsPerMm;
  const thickness = Math.max(1, Math.round(ruleMm.thickness * paper.dotsPerMm));
  const x = Math.ceil(paper.marginMm * paper.dotsPerMm);
  const top = Math.round(y + (height - thickness) / 2);
  return { svg: `<rect x="${x}" y="${top}" width="${printableDots(paper)}" height="${thickness}"/>`, height };
}

/** The code in whole dots, so that its edges stay sharp, with the white around it that readers need. */
function drawCode(block: SlipBlock & { kind: 'code' }, y: number, paper: Paper): Drawn {
  const { data, size } = encode(block.text, { ecc: 'M', border: 0 });
  const room = Math.floor(printableDots(paper) / (size + 2 * quietModules));
  const asked = Math.floor((block.sizeMm * paper.dotsPerMm) / size);
  const readable = Math.ceil(leastModuleMm * paper.dotsPerMm);
  const module = Math.max(1, Math.min(room, Math.max(asked, readable)));
  const left = Math.floor((paper.widthDots - size * module) / 2);
  const top = Math.ceil(y) + quietModules * module;
  let path = '';
  data.forEach((row, i) => {
    row.forEach((dark, j) => {
      if (dark) path += `M${left + j * module} ${top + i * module}h${module}v${module}h-${module}z`;
    });
  });
  return {
    svg: `<path d="${path}" shape-rendering="crispEdges"/>`,
    height: Math.ceil(y) - y + (size + 2 * quietModules) * module,
  };
}

const dots = (value: number): string => String(Math.round(value * 100) / 100);
const weight = (font: Font): string => (font === bold ? ' font-weight="700"' : '');

/** One code point for each accented letter, as the font has it, and none of the control characters that XML refuses. */
const printable = (text: string): string =>
  text.normalize('NFC').replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '');

const toXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
