import type { Slip } from '../core/slip.ts';
import type { Bitmap } from './bitmap.ts';
import { encodeBrother } from './encode/brother.ts';
import { encodeDaruma } from './encode/daruma.ts';
import { encodeRaster } from './encode/raster.ts';
import { disarm } from './encode/real-time.ts';
import { encodeTextSlip } from './encode/text.ts';
import { encodeThermal } from './encode/thermal.ts';
import { type PrinterProfile, paperOf } from './profile.ts';
import { slipBitmap } from './render.ts';

/**
 * A slip as the bytes that a printer of this family takes, from initialising to the cut. Nothing in them beeps or opens a drawer.
 * Rejects when the slip cannot be drawn: trying again will not help.
 */
export async function encodeSlip(slip: Slip, profile: PrinterProfile): Promise<Buffer> {
  if (profile.mode === 'raster') return encodeBitmap(await slipBitmap(slip, paperOf(profile)), profile);
  if (profile.dialect === 'daruma') return encodeDaruma(slip, profile);
  return safe(await encodeTextSlip(slip, profile));
}

/** The same for a picture that is ready in dots. */
export async function encodeBitmap(bitmap: Bitmap, profile: PrinterProfile): Promise<Buffer> {
  switch (profile.dialect) {
    case 'escpos':
      return safe(await encodeRaster(bitmap, profile));
    case 'tanca':
    case 'custom':
      return safe(await encodeThermal(bitmap, profile));
    case 'star':
      return encodeThermal(bitmap, profile);
    case 'brother':
      return encodeBrother(bitmap, profile);
    case 'daruma':
      throw new Error(`${profile.name} takes letters only`);
    default:
      return profile.dialect satisfies never;
  }
}

function safe(stream: Buffer): Buffer {
  disarm(stream);
  return stream;
}
