import type { Paper } from './paper.ts';

/** The language of commands a printer speaks. */
export type Dialect = 'escpos' | 'star' | 'brother' | 'tanca' | 'custom' | 'daruma';

/** Vietnamese letters in a printer's own font, and the number of the page (ESC t) that holds them. */
export type CodePage =
  /** Base letter and combining mark are two bytes. */
  | { readonly encoding: 'cp1258'; readonly page: number }
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

/** Epson's TM series and printers that follow it closely. */
const epson80: PrinterProfile = {
  name: 'epson-80',
  models: 'Epson TM-T82, TM-T82III, TM-T20, TM-m30',
  rollMm: 80,
  widthDots: 576,
  dotsPerMm: 8,
  dialect: 'escpos',
  mode: 'raster',
  raster: 'gs-v-0',
  bufferBytes: 4096,
  crop: 'both',
  motionUnits: true,
  cutter: 'partial',
  tearMm: 14,
  chinese: false,
  codePages: [
    { encoding: 'tcvn3', lower: 30, upper: 31 },
    { encoding: 'cp1258', page: 52 },
  ],
  columns: 48,
  qr: 'raster',
  status: { dleEot: true, asb: true, barrier: 'gs-h' },
};

const narrow = { rollMm: 58, widthDots: 384, columns: 32 } as const;
const silent = { dleEot: false, asb: false, barrier: 'none' } as const;

/** The safe choice for what stands in most communes. */
const clone80: PrinterProfile = {
  ...epson80,
  name: 'clone-80',
  models: 'Xprinter XP-N160, XP-Q200, XP-Q80; Zywell; Rongta; HPRT; other ESC/POS printers',
  motionUnits: false,
  chinese: true,
  codePages: [{ encoding: 'cp1258', page: 27 }],
  status: { dleEot: true, asb: true, barrier: 'gs-r' },
};

/** One row for each family. Numbers of code pages and widths are from the makers' manuals and receipt-print-hq/escpos-printer-db. */
export const profiles: readonly PrinterProfile[] = [
  clone80,
  {
    ...clone80,
    ...narrow,
    name: 'clone-58',
    models: 'Xprinter XP-58, XP-T58; Zjiang; other 58 mm ESC/POS printers',
    cutter: 'none',
    tearMm: 10,
  },
  {
    ...clone80,
    ...narrow,
    name: 'basic-58',
    models: 'Old 58 mm printers without GS v 0 or answers',
    raster: 'esc-star',
    crop: 'right',
    cutter: 'none',
    tearMm: 10,
    status: silent,
  },
  epson80,
  { ...epson80, ...narrow, name: 'epson-58', models: 'Epson TM-T82, TM-T20 with 58 mm paper' },
  {
    ...epson80,
    name: 'epson-180',
    models: 'Epson TM-T88IV, TM-T88V, TM-T70 (180 dpi)',
    widthDots: 512,
    dotsPerMm: 180 / 25.4,
    columns: 42,
  },
  {
    ...epson80,
    name: 'bixolon-80',
    models: 'Bixolon SRP-330, SRP-350, SRP-Q300',
    codePages: [{ encoding: 'cp1258', page: 41 }],
    status: { dleEot: true, asb: true, barrier: 'gs-r' },
  },
  {
    ...epson80,
    name: 'citizen-80',
    models: 'Citizen CT-S310, CT-S601, CT-E351',
    codePages: [
      { encoding: 'tcvn3', lower: 30, upper: 31 },
      { encoding: 'cp1258', page: 32 },
    ],
    status: { dleEot: true, asb: true, barrier: 'gs-r' },
  },
  { ...clone80, name: 'rongta-80', models: 'Rongta RP80, RP326, RP850', codePages: [{ encoding: 'cp1258', page: 35 }] },
  {
    ...epson80,
    name: 'star-80',
    models: 'Star TSP100, TSP143, TSP650 (Star Line Mode)',
    dialect: 'star',
    raster: 'dialect',
    crop: 'right',
    codePages: [],
    status: silent,
  },
  {
    ...epson80,
    ...narrow,
    name: 'star-58',
    models: 'Star SM-S, mPOP (Star Line Mode)',
    dialect: 'star',
    raster: 'dialect',
    crop: 'right',
    codePages: [],
    status: silent,
  },
  {
    ...epson80,
    name: 'brother-80',
    models: 'Brother TD-2000, TD-4000 series (ESC/P)',
    dialect: 'brother',
    raster: 'dialect',
    crop: 'right',
    cutter: 'none',
    codePages: [],
    status: silent,
  },
  {
    ...epson80,
    name: 'tanca-80',
    models: 'Tanca TP-550, TP-650',
    dialect: 'tanca',
    raster: 'dialect',
    crop: 'right',
    status: { dleEot: true, asb: false, barrier: 'gs-r' },
  },
  {
    ...epson80,
    name: 'custom-80',
    models: 'Custom VKP80, KUBE, TG2480',
    dialect: 'custom',
    raster: 'dialect',
    crop: 'right',
    codePages: [],
    status: { dleEot: true, asb: false, barrier: 'gs-r' },
  },
  {
    ...epson80,
    name: 'daruma-80',
    models: 'Daruma DR600, DR700, DR800',
    dialect: 'daruma',
    mode: 'text',
    codePages: [],
    status: silent,
  },
  {
    ...epson80,
    name: 'text-80',
    models: 'Slow serial or text-only printers, Epson pages (30, 31, 52)',
    mode: 'text',
    qr: 'gs-k',
    status: { dleEot: true, asb: false, barrier: 'gs-r' },
  },
  {
    ...clone80,
    ...narrow,
    name: 'text-58',
    models: 'Slow serial or text-only printers, 58 mm, page 27',
    mode: 'text',
    cutter: 'none',
    tearMm: 10,
    status: silent,
  },
];

/** What is assumed of a printer nobody chose a profile for. */
export const defaultProfile: PrinterProfile = clone80;

/** The profile of a name, or undefined when there is none. */
export const findProfile = (name: string): PrinterProfile | undefined =>
  profiles.find((profile) => profile.name === name);

/** The paper under a printer's head, for the layout. */
export const paperOf = (profile: PrinterProfile): Paper => ({
  widthDots: profile.widthDots,
  dotsPerMm: profile.dotsPerMm,
  marginMm: profile.rollMm === 58 ? 1 : 1.5,
});
