import { setImmediate } from 'node:timers/promises';
import { renderAsync } from '@resvg/resvg-js';
import type { Slip } from '../core/slip.ts';
import { bold, fontFamily, regular } from './font.ts';
import type { Paper } from './paper.ts';
import { type SlipDrawing, slipToSvg } from './svg.ts';

/** A slip as a picture, one pixel for each dot of the printer. */
export interface SlipPicture extends SlipDrawing {
  readonly png: Buffer;
}

const options = {
  font: {
    loadSystemFonts: false,
    fontFiles: [regular.file, bold.file],
    defaultFontFamily: fontFamily,
  },
  background: '#fff',
  logLevel: 'error' as const,
};

/** The picture before this one: they are drawn one after another, so that a rush of slips does not fill the memory. */
let previous: Promise<unknown> = Promise.resolve();

/** Draws a slip for a paper, in a worker thread and behind the slips asked for before. Rejects when it cannot be drawn. */
export function renderSlip(slip: Slip, paper: Paper): Promise<SlipPicture> {
  const picture = previous.then(async () => {
    await setImmediate();
    const drawing = slipToSvg(slip, paper);
    return { ...drawing, png: await toPng(drawing) };
  });
  previous = picture.catch(() => undefined); // its own caller is told
  return picture;
}

async function toPng(drawing: SlipDrawing): Promise<Buffer> {
  const image = await renderAsync(drawing.svg, options);
  // Only pixels that were read count for the garbage collector: without this, 1,000 slips took 1 GB instead of 0.2.
  if (image.pixels.length !== drawing.widthDots * drawing.heightDots * 4)
    throw new Error(
      `A slip of ${drawing.widthDots}×${drawing.heightDots} dots was drawn ${image.width}×${image.height}`,
    );
  return image.asPng();
}
