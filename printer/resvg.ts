import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bold, fontFamily, regular } from './font.ts';

/** A drawing as pixels: red, green, blue, alpha of each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
  /** The same as a PNG file. */
  png(): Uint8Array;
}

/** Turns an SVG drawing into pixels; rejects when it cannot be drawn. */
export type Rasteriser = (svg: string) => Promise<Pixels>;

const background = '#fff';
const fontFiles = [regular.file, bold.file];

/** In a worker thread. Rejects where the native part does not load (an unknown processor, a missing C library). */
export async function nativeRasteriser(): Promise<Rasteriser> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily };
  return async (svg) => {
    const image = await renderAsync(svg, { font, background, logLevel: 'error' });
    // Only pixels that were read count for the garbage collector: without this, 1,000 slips took 1 GB instead of 0.2.
    return { width: image.width, height: image.height, rgba: image.pixels, png: () => image.asPng() };
  };
}

/** Everywhere, at half the speed and with the very same pixels. */
export async function wasmRasteriser(): Promise<Rasteriser> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = fontFiles.map((file) => new Uint8Array(readFileSync(file)));
  return async (svg) => {
    const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: fontFamily }, background });
    const image = drawing.render();
    const { width, height, pixels } = image;
    const file = image.asPng();
    // WebAssembly has no garbage collector of its own.
    image.free();
    drawing.free();
    return { width, height, rgba: pixels, png: () => file };
  };
}

let chosen: Promise<Rasteriser> | undefined;

/** The native one, or its stand-in where that does not load. */
export function rasteriser(): Promise<Rasteriser> {
  // Any reason not to load has the same cure, and no pixel differs.
  chosen ??= nativeRasteriser().catch(wasmRasteriser);
  return chosen;
}
