import { expect, it } from 'vitest';
import { placeOf, profileOf, withProfile } from '../../staff/admin/printer-address.ts';

it('given an address, when another family is chosen, then only that changes, and its width goes with it', () => {
  const cases: [string, string, string][] = [
    ['tcp://192.168.1.50', 'epson-80', 'tcp://192.168.1.50?profile=epson-80'],
    ['tcp://192.168.1.50?profile=epson-80', 'clone-58', 'tcp://192.168.1.50?profile=clone-58'],
    ['tcp://[fe80::1]:9100?width=58&profile=star-80', '', 'tcp://[fe80::1]:9100'],
    ['cups:POS-80?server=localhost:631', 'star-80', 'cups:POS-80?server=localhost:631&profile=star-80'],
    ['serial:/dev/ttyUSB0?baud=9600&profile=text-80', '', 'serial:/dev/ttyUSB0?baud=9600'],
  ];
  for (const [address, profile, expected] of cases) {
    expect(withProfile(address, profile)).toBe(expected);
    expect(profileOf(expected)).toBe(profile);
    expect(placeOf(expected)).toBe(placeOf(address));
  }
});
