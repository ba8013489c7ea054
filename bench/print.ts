import { numberSlip, type Slip } from '../core/slip.ts';
import { wordsOf } from '../lang/index.ts';
import { encodeBitmap, encodeSlip } from '../printer/encode.ts';
import { paperOf } from '../printer/profile.ts';
import { defaultProfile, profiles } from '../printer/profiles.ts';
import { previewSlip, slipBitmap } from '../printer/render.ts';
import { nativeRasteriser, type Rasteriser, wasmRasteriser } from '../printer/resvg.ts';

const slipOf = (ticket: number): Slip =>
  numberSlip(
    {
      ticket: `ticket-${ticket}`,
      copy: 1,
      centre: 'Trung tâm Phục vụ hành chính công xã Thiện Mỹ',
      number: `A${String(ticket % 1000).padStart(3, '0')}`,
      service: 'Hộ tịch – Tư pháp',
      priority: null,
      ahead: ticket % 20,
      wait: { low: 600, high: 1200 },
      date: '24/11/2026',
      time: '08:15',
      followUrl: `http://192.168.1.10:8080/ticket/${String(ticket).padStart(21, 'V')}`,
      demonstration: false,
    },
    wordsOf('vi').slip,
  );

/** Time of drawing and encoding slips, bytes for each family of printers, and memory over 1,000 slips. */
export async function run(): Promise<void> {
  const cold = await timed(() => encodeSlip(slipOf(0), defaultProfile));
  // Before WebAssembly brings its own.
  const used = await memory();
  const paper = paperOf(defaultProfile);
  const draw = await timesOf(60, (i) => slipBitmap(slipOf(i), paper));
  const bitmap = await slipBitmap(slipOf(1), paper);
  const encode = await timesOf(60, () => encodeBitmap(bitmap, defaultProfile));
  const { svg } = await previewSlip(slipOf(1), paper);
  const pixels = async (make: Promise<Rasteriser>) => {
    const rasterise = await make;
    await rasterise(svg);
    return timesOf(30, () => rasterise(svg));
  };
  const native = await pixels(nativeRasteriser());
  const wasm = await pixels(wasmRasteriser());
  const row = (what: string, times: readonly number[]) => ({
    what,
    'p50 ms': at(times, 0.5).toFixed(1),
    'p95 ms': at(times, 0.95).toFixed(1),
    'times drawing': (at(times, 0.5) / at(draw, 0.5)).toFixed(2),
  });
  console.table([
    row('first slip to its first byte', [cold]),
    row('drawing a slip', draw),
    row('encoding it', encode),
    row('its pixels, native', native),
    row('its pixels, WebAssembly', wasm),
  ]);
  console.table(await bytesOfProfiles());
  console.table(used);
}

async function bytesOfProfiles() {
  const rows = [];
  for (const profile of profiles) {
    const { length } = await encodeSlip(slipOf(12), profile);
    const seconds = (length * 10) / 115_200;
    rows.push({ profile: profile.name, mode: profile.mode, bytes: length, 's at 115200 baud': seconds.toFixed(2) });
  }
  return rows;
}

async function memory() {
  const rows = [];
  for (let slips = 0; slips <= 1000; slips += 1) {
    if (slips % 250 === 0) rows.push({ slips, 'RSS MB': Math.round(process.memoryUsage().rss / 1e6) });
    await encodeSlip(slipOf(slips), defaultProfile);
  }
  return rows;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timesOf(count: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) times.push(await timed(() => work(i)));
  return times;
}

/** The value below which a part of the times lies. */
const at = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN;
