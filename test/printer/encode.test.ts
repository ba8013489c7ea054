import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitmap, blacken, emptyBitmap } from '../../printer/bitmap.ts';
import { bandsOf } from '../../printer/encode/bands.ts';
import { disarm } from '../../printer/encode/real-time.ts';
import { encodeBitmap, encodeSlip } from '../../printer/encode.ts';
import { type PrinterProfile, paperOf } from '../../printer/profile.ts';
import { findProfile, profiles } from '../../printer/profiles.ts';
import { slipBitmap } from '../../printer/render.ts';
import { type DecoderOptions, decode, differences } from '../support/escpos-decoder.ts';
import { everySlip, usualSlip } from './slips.ts';

const profileOf = (name: string): PrinterProfile => {
  const profile = findProfile(name);
  if (!profile) throw new Error(`No profile ${name}`);
  return profile;
};
const pictureProfiles = profiles.filter((profile) => profile.mode === 'raster');
const optionsOf = ({ dialect, widthDots }: PrinterProfile): DecoderOptions => ({
  widthDots,
  dialect: dialect === 'star' || dialect === 'brother' ? dialect : 'escpos',
});
/** DLE EOT, DLE ENQ or DLE DC4 anywhere in the stream. */
const hasRealTime = (bytes: Buffer): boolean =>
  [0x04, 0x05, 0x14].some((second) => bytes.includes(Buffer.from([0x10, second])));

/** A picture of random stretches of ink. */
const pictures = (width: number): fc.Arbitrary<Bitmap> =>
  fc
    .record({
      height: fc.integer({ min: 1, max: 300 }),
      strokes: fc.array(
        fc.record({
          x: fc.nat(width - 1),
          y: fc.nat(299),
          long: fc.integer({ min: 1, max: width }),
          high: fc.integer({ min: 1, max: 40 }),
        }),
        { maxLength: 12 },
      ),
    })
    .map(({ height, strokes }) => {
      const bitmap = emptyBitmap(width, height);
      for (const { x, y, long, high } of strokes)
        for (let row = y; row < Math.min(height, y + high); row++)
          for (let dot = x; dot < Math.min(width, x + long); dot++) blacken(bitmap, dot, row);
      return bitmap;
    });

describe.each(pictureProfiles.map((profile) => [profile.name, profile] as const))('A slip on %s', (_, profile) => {
  it('is on paper as on the preview, dot for dot, with one cut and nothing that a printer does not know', async () => {
    const slip = usualSlip('vi');
    const printed = decode(await encodeSlip(slip, profile), optionsOf(profile));
    expect(differences(printed.paper, await slipBitmap(slip, paperOf(profile)))).toEqual([]);
    expect(printed.cuts).toBe(profile.cutter === 'none' ? 0 : 1);
    expect(printed.lines).toEqual([]);
    expect(printed.commands).not.toContain('FS .');
  });

  it('is on paper as drawn, whatever is drawn', async () => {
    await fc.assert(
      fc.asyncProperty(pictures(profile.widthDots), async (bitmap) => {
        const printed = decode(await encodeBitmap(bitmap, profile), optionsOf(profile));
        // A dot beside a pattern that printers would take for a command may be black as well.
        expect(differences(printed.paper, bitmap).length).toBeLessThanOrEqual(8);
        expect(printed.cuts).toBe(profile.cutter === 'none' ? 0 : 1);
      }),
      { numRuns: 12 },
    );
  });
});

describe('Every kind of slip', () => {
  it.each(['vi', 'en'] as const)('in %s is on paper as on the preview, on 80 and on 58 mm', async (language) => {
    for (const profile of ['clone-80', 'clone-58', 'epson-180', 'basic-58'].map(profileOf))
      for (const [kind, slip] of Object.entries(everySlip(language))) {
        const preview = await slipBitmap(slip, paperOf(profile));
        const bytes = await encodeSlip(slip, profile);
        const printed = decode(bytes, optionsOf(profile));
        // A logo in dots may hold a pattern that is taken for a command.
        expect(differences(printed.paper, preview).length, `${kind} on ${profile.name}`).toBeLessThanOrEqual(4);
        expect(printed.longestPicture).toBeLessThan(profile.bufferBytes);
        expect(hasRealTime(bytes)).toBe(false);
      }
  });
});

