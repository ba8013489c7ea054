/**
 * `npm run printers -- list | status ADDRESS | test ADDRESS`: for the technician who sets up a printer. An address is what
 * `--printer` takes, such as `tcp://192.168.1.50?profile=epson-80`.
 */
import { testPage } from '../core/slip.ts';
import { wordsOf } from '../lang/index.ts';
import { AddressError, parseAddress } from '../printer/address.ts';
import { printerAt } from '../printer/driver/thermal.ts';
import type { Printer } from '../printer/driver.ts';
import { findPrinters } from '../printer/find.ts';
import type { PrinterProfile } from '../printer/profile.ts';
import { profiles } from '../printer/profiles.ts';

const usage = 'npm run printers -- list | status ADDRESS | test ADDRESS';
const [verb, address = ''] = process.argv.slice(2);

try {
  if (verb === 'list') await list();
  else if (verb === 'status') await withPrinter(address, status);
  else if (verb === 'test') await withPrinter(address, printTest);
  else fail(usage);
} catch (error) {
  if (!(error instanceof AddressError)) throw error;
  fail(error.message);
}

function fail(message: string): void {
  console.error(`printers: ${message}`);
  process.exitCode = 2;
}

async function list(): Promise<void> {
  const found = await findPrinters();
  if (found.length === 0)
    console.log('Không thấy máy in USB hay hàng đợi CUPS / no USB printer and no CUPS queue found');
  for (const { address: at, name } of found) console.log(`${at}  ${name}`);
  console.log('\nprofile=');
  for (const { name, models } of profiles) console.log(`  ${name.padEnd(12)} ${models}`);
}

async function withPrinter(
  at: string,
  work: (printer: Printer, profile: PrinterProfile) => Promise<void>,
): Promise<void> {
  const parsed = parseAddress(at);
  const printer = printerAt(parsed);
  try {
    await work(printer, parsed.profile);
  } finally {
    await printer.close();
  }
}

async function status(printer: Printer): Promise<void> {
  console.log(JSON.stringify(await printer.status()));
}

async function printTest(printer: Printer, profile: PrinterProfile): Promise<void> {
  const forget = printer.onStatus((now) => console.log(JSON.stringify(now)));
  const [date = '', time = ''] = new Date().toLocaleString('sv-SE').split(' ');
  const facts = {
    id: `test-${Date.now()}`,
    printer: profile.models,
    profile: profile.name,
    rollMm: profile.rollMm,
    headMm: Math.round(profile.widthDots / profile.dotsPerMm),
    address,
    date: date.split('-').reverse().join('/'),
    time: time.slice(0, 5),
  };
  const outcome = await printer.print(testPage(facts, wordsOf('vi').slip));
  forget();
  console.log(JSON.stringify(outcome));
  if (outcome.state !== 'printed' && outcome.state !== 'sent') process.exitCode = 1;
}
