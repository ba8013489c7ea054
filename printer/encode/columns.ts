import type { Bitmap } from '../bitmap.ts';

/**
 * A line of `rows` rows (a multiple of 8) from `top` on, column by column: rows / 8 bytes each, the topmost dot in the highest bit.
 * White on the right is left away; rows below the picture are white.
 */
export function columnsOf({ width, height, rowBytes, bits }: Bitmap, top: number, rows: number): Buffer {
  const bytes = rows / 8;
  const columns = Buffer.alloc(width * bytes);
  let end = 0;
  for (let y = top; y < Math.min(height, top + rows); y++) {
    const index = (y - top) >> 3;
    const bit = 0x80 >> ((y - top) & 7);
    for (let x = 0; x < width; x++) {
      if (((bits[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
      columns[x * bytes + index] = (columns[x * bytes + index] ?? 0) | bit;
      end = Math.max(end, x + 1);
    }
  }
  return columns.subarray(0, end * bytes);
}
