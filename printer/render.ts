import { setImmediate } from 'node:timers/promises';
import type { Slip, SlipBlock } from '../core/slip.ts';
import { type Bitmap, toBitmap } from './bitmap.ts';
import { logoDots } from './draw/logo.ts';
import { type Logo, logoOf } from './logo.ts';
import type { Paper } from './paper.ts';
import { type Pixels, rasteriser } from './resvg.ts';
import { type SlipDrawing, slipToSvg } from './svg.ts';

/** A slip as a picture, one pixel for each dot of the printer. */
export interface SlipPicture extends SlipDrawing {
  readonly png: Buffer;
}

/** The picture before this one: they are drawn one after another, so that a rush of slips does not fill the memory. */
let previous: Promise<unknown> = Promise.resolve();

/** Draws a slip for a paper, behind the slips asked for before. Rejects when it cannot be drawn. */
export async function renderSlip(slip: Slip, paper: Paper): Promise<SlipPicture> {
  const { drawing, pixels } = await inTurn(slip, paper);
  return { ...drawing, png: Buffer.from(pixels.png()) };
}

/** The dots of a slip on a paper: exactly what a printer burns. Rejects when it cannot be drawn. */
export async function slipBitmap(slip: Slip, paper: Paper): Promise<Bitmap> {
  return toBitmap((await inTurn(slip, paper)).pixels);
}

/** The drawing of a slip, as a page shows it: the very one that is printed. Rejects when its logo is no picture. */
export async function previewSlip(slip: Slip, paper: Paper): Promise<SlipDrawing> {
  return slipToSvg(slip, paper, await logosOf(slip, paper));
}

function inTurn(slip: Slip, paper: Paper): Promise<{ drawing: SlipDrawing; pixels: Pixels }> {
  const picture = previous.then(async () => {
    // Others get their turn between slips; a tight loop also starved the collector of 900 MB.
    await setImmediate();
    const drawing = await previewSlip(slip, paper);
    const draw = await rasteriser();
    const pixels = await draw(drawing.svg);
    if (pixels.rgba.length !== drawing.widthDots * drawing.heightDots * 4)
      throw new Error(
        `A slip of ${drawing.widthDots}×${drawing.heightDots} dots was drawn ${pixels.width}×${pixels.height}`,
      );
    return { drawing, pixels };
  });
  previous = picture.catch(() => undefined); // its own caller is told
  return picture;
}

async function logosOf(slip: Slip, paper: Paper): Promise<Map<SlipBlock, Logo>> {
  const logos = new Map<SlipBlock, Logo>();
  for (const block of slip.blocks)
    if (block.kind === 'logo') {
      const { width, height } = logoDots(block, paper);
      logos.set(block, await logoOf(block.image, width, height));
    }
  return logos;
}
