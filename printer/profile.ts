import { type Paper, paper58, paper80 } from './paper.ts';

/** The language of commands a printer speaks. */
export type Dialect = 'escpos' | 'star' | 'brother' | 'tanca' | 'custom' | 'daruma';

/** Vietnamese letters in a printer's own font, and the number of the page (ESC t) that holds them. */
export type CodePage =
  /** Letters with one mark are whole, the others are two bytes: letter and tone. */
  | {
      readonly encoding: 'cp1258';
      readonly page: number;
      /** Prints a mark over the letter before it. Most give the mark a place of its own: there only whole letters are used. */
      readonly combining: boolean;
    }
  /** One byte each, small letters and capitals on pages of their own. */
  | { readonly encoding: 'tcvn3'; readonly lower: number; readonly upper: number };

/** What a family of printers can do: everything that bytes and status depend on. */
export interface PrinterProfile {
  /** Stable: used in settings and addresses (`?profile=epson-80`). */
  readonly name: string;
  /** Models it is known or documented for, as a technician reads them on the case. */
  readonly models: string;
  /** Width of the roll, in mm. */
  readonly rollMm: 58 | 80;
  /** Dots across the head. */
  readonly widthDots: number;
  readonly dotsPerMm: number;
  readonly dialect: Dialect;
  /** `raster`: slips are sent as pictures; `text`: in the printer's own font. */
  readonly mode: 'raster' | 'text';
  /** How a picture is sent: rows (GS v 0), columns of 24 dots (ESC *), or as the dialect's own command does. */
  readonly raster: 'gs-v-0' | 'esc-star' | 'dialect';
  /** What the printer holds before it has to print, in bytes. No picture command is longer. */
  readonly bufferBytes: number;
  /** White left of the ink: skipped by ESC $ (`both`), or sent because a picture always begins at the left edge (`right`). */
  readonly crop: 'both' | 'right';
  /** Takes GS P, so that ESC J and ESC $ count dots whatever the model's own unit is. */
  readonly motionUnits: boolean;
  readonly cutter: 'full' | 'partial' | 'none';
  /** Paper between the head and the knife or tear bar, in mm: fed by us where there is no command that does. */
  readonly tearMm: number;
  /** Starts in a Chinese mode in which two bytes above 127 are one sign (FS . ends it). */
  readonly chinese: boolean;
  /** The first one that holds a text is used; none: letters lose their marks rather than becoming garbage. */
  readonly codePages: readonly CodePage[];
  /** Letters of the own font across the paper (font A). */
  readonly columns: number;
  /** A QR code in text mode: drawn by us, or by the printer (GS ( k). */
  readonly qr: 'raster' | 'gs-k';
  readonly status: {
    /** Answers DLE EOT at once. */
    readonly dleEot: boolean;
    /** Tells each change by itself after GS a. */
    readonly asb: boolean;
    /** The answer that comes only after everything before it was processed. */
    readonly barrier: 'gs-h' | 'gs-r' | 'none';
  };
}

/** The paper under a printer's head, for the layout. */
export const paperOf = ({ rollMm, widthDots, dotsPerMm }: PrinterProfile): Paper => ({
  ...(rollMm === 58 ? paper58 : paper80),
  widthDots,
  dotsPerMm,
});
