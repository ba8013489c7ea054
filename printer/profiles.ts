import type { PrinterProfile } from './profile.ts';

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
  motionUnits: false,
  cutter: 'partial',
  tearMm: 14,
  chinese: false,
  codePages: [
    { encoding: 'tcvn3', lower: 30, upper: 31 },
    { encoding: 'cp1258', page: 52, combining: false },
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
  chinese: true,
  codePages: [{ encoding: 'cp1258', page: 27, combining: false }],
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
    name: 'plain-80',
    models: 'ESC/POS printers on which parts of a slip stand at the left edge (they ignore ESC $)',
    crop: 'right',
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
    // Its own unit down the paper is half a dot.
    motionUnits: true,
    columns: 42,
  },
  {
    ...epson80,
    name: 'bixolon-80',
    models: 'Bixolon SRP-330, SRP-350, SRP-Q300',
    codePages: [{ encoding: 'cp1258', page: 41, combining: true }],
    status: { dleEot: true, asb: true, barrier: 'gs-r' },
  },
  {
    ...epson80,
    name: 'citizen-80',
    models: 'Citizen CT-S310, CT-S601, CT-E351',
    codePages: [
      { encoding: 'tcvn3', lower: 30, upper: 31 },
      { encoding: 'cp1258', page: 32, combining: true },
    ],
    status: { dleEot: true, asb: true, barrier: 'gs-r' },
  },
  {
    ...clone80,
    name: 'rongta-80',
    models: 'Rongta RP80, RP326, RP850',
    codePages: [{ encoding: 'cp1258', page: 35, combining: false }],
  },
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
    name: 'brother-58',
    models: 'Brother TD-2130N, TD-4100N, RJ-4250 (ESC/P, 300 dpi)',
    rollMm: 58,
    widthDots: 640,
    dotsPerMm: 300 / 25.4,
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
