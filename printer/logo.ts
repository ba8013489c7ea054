import { createHash } from 'node:crypto';
import { dither } from './bitmap.ts';
import { toPng } from './png.ts';
import { rasteriser } from './resvg.ts';

/** A logo in whole dots, ready to be drawn: its picture of black and white dots as an address within the drawing. */
export interface Logo {
  readonly href: string;
}

/** Only pictures that carry their own bytes: an address or a file name would let settings read the computer. */
const picture = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/;
const kept = new Map<string, Promise<Logo>>();
/** A centre has one logo, in one or two sizes. */
const keepAtMost = 8;

/** Dithers a logo to fit into a box, once for each size. Rejects when it is no picture. */
export function logoOf(image: string, widthDots: number, heightDots: number): Promise<Logo> {
  const key = `${widthDots}×${heightDots} ${createHash('sha256').update(image).digest('base64')}`;
  const known = kept.get(key);
  if (known) return known;
  const logo = ditherLogo(image, widthDots, heightDots);
  kept.set(key, logo);
  const oldest = kept.keys().next();
  if (kept.size > keepAtMost && !oldest.done) kept.delete(oldest.value);
  logo.catch(() => kept.delete(key)); // its own caller is told
  return logo;
}

async function ditherLogo(image: string, width: number, height: number): Promise<Logo> {
  if (!picture.test(image)) throw new Error('A logo must be a PNG or JPEG picture in a data address');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${image}"/></svg>`;
  const draw = await rasteriser();
  return { href: `data:image/png;base64,${toPng(dither(await draw(svg))).toString('base64')}` };
}
