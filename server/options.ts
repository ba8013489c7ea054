import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AddressError, parseAddress } from '../printer/address.ts';

export interface ServerOptions {
  /** Absolute folder; null: a new temporary one. */
  readonly data: string | null;
  readonly port: number;
  readonly host: string;
  readonly demonstration: boolean;
  /** Only the options themselves are asked for. */
  readonly help: boolean;
  /** Address of the kiosk's printer (printer/address.ts); null: the settings name it. */
  readonly printer: string | null;
}

/** What is wrong with the options, in one line. */
export class OptionError extends Error {}

export const optionHelp = `npm start -- [--data DIR] [--port N] [--host ADDRESS] [--printer ADDRESS]
  --data DIR         thư mục dữ liệu / data folder (MOISO_DATA); ./data
  --port N           cổng / port (MOISO_PORT); 8080
  --host ADDRESS     địa chỉ lắng nghe / address to listen on (MOISO_HOST); 0.0.0.0
  --printer ADDRESS  máy in phiếu / slip printer (MOISO_PRINTER), e.g. tcp://192.168.1.50?profile=epson-80
npm run demo -- …    bản dùng thử, cùng tùy chọn / a demonstration, same options`;

/** Reads `--data DIR --port N --host H --printer ADDRESS --demo` and MOISO_DATA, … MOISO_PRINTER. Throws OptionError. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ServerOptions {
  const values = parse(args);
  const demonstration = values.demo ?? false;
  const data = values.data ?? environment.MOISO_DATA;
  if (data === '') throw new OptionError('--data needs a folder');
  const host = values.host ?? environment.MOISO_HOST ?? (demonstration ? '127.0.0.1' : '0.0.0.0');
  if (host === '') throw new OptionError('--host needs an address');
  return {
    data: data === undefined ? (demonstration ? null : resolve('data')) : resolve(data),
    port: portOf(values.port ?? environment.MOISO_PORT ?? '8080'),
    host,
    demonstration,
    help: values.help ?? false,
    printer: printerOf(values.printer ?? environment.MOISO_PRINTER ?? null),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        printer: { type: 'string' },
        demo: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message.split(/\.\s/)[0] : String(error));
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new OptionError(`--port (MOISO_PORT) needs a number from 0 to 65535, not "${text}"`);
  return port;
}

function printerOf(address: string | null): string | null {
  if (address === null) return null;
  try {
    parseAddress(address);
  } catch (error) {
    if (error instanceof AddressError) throw new OptionError(`--printer: ${error.message}`);
    throw error;
  }
  return address;
}

/** Where a demonstration without --data keeps what it makes. */
export const temporaryPrefix = join(tmpdir(), 'moiso-demo-');
