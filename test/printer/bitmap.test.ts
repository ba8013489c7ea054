import { describe, expect, it } from 'vitest';
import { dither, isBlack, toBitmap } from '../../printer/bitmap.ts';
import { logoOf } from '../../printer/logo.ts';
import { paper58, paper80 } from '../../printer/paper.ts';
import { toPng } from '../../printer/png.ts';
import { previewSlip, slipBitmap } from '../../printer/render.ts';
import { nativeRasteriser, type Pixels, wasmRasteriser } from '../../printer/resvg.ts';
import { differences } from '../support/escpos-decoder.ts';
import { dotsOf } from './pixels.ts';
import { everySlip, logo } from './slips.ts';

describe('The stand-in of the renderer', () => {
  it('draws every kind of slip without one pixel that differs', async () => {
    const native = await nativeRasteriser();
    const wasm = await wasmRasteriser();
    for (const [kind, slip] of Object.entries(everySlip('vi')))
      for (const paper of [paper80, paper58]) {
        const { svg } = await previewSlip(slip, paper);
        const one = await native(svg);
        const other = await wasm(svg);
        expect([other.width, other.height]).toEqual([one.width, one.height]);
        expect(Buffer.compare(one.rgba, other.rgba), kind).toBe(0);
      }
  });
});

const grey = (level: number): Pixels => ({
  width: 40,
  height: 40,
  rgba: new Uint8Array(40 * 40 * 4).fill(level),
  png: () => new Uint8Array(),
});
function kindOf(kind: string) {
  const slip = everySlip('vi')[kind];
  if (!slip) throw new Error(`No slip ${kind}`);
  return slip;
}
const inkOf = (bitmap: { bits: Uint8Array }): number =>
  bitmap.bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

describe('Pixels as dots', () => {
  it('in text are ink or paper, nothing between', () => {
    expect(inkOf(toBitmap(grey(100)))).toBe(1600);
    expect(inkOf(toBitmap(grey(180)))).toBe(0);
  });

  it('in a logo keep their shade', () => {
    for (const level of [32, 96, 160, 224]) expect(inkOf(dither(grey(level))) / 1600).toBeCloseTo(1 - level / 255, 1);
  });

  it('are the same in a PNG file', async () => {
    const bitmap = await slipBitmap(kindOf('full'), paper80);
    const dots = dotsOf(toPng(bitmap));
    let wrong = 0;
    for (let y = 0; y < bitmap.height; y++)
      for (let x = 0; x < bitmap.width; x++) if (dots.isBlack(x, y) !== isBlack(bitmap, x, y)) wrong += 1;
    expect([dots.width, dots.height, wrong]).toEqual([bitmap.width, bitmap.height, 0]);
  });
});

describe('A logo', () => {
  it('is made ready once for each size', async () => {
    expect(await logoOf(logo, 200, 100)).toBe(await logoOf(logo, 200, 100));
    expect(await logoOf(logo, 100, 50)).not.toBe(await logoOf(logo, 200, 100));
  });

  it('is on paper dot for dot as it was made ready', async () => {
    const block = { kind: 'logo', image: logo, widthMm: 25, heightMm: 12 } as const;
    const { href } = await logoOf(logo, 200, 96);
    const ready = dotsOf(Buffer.from(href.slice(href.indexOf(',') + 1), 'base64'));
    const bitmap = await slipBitmap({ id: 'one-1', blocks: [block] }, paper80);
    const left = (576 - 200) / 2;
    for (let y = 0; y < 96; y++)
      for (let x = 0; x < 200; x++) expect(isBlack(bitmap, left + x, 12 + y)).toBe(ready.isBlack(x, y));
  });
});

describe('Slips one after another', () => {
  it('are the same whatever was drawn before', async () => {
    const first = await slipBitmap(kindOf('number'), paper80);
    await slipBitmap(kindOf('day'), paper58);
    expect(differences(first, await slipBitmap(kindOf('number'), paper80))).toEqual([]);
  });
});
