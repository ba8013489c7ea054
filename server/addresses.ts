import { networkInterfaces } from 'node:os';

const everywhere = ['0.0.0.0', '::'];

/** IPv4 addresses of this machine on its networks. */
export const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address);

/** The addresses to open: this machine's first, then the LAN's. */
export function serverAddresses(host: string, port: number): { own: string; lan: string[] } {
  const url = (address: string) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  return everywhere.includes(host)
    ? { own: url('127.0.0.1'), lan: lanAddresses().map(url) }
    : { own: url(host), lan: [] };
}
