import { localTime } from '../../core/calendar.ts';
import { testPage } from '../../core/slip.ts';
import { wordsOf } from '../../lang/index.ts';
import type { PrinterAddress } from '../../printer/address.ts';
import { printerAt } from '../../printer/driver/thermal.ts';
import type { PrintOutcome } from '../../printer/driver.ts';
import { findPrinters as lookForPrinters } from '../../printer/find.ts';
import { paper58, paper80 } from '../../printer/paper.ts';
import { profiles } from '../../printer/profiles.ts';
import { renderSlip } from '../../printer/render.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problem.ts';
import { dateOf, numberSlipOf, timeOf } from '../slip.ts';
import { type Handler, ok } from './operation.ts';
import { readPrinterAddress } from './printer-address.ts';

/** After so long, a test page that waits for paper is given up, ms. */
const testLimitMs = 20_000;

export const findPrinters: Handler<'findPrinters'> = async (context) =>
  ok({
    found: await lookForPrinters(),
    profiles: profiles.map(({ name, models, rollMm }) => ({ name, models, rollMm })),
    inUse: context.printing.address,
    fixed: context.printing.isFixed,
  });

export const testPrinter: Handler<'testPrinter'> = async (context, { body }) => {
  const address = readPrinterAddress(body.address, 'address');
  const outcome = await context.printing.aside(address, () => printTestPage(context, address, body.address));
  if (outcome.state !== 'not-printed' && outcome.state !== 'unknown') return ok({ state: outcome.state, cause: null });
  context.log.warn({ cause: outcome.cause, detail: outcome.detail }, 'a test page was not printed');
  return ok({ state: outcome.state, cause: outcome.cause });
};

async function printTestPage(
  { clock, settings }: Context,
  { place, profile }: PrinterAddress,
  address: string,
): Promise<PrintOutcome> {
  const now = clock();
  const local = localTime(now, settings.settings.centre.timeZone);
  const page = testPage(
    {
      id: `test-${now}`,
      printer: profile.models,
      profile: profile.name,
      rollMm: profile.rollMm,
      headMm: Math.round(profile.widthDots / profile.dotsPerMm),
      address,
      date: dateOf(local),
      time: timeOf(local),
    },
    wordsOf('vi').slip,
  );
  const printer = printerAt({ place, profile });
  // Closing ends a page that waits for paper; one that is being printed runs to its end.
  const late = setTimeout(() => void printer.close(), testLimitMs);
  try {
    return await printer.print(page);
  } finally {
    clearTimeout(late);
    await printer.close();
  }
}

export const previewSlip: Handler<'previewSlip'> = async (context, { body }) => {
  const { settings } = context.settings;
  const [service] = settings.services;
  if (!service) throw new Refusal('service-unknown');
  const slip = numberSlipOf(
    { ...settings, slip: body.slip },
    {
      ticket: 'preview',
      copy: 1,
      number: `${service.prefix}012`,
      service: service.name,
      priority: null,
      ahead: 3,
      wait: { low: 600, high: 900 },
      at: context.clock(),
      language: body.language,
      followUrl: `${context.publicAddress()}/ticket/0123456789abcdef`,
      demonstration: context.demonstration,
    },
  );
  const { png } = await renderSlip(slip, body.rollMm === 58 ? paper58 : paper80);
  return ok({ png: png.toString('base64') });
};
