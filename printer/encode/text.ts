import { encode } from 'uqr';
import type { Slip } from '../../core/slip.ts';
import { type PrinterProfile, paperOf } from '../profile.ts';
import { slipBitmap } from '../render.ts';
import { encodeText } from './code-page.ts';
import { EscposStream } from './escpos.ts';
import { appendPicture, begin, finish } from './raster.ts';
import { type TextPart, textParts } from './text-layout.ts';

/** A slip in the printer's own letters: a twentieth of the bytes, for slow lines and printers without pictures. */
export async function encodeTextSlip(slip: Slip, profile: PrinterProfile): Promise<Buffer> {
  const stream = new EscposStream();
  begin(stream, profile);
  if (profile.chinese) stream.endChinese();
  for (const part of textParts(slip, profile.columns))
    if (part.kind === 'line') appendLine(stream, part, profile);
    else if (part.kind === 'space') stream.feed(Math.round(part.heightMm * profile.dotsPerMm));
    else await appendCode(stream, part, profile);
  finish(stream, profile);
  return stream.end();
}

function appendLine(stream: EscposStream, line: TextPart & { kind: 'line' }, { codePages }: PrinterProfile): void {
  stream
    .align(line.centred ? 'centre' : 'left')
    .bold(line.bold)
    .size(line.width, line.height);
  for (const run of encodeText(line.text, codePages)) {
    if (run.page !== null) stream.codePage(run.page);
    stream.bytes(run.bytes);
  }
  stream.lineFeed();
}

async function appendCode(
  stream: EscposStream,
  code: TextPart & { kind: 'code' },
  profile: PrinterProfile,
): Promise<void> {
  stream.size(1, 1).bold(false);
  if (profile.qr === 'raster') {
    stream.align('left');
    appendPicture(stream, await slipBitmap({ id: '', blocks: [code] }, paperOf(profile)), profile);
    return;
  }
  const { size } = encode(code.text, { ecc: 'M', border: 0 });
  const module = Math.floor((code.sizeMm * profile.dotsPerMm) / size);
  stream.align('centre').qr(code.text, Math.max(3, Math.min(8, module)));
}
