import type { PrinterProfile } from './profile.ts';
import { defaultProfile, findProfile, profiles } from './profiles.ts';
import { cupsTransport } from './transport/cups.ts';
import { deviceTransport } from './transport/device.ts';
import { fileTransport } from './transport/file.ts';
import { serialTransport, slowestForPictures } from './transport/serial.ts';
import { tcpTransport } from './transport/tcp.ts';
import type { Transport } from './transport/transport.ts';
import { windowsTransport } from './transport/windows.ts';

/** Where a printer is reached. */
export type PrinterPlace =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'device' | 'file'; readonly path: string }
  | { readonly kind: 'serial'; readonly path: string; readonly baud: number; readonly handshake: boolean }
  | { readonly kind: 'cups'; readonly name: string; readonly server?: string }
  | { readonly kind: 'windows'; readonly name: string };

export interface PrinterAddress {
  readonly place: PrinterPlace;
  readonly profile: PrinterProfile;
}

/** What is wrong with an address; words for it are in lang/. */
export type AddressProblem = 'kind' | 'host' | 'port' | 'path' | 'name' | 'baud' | 'too-slow' | 'profile' | 'width';

export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly problem: AddressProblem;

  constructor(problem: AddressProblem, address: string, hint: string) {
    super(`printer address ${address}: ${hint}`);
    this.problem = problem;
  }
}

/**
 * Reads `tcp://HOST:PORT`, `device:/dev/usb/lp0`, `serial:/dev/ttyUSB0?baud=115200&handshake=rtscts`, `cups:NAME?server=HOST:PORT`,
 * `windows:NAME` or `file:PATH`, each with `profile=NAME` and `width=58|80` (mm of the roll; chooses the profile's sibling).
 * @throws AddressError
 */
export function parseAddress(address: string): PrinterAddress {
  const [, kind = '', rest = '', query = ''] = /^([a-z]+):([^?]*)(?:\?(.*))?$/s.exec(address) ?? [];
  const options = new URLSearchParams(query);
  const place = placeOf(address, kind, rest, options);
  const profile = profileOf(address, options);
  if (place.kind === 'serial' && profile.mode === 'raster' && place.baud < slowestForPictures)
    throw new AddressError(
      'too-slow',
      address,
      `pictures need ${slowestForPictures} baud or more: set the printer to it, or take a text profile`,
    );
  return { place, profile };
}

function placeOf(address: string, kind: string, rest: string, options: URLSearchParams): PrinterPlace {
  const text = decoded(address, rest);
  const need = (problem: AddressProblem): string => {
    if (text === '') throw new AddressError(problem, address, `it has no ${problem}`);
    return text;
  };
  switch (kind) {
    case 'tcp': {
      const [, bracketed, plain, port = '9100'] = /^\/\/(?:\[([^\]]+)\]|([^:/]+))(?::(\d+))?\/?$/.exec(rest) ?? [];
      const host = bracketed ?? plain;
      if (host === undefined) throw new AddressError('host', address, 'tcp://HOST:PORT is expected');
      if (Number(port) < 1 || Number(port) > 65_535) throw new AddressError('port', address, 'a port is 1 to 65535');
      return { kind, host, port: Number(port) };
    }
    case 'device':
    case 'file':
      return { kind, path: need('path') };
    case 'serial': {
      const baud = Number(options.get('baud') ?? 115_200);
      if (!Number.isInteger(baud) || baud < 1200 || baud > 921_600)
        throw new AddressError('baud', address, 'a speed is 1200 to 921600 baud');
      return { kind, path: need('path'), baud, handshake: options.get('handshake') === 'rtscts' };
    }
    case 'cups':
      // A name with a dash first would be an option of lp.
      if (!/^[^\s/#-][^\s/#]*$/.test(text)) throw new AddressError('name', address, 'cups:NAME is expected');
      return { kind, name: text, server: options.get('server') ?? undefined };
    case 'windows':
      return { kind, name: need('name') };
    default:
      throw new AddressError('kind', address, 'tcp:, device:, serial:, cups:, windows: or file: is expected');
  }
}

function decoded(address: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AddressError('path', address, 'a % is written %25');
  }
}

function profileOf(address: string, options: URLSearchParams): PrinterProfile {
  const name = options.get('profile');
  const profile = name === null ? defaultProfile : findProfile(name);
  if (!profile)
    throw new AddressError('profile', address, `profiles are ${profiles.map((each) => each.name).join(', ')}`);
  const width = options.get('width');
  if (width === null || Number(width) === profile.rollMm) return profile;
  const sibling = findProfile(profile.name.replace(/-\d+$/, `-${width}`));
  if (sibling?.rollMm !== Number(width))
    throw new AddressError('width', address, `${profile.name} has no ${width} mm; name a profile that has`);
  return sibling;
}

/** A connection to a place, not yet opened. */
export function transportTo(place: PrinterPlace): Transport {
  switch (place.kind) {
    case 'tcp':
      return tcpTransport(place);
    case 'device':
      return deviceTransport(place);
    case 'serial':
      return serialTransport(place);
    case 'cups':
      return cupsTransport(place);
    case 'windows':
      return windowsTransport(place);
    case 'file':
      return fileTransport(place);
  }
}
