import type { SlipBlock } from '../../core/slip.ts';
import type { Logo } from '../logo.ts';
import { type Paper, printableDots } from '../paper.ts';
import type { Drawn } from './part.ts';

/** The box of a logo, in whole dots. */
export function logoDots(block: SlipBlock & { kind: 'logo' }, paper: Paper): { width: number; height: number } {
  return {
    width: Math.min(printableDots(paper), Math.round(block.widthMm * paper.dotsPerMm)),
    height: Math.round(block.heightMm * paper.dotsPerMm),
  };
}

/** A logo that was made ready in dots, placed so that each of them meets one of the head. */
export function drawLogo(block: SlipBlock & { kind: 'logo' }, y: number, paper: Paper, logo: Logo | undefined): Drawn {
  if (!logo) throw new Error('A logo has to be made ready before its slip is drawn');
  const { width, height } = logoDots(block, paper);
  const x = Math.floor((paper.widthDots - width) / 2);
  const top = Math.ceil(y);
  return {
    svg: `<image x="${x}" y="${top}" width="${width}" height="${height}" image-rendering="optimizeSpeed" href="${logo.href}"/>`,
    height: top - y + height,
  };
}
