import type { Slip } from '../../core/slip.ts';
import type { PrinterProfile } from '../profile.ts';
import { encodeText } from './code-page.ts';
import { textParts } from './text-layout.ts';
import { ThermalStream } from './thermal.ts';

const ESC = 0x1b;
/** A line of letters, in mm. */
const lineMm = 3.75;

/**
 * A slip for Daruma's printers, by node-thermal-printer. They have no page with Vietnamese letters and no picture command known to
 * us: letters without marks, and addresses in plain. Letters are doubled at most.
 */
export async function encodeDaruma(slip: Slip, profile: PrinterProfile): Promise<Buffer> {
  const stream = new ThermalStream('daruma');
  const { printer } = stream;
  for (const part of textParts(slip, profile.columns)) {
    if (part.kind === 'space') {
      printer.add(Buffer.alloc(Math.floor(part.heightMm / lineMm), '\n'));
      continue;
    }
    const line = part.kind === 'line' ? part : { text: part.text, bold: false, centred: true, width: 1, height: 1 };
    if (line.centred) printer.alignCenter();
    else printer.alignLeft();
    printer.bold(line.bold);
    // ESC w and SO/DC4: its setTextDoubleWidth() adds a NUL, and its setTextNormal() ends neither.
    printer.add(Buffer.from([ESC, 0x77, line.height > 1 ? 1 : 0]));
    if (line.width > 1) printer.add(Buffer.from([0x0e]));
    for (const run of encodeText(line.text, [])) printer.add(Buffer.from(run.bytes));
    // Its print() would count letters and break lines again.
    if (line.width > 1) printer.add(Buffer.from([0x14]));
    printer.newLine();
  }
  printer.add(Buffer.alloc(Math.ceil(profile.tearMm / lineMm), '\n'));
  if (profile.cutter !== 'none') printer.cut({ verticalTabAmount: 0 });
  return stream.end();
}