describe('The bytes of a number slip', () => {
  it.each([
    ['clone-80', 27],
    ['epson-80', 27],
    ['clone-58', 13],
    ['epson-58', 13],
  ])('on %s are at most %i KB in either language', async (name, kilobytes) => {
    for (const language of ['vi', 'en'] as const)
      expect((await encodeSlip(usualSlip(language), profileOf(name))).length).toBeLessThanOrEqual(kilobytes * 1000);
  });

  it('in letters are a twentieth of those as a picture', async () => {
    const picture = await encodeSlip(usualSlip('vi'), profileOf('clone-80'));
    const letters = await encodeSlip(usualSlip('vi'), profileOf('text-80'));
    expect(letters.length * 20).toBeLessThan(picture.length);
  });
});

describe('Bands of a picture', () => {
  const rules = { mostBytes: 600, cropLeft: true };

  it('hold every inked dot, in order, within a printer’s buffer', () => {
    fc.assert(
      fc.property(pictures(384), (bitmap) => {
        let y = 0;
        for (const { top, bottom, left, right } of bandsOf(bitmap, rules)) {
          expect(top).toBeGreaterThanOrEqual(y);
          expect(bottom - top).toBeLessThanOrEqual(255);
          expect((bottom - top) * Math.ceil((right - left) / 8)).toBeLessThanOrEqual(rules.mostBytes);
          y = bottom;
        }
        expect(y).toBeLessThanOrEqual(bitmap.height);
      }),
      { numRuns: 40 },
    );
  });

  it('given a white picture, then there are none', () => {
    expect(bandsOf(emptyBitmap(384, 100), rules)).toEqual([]);
  });
});

describe('Dots that look like a real-time command', () => {
  const profile = profileOf('clone-80');
  const armed = (second: number): Bitmap => {
    const bitmap = emptyBitmap(576, 8);
    for (let y = 0; y < 8; y++) bitmap.bits.set([0xff, 0x10, second, 0x01, 0xff], y * bitmap.rowBytes);
    return bitmap;
  };

  it.each([0x04, 0x05, 0x14])('DLE %i: one dot beside the ink is flipped in each, and no more', async (second) => {
    const bytes = await encodeBitmap(armed(second), profile);
    expect(hasRealTime(bytes)).toBe(false);
    const flipped = differences(decode(bytes, optionsOf(profile)).paper, armed(second));
    expect(flipped).toEqual(Array.from({ length: 8 }, (_, y) => [12, y]));
  });

  it('are looked for in pictures only', () => {
    const letters = Buffer.from([0x1b, 0x40, 0x1d, 0x21, 0x10, 0x41, 0x0a]);
    expect(disarm(letters)).toBe(0);
    expect([...letters]).toEqual([0x1b, 0x40, 0x1d, 0x21, 0x10, 0x41, 0x0a]);
  });
});

describe('A slip that cannot be printed', () => {
  it('given a code that is too long, then encoding rejects and the next slip is encoded', async () => {
    const impossible = { id: 'one-1', blocks: [{ kind: 'code', text: 'x'.repeat(5000), sizeMm: 20 } as const] };
    await expect(encodeSlip(impossible, profileOf('clone-80'))).rejects.toThrow();
    await expect(encodeSlip(usualSlip('vi'), profileOf('clone-80'))).resolves.toBeDefined();
  });

  it('given a logo that is an address or a file, then it is not looked up', async () => {
    for (const image of ['http://192.168.1.1/logo.png', '/etc/hostname', 'data:image/svg+xml;base64,AAAA']) {
      const slip = { id: 'one-1', blocks: [{ kind: 'logo', image, widthMm: 20, heightMm: 10 } as const] };
      await expect(encodeSlip(slip, profileOf('clone-80'))).rejects.toThrow('PNG or JPEG');
    }
  });
});
