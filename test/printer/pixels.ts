import { Resvg } from '@resvg/resvg-js';

/** A rectangle of dots; `right` and `bottom` are outside of it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A picture as a thermal head would burn it: each dot is black or white. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  isBlack(x: number, y: number): boolean;
  /** The smallest box around all ink within rows `from`…`to` (excluded), or null where all is white. */
  inkBox(from?: number, to?: number): Box | null;
  /** Runs of rows with ink, separated by white rows: [first, after last]. */
  rows(): [number, number][];
}

/** Reads a PNG picture back. */
export function dotsOf(png: Buffer): Dots {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  const { pixels } = new Resvg(svg).render();
  const isBlack = (x: number, y: number): boolean => (pixels[(y * width + x) * 4] ?? 255) < 128;

  function inkBox(from = 0, to = height): Box | null {
    const box = { left: width, top: height, right: 0, bottom: 0 };
    for (let y = from; y < to; y++)
      for (let x = 0; x < width; x++)
        if (isBlack(x, y)) {
          box.left = Math.min(box.left, x);
          box.top = Math.min(box.top, y);
          box.right = Math.max(box.right, x + 1);
          box.bottom = y + 1;
        }
    return box.bottom === 0 ? null : box;
  }

  return {
    width,
    height,
    isBlack,
    inkBox,
    rows() {
      const runs: [number, number][] = [];
      for (let y = 0; y < height; y++) {
        if (!inkBox(y, y + 1)) continue;
        const last = runs.at(-1);
        if (last?.[1] === y) last[1] = y + 1;
        else runs.push([y, y + 1]);
      }
      return runs;
    },
  };
}
