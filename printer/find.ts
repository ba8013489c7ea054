import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './status.ts';
import { runCommand } from './transport/command.ts';
import { tcpTransport } from './transport/tcp.ts';
import { codeOf, TransportError } from './transport/transport.ts';

/** A printer that this machine reaches. */
export interface FoundPrinter {
  /** As `parseAddress` takes it, without a profile. */
  readonly address: string;
  /** Its maker and model, or its queue's name; '' when it does not say. */
  readonly name: string;
}

/** Printers on USB (Linux) and queues of CUPS. Without CUPS or USB there are none; that is no error. */
export async function findPrinters(): Promise<FoundPrinter[]> {
  return [...(await findUsbPrinters()), ...(await findQueues())];
}

/** `devices` and `classes` are where the system shows its USB printers. */
export async function findUsbPrinters(devices = '/dev/usb', classes = '/sys/class/usbmisc'): Promise<FoundPrinter[]> {
  const names = await readdir(devices).catch(missing<string[]>([]));
  const printers = names.filter((name) => /^lp\d+$/.test(name)).sort();
  return Promise.all(
    printers.map(async (name) => ({
      address: `device:${join(devices, name)}`,
      name: modelOf(await readFile(join(classes, name, 'device', 'ieee1284_id'), 'utf8').catch(missing(''))),
    })),
  );
}

/** Maker and model in an IEEE 1284 identification such as `MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;`. */
function modelOf(identification: string): string {
  const value = (...keys: string[]): string =>
    keys.map((key) => new RegExp(`(?:^|;)\\s*${key}:([^;]*)`, 'i').exec(identification)?.[1]?.trim()).find(Boolean) ??
    '';
  return `${value('MFG', 'MANUFACTURER')} ${value('MDL', 'MODEL')}`.trim();
}

/** Queues of CUPS (`lpstat -e`). */
export async function findQueues(server?: string): Promise<FoundPrinter[]> {
  const env: Record<string, string> = server === undefined ? {} : { CUPS_SERVER: server };
  try {
    const { exitCode, output } = await runCommand('lpstat', ['-e'], { env });
    const names = exitCode === 0 ? output.split('\n').map((line) => line.trim()) : [];
    return names.filter((name) => name !== '').map((name) => ({ address: `cups:${encodeURIComponent(name)}`, name }));
  } catch (error) {
    if (error instanceof TransportError && error.cause === 'unreachable') return []; // CUPS is not installed
    throw error;
  }
}

/** What a typed address of a network printer leads to. */
export type PortCheck =
  | { readonly state: 'answers' | 'silent' }
  | { readonly state: 'unreachable'; readonly detail: string };

/** Looks whether something takes print data there and whether it answers as an ESC/POS printer does. Prints nothing. */
export async function checkPort(host: string, port = 9100, replyMs = 1500): Promise<PortCheck> {
  const transport = tcpTransport({ host, port });
  let heard: () => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => {
    heard = () => resolve(true);
    transport.onClose(() => resolve(false));
  });
  transport.onData((bytes) => {
    if (bytes.some((byte) => (byte & 0x93) === 0x12)) heard();
  });
  try {
    await transport.open();
    await transport.write(ask(1));
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), replyMs).unref());
    return { state: (await Promise.race([answer, late])) ? 'answers' : 'silent' };
  } catch (error) {
    if (error instanceof TransportError) return { state: 'unreachable', detail: error.message };
    throw error;
  } finally {
    transport.abandon();
  }
}

/** What to take where a file is not there; every other error stays one. */
const missing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (['ENOENT', 'ENOTDIR', 'ENODEV', 'EIO'].includes(codeOf(error))) return instead;
    throw error;
  };
