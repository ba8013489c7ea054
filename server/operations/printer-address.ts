import { resolve } from 'node:path';
import { AddressError, type PrinterAddress, parseAddress } from '../../printer/address.ts';
import { Refusal } from '../problem.ts';

/**
 * Reads a printer's address that came over the network. Throws Refusal that names the field. A device is one of the system's:
 * nobody who sits at a page may have the server write elsewhere.
 */
export function readPrinterAddress(address: string, field: string): PrinterAddress {
  const refuse = (message: string): never => {
    throw new Refusal('invalid-input', { fields: [{ path: field, message }] });
  };
  try {
    const parsed = parseAddress(address);
    const { place } = parsed;
    if (place.kind === 'file') return refuse('a file is for the command line only');
    if ((place.kind === 'device' || place.kind === 'serial') && !isDevice(place.path))
      return refuse('a device is /dev/… or COM…');
    return parsed;
  } catch (error) {
    if (error instanceof AddressError) return refuse(error.message);
    throw error;
  }
}

const isDevice = (path: string): boolean =>
  /^COM\d{1,3}$/i.test(path) || (resolve(path) === path && path.startsWith('/dev/'));
