import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** How far ink reaches from the baseline, in em; `bottom` is positive below it. */
export interface Ink {
  readonly top: number;
  readonly bottom: number;
}

/** What a layout has to know of a typeface. All measures are in em (multiples of the font size). */
export interface Font {
  readonly file: string;
  /** Room that a line of text needs above its baseline, Vietnamese stacked accents included. */
  readonly ascent: number;
  readonly descent: number;
  has(character: string): boolean;
  /** Advance width without kerning. */
  widthOf(text: string): number;
  inkOf(text: string): Ink;
}

/** Reads what a layout needs out of a TrueType file (tables cmap, hmtx, glyf). Throws when the file is no such font. */
export function readFont(file: string): Font {
  const bytes = readFileSync(file);
  const tables = tablesOf(bytes);
  const start = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`${file} has no table ${name}`);
    return offset;
  };
  const unitsPerEm = bytes.readUInt16BE(start('head') + 18);
  const longOffsets = bytes.readInt16BE(start('head') + 50) === 1;
  const lastAdvance = bytes.readUInt16BE(start('hhea') + 34) - 1;
  const glyphs = glyphsOf(bytes, start('cmap'));
  const advances = start('hmtx');
  const offsets = start('loca');
  const outlines = start('glyf');

  const glyphOf = (character: string): number => glyphs.get(character.codePointAt(0) ?? 0) ?? 0;
  const outlineAt = (glyph: number): number =>
    longOffsets ? bytes.readUInt32BE(offsets + glyph * 4) : bytes.readUInt16BE(offsets + glyph * 2) * 2;
  const advance = (glyph: number): number => bytes.readUInt16BE(advances + Math.min(glyph, lastAdvance) * 4);

  return {
    file,
    ascent: bytes.readInt16BE(start('hhea') + 4) / unitsPerEm,
    descent: -bytes.readInt16BE(start('hhea') + 6) / unitsPerEm,
    has: (character) => glyphOf(character) !== 0,
    widthOf: (text) => [...text].reduce((sum, character) => sum + advance(glyphOf(character)), 0) / unitsPerEm,
    inkOf(text) {
      let top = 0;
      let bottom = 0;
      for (const character of text) {
        const glyph = glyphOf(character);
        const outline = outlineAt(glyph);
        if (outline === outlineAt(glyph + 1)) continue; // a space has no outline
        bottom = Math.max(bottom, -bytes.readInt16BE(outlines + outline + 4));
        top = Math.max(top, bytes.readInt16BE(outlines + outline + 8));
      }
      return { top: top / unitsPerEm, bottom: bottom / unitsPerEm };
    },
  };
}

function tablesOf(bytes: Buffer): Map<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8));
  }
  return tables;
}

/** Code point → glyph, from the character map in segments (format 4) that every Unicode TrueType font carries. */
function glyphsOf(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const table = segmentTable(bytes, cmap);
  const doubled = bytes.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  for (let i = 0; i < doubled; i += 2) {
    const first = bytes.readUInt16BE(starts + i);
    const last = Math.min(bytes.readUInt16BE(ends + i), 0xfffe);
    const delta = bytes.readUInt16BE(deltas + i);
    const range = bytes.readUInt16BE(ranges + i);
    for (let code = first; code <= last; code++) {
      const direct = range === 0 ? code : bytes.readUInt16BE(ranges + i + range + (code - first) * 2);
      if (direct !== 0) glyphs.set(code, (direct + delta) & 0xffff);
    }
  }
  return glyphs;
}

function segmentTable(bytes: Buffer, cmap: number): number {
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const table = cmap + bytes.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (bytes.readUInt16BE(table) === 4) return table;
  }
  throw new Error('The font has no character map in segments (format 4)');
}

const packaged = (path: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${path}`);

/**
 * The typeface on paper. Noto Sans rather than the screens' Be Vietnam Pro, whose single-storey "a" is taken for "o" or "ơ" in
 * small print: it doubled the errors of an optical reader.
 */
export const fontFamily = 'Noto Sans';
export const regular: Font = readFont(packaged('400Regular/NotoSans_400Regular.ttf'));
export const bold: Font = readFont(packaged('700Bold/NotoSans_700Bold.ttf'));
