import type { Pixels } from './resvg.ts';

/** What a thermal head burns: one bit for each dot, 1 is black, the leftmost dot of eight in the highest bit. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Bytes of a row. Bits beyond the width are 0. */
  readonly rowBytes: number;
  readonly bits: Uint8Array;
}

/** Darker than this is ink. 128 to 160 keeps stems whole and accents apart; 80 breaks hairlines, 208 fuses ẩ and ẫ. */
const threshold = 144;

export function emptyBitmap(width: number, height: number): Bitmap {
  const rowBytes = Math.ceil(width / 8);
  return { width, height, rowBytes, bits: new Uint8Array(rowBytes * height) };
}

export const isBlack = ({ bits, rowBytes }: Bitmap, x: number, y: number): boolean =>
  ((bits[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;

export function blacken({ bits, rowBytes }: Bitmap, x: number, y: number): void {
  const index = y * rowBytes + (x >> 3);
  bits[index] = (bits[index] ?? 0) | (0x80 >> (x & 7));
}

/** Text, lines and codes: each dot is ink or paper. Slips are drawn in grey, so that the red channel tells all. */
export function toBitmap({ width, height, rgba }: Pixels): Bitmap {
  const bitmap = emptyBitmap(width, height);
  let pixel = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel += 4) if ((rgba[pixel] ?? 255) < threshold) blacken(bitmap, x, y);
  return bitmap;
}

/** Shades become patterns of dots (Floyd and Steinberg): for a logo only, text would get ragged stems. */
export function dither({ width, height, rgba }: Pixels): Bitmap {
  const bitmap = emptyBitmap(width, height);
  const light = new Float32Array((width + 2) * (height + 1));
  const at = (x: number, y: number): number => y * (width + 2) + x + 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = (y * width + x) * 4;
      const luma =
        0.2126 * (rgba[pixel] ?? 255) + 0.7152 * (rgba[pixel + 1] ?? 255) + 0.0722 * (rgba[pixel + 2] ?? 255);
      const wanted = luma + (light[at(x, y)] ?? 0);
      const black = wanted < 128;
      if (black) blacken(bitmap, x, y);
      const error = black ? wanted : wanted - 255;
      for (const [right, down, share] of spread) {
        const index = at(x + right, y + down);
        light[index] = (light[index] ?? 0) + error * share;
      }
    }
  return bitmap;
}

const spread = [
  [1, 0, 7 / 16],
  [-1, 1, 3 / 16],
  [0, 1, 5 / 16],
  [1, 1, 1 / 16],
] as const;
