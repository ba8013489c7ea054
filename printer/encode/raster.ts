import type { Bitmap } from '../bitmap.ts';
import type { PrinterProfile } from '../profile.ts';
import { bandsOf, cutOut } from './bands.ts';
import { columnsOf } from './columns.ts';
import { EscposStream } from './escpos.ts';

/** Room in the buffer that a band leaves for its own command and the next. */
const spareBytes = 64;
const columnDots = 24;

/** A slip's dots as ESC/POS commands, from initialising to the cut. */
export function encodeRaster(bitmap: Bitmap, profile: PrinterProfile): Promise<Buffer> {
  const stream = new EscposStream();
  begin(stream, profile);
  appendPicture(stream, bitmap, profile);
  finish(stream, profile);
  return stream.end();
}

export function begin(stream: EscposStream, profile: PrinterProfile): void {
  stream.init();
  if (profile.motionUnits) stream.motionUnits(Math.round(profile.dotsPerMm * 25.4));
}

/** Paper past the tear bar, or the cut. */
export function finish(stream: EscposStream, profile: PrinterProfile): void {
  if (profile.cutter === 'none') stream.feed(Math.round(profile.tearMm * profile.dotsPerMm));
  else stream.cut(profile.cutter);
}

/** The dots alone, as the profile's printers take them. */
export function appendPicture(stream: EscposStream, bitmap: Bitmap, profile: PrinterProfile): void {
  if (profile.raster === 'esc-star') appendColumns(stream, bitmap);
  else appendRows(stream, bitmap, profile);
}

function appendRows(stream: EscposStream, bitmap: Bitmap, { bufferBytes, crop }: PrinterProfile): void {
  const bands = bandsOf(bitmap, { mostBytes: bufferBytes - spareBytes, cropLeft: crop === 'both' });
  let y = 0;
  for (const band of bands) {
    stream.feed(band.top - y);
    const part = cutOut(bitmap, band);
    if (band.left > 0) stream.position(band.left);
    stream.raster(Buffer.from(part.bits), part.rowBytes, part.height);
    y = band.bottom;
  }
  stream.feed(bitmap.height - y);
}

/** For printers without GS v 0: lines of 24 rows, each as long as its ink. */
function appendColumns(stream: EscposStream, bitmap: Bitmap): void {
  stream.lineSpace(columnDots);
  for (let top = 0; top < bitmap.height; top += columnDots) {
    const columns = columnsOf(bitmap, top, columnDots);
    if (columns.length > 0) stream.columns(columns);
    stream.lineFeed();
  }
  stream.lineSpace();
}
