import type { Bitmap } from '../bitmap.ts';
import type { PrinterProfile } from '../profile.ts';
import { columnsOf } from './columns.ts';

const ESC = 0x1b;
const FF = 0x0c;
/** Rows of a picture line in mode 72, one dot of the head each (300 dpi). */
const lineRows = 48;
/** A page takes so many picture lines (Brother's ESC/P reference). */
const mostLines = 63;

/**
 * A slip's dots in Brother's ESC/P (TD and RJ series). Not by node-thermal-printer: its width is one byte (a picture of 576 dots
 * becomes one of 64 and garbage), it sets no line spacing (white stripes between lines), and its cut() initialises the printer after
 * choosing the cut, without the form feed that prints the page.
 */
export function encodeBrother(bitmap: Bitmap, { cutter }: PrinterProfile): Buffer {
  if (bitmap.height > lineRows * mostLines)
    throw new Error(`A slip of ${bitmap.height} rows is longer than a page of this printer`);
  const chunks: Uint8Array[] = [
    Uint8Array.of(ESC, 0x69, 0x61, 0), // ESC i a: ESC/P
    Uint8Array.of(ESC, 0x40),
    Uint8Array.of(ESC, 0x69, 0x43, cutter === 'none' ? 0 : 1), // ESC i C: cut after the page
    Uint8Array.of(ESC, 0x33, lineRows), // line spacing in dots
  ];
  for (let top = 0; top < bitmap.height; top += lineRows) {
    const columns = columnsOf(bitmap, top, lineRows);
    const count = columns.length / (lineRows / 8);
    if (count > 0) chunks.push(Uint8Array.of(ESC, 0x2a, 72, count & 0xff, count >> 8), columns);
    chunks.push(Uint8Array.of(0x0a));
  }
  chunks.push(Uint8Array.of(FF));
  return Buffer.concat(chunks);
}
