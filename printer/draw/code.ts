import { encode } from 'uqr';
import type { SlipBlock } from '../../core/slip.ts';
import { type Paper, printableDots } from '../paper.ts';
import type { Drawn } from './part.ts';

/** Phone cameras read modules from about this size on. */
const leastModuleMm = 0.375;
/** White that the QR standard asks around a code, in modules. */
const quietModules = 4;

/** The code in whole dots, so that its edges stay sharp, with the white around it that readers need. */
export function drawCode(block: SlipBlock & { kind: 'code' }, y: number, paper: Paper): Drawn {
  const { data, size } = encode(block.text, { ecc: 'M', border: 0 });
  const room = Math.floor(printableDots(paper) / (size + 2 * quietModules));
  const asked = Math.floor((block.sizeMm * paper.scale * paper.dotsPerMm) / (size + 2 * quietModules));
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
