import type { Bitmap } from '../bitmap.ts';

/** Rows `top`…`bottom` (excluded) of a picture. `left` and `right` (excluded) are in bytes of eight dots. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface BandRules {
  /** Longest picture in one command, in bytes. */
  readonly mostBytes: number;
  /** Whether white on the left can be skipped. */
  readonly cropLeft: boolean;
}

/** Rows in one command: more do not fit the single byte that some printers read of the height. */
const mostRows = 255;
/** A further band has to save so many bytes: printers stop the paper between bands, which leaves faint lines. */
const bandCost = 64;
/** So many white rows are fed rather than printed. */
const leastFeed = 4;

/**
 * Cuts a picture into bands, each as narrow as its ink, so that the fewest bytes go over the line. White rows between bands
 * belong to none. Rows come in order, and no band is wider or higher than the rules allow.
 */
export function bandsOf(bitmap: Bitmap, rules: BandRules): Band[] {
  const bands: Band[] = [];
  let top = 0;
  for (const [from, to] of inkRuns(bitmap)) {
    top = from;
    for (const bottom of cuts(bitmap, top, to, rules)) {
      bands.push({ top, bottom, ...columnsOf(bitmap, top, bottom, rules) });
      top = bottom;
    }
  }
  return bands;
}

/** Rows with ink, as runs between white ones that are worth a feed. */
function inkRuns(bitmap: Bitmap): [number, number][] {
  const runs: [number, number][] = [];
  for (let y = 0; y < bitmap.height; y++) {
    if (!inkOfRow(bitmap, y)) continue;
    const last = runs.at(-1);
    if (last && y - last[1] < leastFeed) last[1] = y + 1;
    else runs.push([y, y + 1]);
  }
  return runs;
}

/** Where to cut a run of rows: the ends of its bands, at the least cost (dynamic programming over the rows). */
function cuts(bitmap: Bitmap, from: number, to: number, { mostBytes, cropLeft }: BandRules): number[] {
  const rows = to - from;
  const best = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY);
  const start = new Int32Array(rows + 1);
  best[0] = 0;
  const inks = Array.from({ length: rows }, (_, i) => inkOfRow(bitmap, from + i));
  for (let end = 1; end <= rows; end++) {
    let left = bitmap.rowBytes;
    let right = 0;
    for (let begin = end - 1; begin >= 0 && end - begin <= mostRows; begin--) {
      const ink = inks[begin];
      if (ink) {
        left = Math.min(left, cropLeft ? ink.left : 0);
        right = Math.max(right, ink.right);
      }
      const bytes = (end - begin) * Math.max(1, right - left);
      if (bytes > mostBytes && end - begin > 1) break;
      const cost = (best[begin] ?? 0) + bytes + bandCost;
      if (cost < (best[end] ?? 0)) {
        best[end] = cost;
        start[end] = begin;
      }
    }
  }
  const ends: number[] = [];
  for (let end = rows; end > 0; end = start[end] ?? 0) ends.push(from + end);
  return ends.reverse();
}

function columnsOf(bitmap: Bitmap, top: number, bottom: number, { cropLeft }: BandRules) {
  let left = bitmap.rowBytes;
  let right = 1;
  for (let y = top; y < bottom; y++) {
    const ink = inkOfRow(bitmap, y);
    if (!ink) continue;
    left = Math.min(left, ink.left);
    right = Math.max(right, ink.right);
  }
  return { left: cropLeft && left < right ? left : 0, right };
}

function inkOfRow({ bits, rowBytes }: Bitmap, y: number): { left: number; right: number } | null {
  const row = bits.subarray(y * rowBytes, (y + 1) * rowBytes);
  const left = row.findIndex((byte) => byte !== 0);
  return left < 0 ? null : { left, right: row.findLastIndex((byte) => byte !== 0) + 1 };
}

/** The dots of a band, row by row. */
export function bandBytes({ bits, rowBytes }: Bitmap, { top, bottom, left, right }: Band): Buffer {
  const bytes = Buffer.alloc((bottom - top) * (right - left));
  for (let y = top; y < bottom; y++)
    bytes.set(bits.subarray(y * rowBytes + left, y * rowBytes + right), (y - top) * (right - left));
  return bytes;
}
