import type { Bitmap } from '../bitmap.ts';

/** Rows `top`…`bottom` and dots `left`…`right` of a picture; the latter of each are excluded. */
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
const bandCost = 32;
/** So many white rows are fed rather than printed. */
const leastFeed = 4;

/**
 * Cuts a picture into bands, each as narrow as its ink, so that the fewest bytes go over the line. White rows between bands
 * belong to none. Rows come in order, and no band is wider or higher than the rules allow.
 */
export function bandsOf(bitmap: Bitmap, rules: BandRules): Band[] {
  const inks = Array.from({ length: bitmap.height }, (_, y) => inkOfRow(bitmap, y, rules.cropLeft));
  const bands: Band[] = [];
  for (const [from, to] of inkRuns(inks)) {
    let top = from;
    for (const bottom of cuts(inks, from, to, rules.mostBytes)) {
      bands.push({ top, bottom, ...spanOf(inks.slice(top, bottom)) });
      top = bottom;
    }
  }
  return bands;
}

/** Dots of a row from its first ink to after its last. */
interface Ink {
  readonly left: number;
  readonly right: number;
}

/** Rows with ink, as runs between white ones that are worth a feed. */
function inkRuns(inks: readonly (Ink | null)[]): [number, number][] {
  const runs: [number, number][] = [];
  inks.forEach((ink, y) => {
    if (!ink) return;
    const last = runs.at(-1);
    if (last && y - last[1] < leastFeed) last[1] = y + 1;
    else runs.push([y, y + 1]);
  });
  return runs;
}

/** Where to cut a run of rows: the ends of its bands, at the least cost (dynamic programming over the rows). */
function cuts(inks: readonly (Ink | null)[], from: number, to: number, mostBytes: number): number[] {
  const rows = to - from;
  const best = new Float64Array(rows + 1).fill(Number.POSITIVE_INFINITY);
  const start = new Int32Array(rows + 1);
  best[0] = 0;
  for (let end = 1; end <= rows; end++) {
    let left = Number.POSITIVE_INFINITY;
    let right = 0;
    for (let begin = end - 1; begin >= 0 && end - begin <= mostRows; begin--) {
      const ink = inks[from + begin];
      if (ink) {
        left = Math.min(left, ink.left);
        right = Math.max(right, ink.right);
      }
      const bytes = (end - begin) * Math.max(1, Math.ceil((right - left) / 8));
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

/** What some rows take; a single dot where all of them are white. */
function spanOf(inks: readonly (Ink | null)[]): Ink {
  const inked = inks.filter((ink) => ink !== null);
  if (inked.length === 0) return { left: 0, right: 1 };
  return { left: Math.min(...inked.map((ink) => ink.left)), right: Math.max(...inked.map((ink) => ink.right)) };
}

function inkOfRow({ bits, rowBytes }: Bitmap, y: number, cropLeft: boolean): Ink | null {
  const row = bits.subarray(y * rowBytes, (y + 1) * rowBytes);
  const first = row.findIndex((byte) => byte !== 0);
  if (first < 0) return null;
  const last = row.findLastIndex((byte) => byte !== 0);
  const lowest = Math.clz32((row[last] ?? 0) & -(row[last] ?? 0)) - 24;
  return { left: cropLeft ? first * 8 + Math.clz32(row[first] ?? 0) - 24 : 0, right: last * 8 + lowest + 1 };
}

/** A band as a picture of its own. */
export function cutOut({ bits, rowBytes }: Bitmap, { top, bottom, left, right }: Band): Bitmap {
  const width = right - left;
  const bytes = Math.ceil(width / 8);
  const part = new Uint8Array(bytes * (bottom - top));
  const shift = left & 7;
  for (let y = top; y < bottom; y++)
    for (let i = 0; i < bytes; i++) {
      const at = y * rowBytes + (left >> 3) + i;
      // What lies right of the band in the same byte is white: the band reaches to its last ink.
      const next = (left >> 3) + i + 1 < rowBytes ? (bits[at + 1] ?? 0) : 0;
      part[(y - top) * bytes + i] = (((bits[at] ?? 0) << shift) | (next >> (8 - shift))) & 0xff;
    }
  return { width, height: bottom - top, rowBytes: bytes, bits: part };
}
