import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ServerOptions {
  /** Absolute folder; null: a new temporary one. */
  readonly data: string | null;
  readonly port: number;
  readonly host: string;
  readonly demonstration: boolean;
}

/** What is wrong with the options, in one line. */
export class OptionError extends Error {}

/** Reads `--data DIR --port N --host H --demo` and MOISO_DATA, MOISO_PORT, MOISO_HOST. Throws OptionError. */
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
        demo: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message.split(/\.\s/)[0] : String(error));
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new OptionError(`--port needs a number from 0 to 65535, not "${text}"`);
  return port;
}

/** Where a demonstration without --data keeps what it makes. */
export const temporaryPrefix = join(tmpdir(), 'moiso-demo-');
