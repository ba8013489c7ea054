import { describe, expect, it } from 'vitest';
import { AddressError, parseAddress } from '../../printer/address.ts';

describe('The address of a printer', () => {
  it.each([
    ['tcp://10.0.0.5:9101', { kind: 'tcp', host: '10.0.0.5', port: 9101 }],
    ['tcp://printer.local', { kind: 'tcp', host: 'printer.local', port: 9100 }],
    ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
    ['device:/dev/usb/lp0', { kind: 'device', path: '/dev/usb/lp0' }],
    ['serial:/dev/ttyUSB0', { kind: 'serial', path: '/dev/ttyUSB0', baud: 115_200, handshake: false }],
    ['serial:COM3?baud=38400&handshake=rtscts', { kind: 'serial', path: 'COM3', baud: 38_400, handshake: true }],
    ['cups:slips?server=10.0.0.2:631', { kind: 'cups', name: 'slips', server: '10.0.0.2:631' }],
    ['windows:M%C3%A1y%20in', { kind: 'windows', name: 'Máy in' }],
    ['file:/tmp/slips.bin', { kind: 'file', path: '/tmp/slips.bin' }],
  ])('%s names its place', (address, place) => {
    expect(parseAddress(address).place).toEqual(place);
    expect(parseAddress(address).profile.name).toBe('clone-80');
  });

  it.each([
    ['tcp://h?profile=epson-80', 'epson-80'],
    ['tcp://h?profile=epson-80&width=58', 'epson-58'],
    ['tcp://h?width=58', 'clone-58'],
    ['tcp://h?width=80', 'clone-80'],
    ['serial:/dev/ttyS0?baud=9600&profile=text-80', 'text-80'],
  ])('%s names its profile', (address, profile) => {
    expect(parseAddress(address).profile.name).toBe(profile);
  });

  it.each([
    ['', 'kind'],
    ['usb:1', 'kind'],
    ['tcp:host', 'host'],
    ['tcp://', 'host'],
    ['tcp://h:0', 'port'],
    ['tcp://h:99999', 'port'],
    ['device:', 'path'],
    ['file:%zz', 'path'],
    ['cups:-h', 'name'],
    ['cups:', 'name'],
    ['serial:/dev/ttyS0?baud=fast', 'baud'],
    ['serial:/dev/ttyS0?baud=19200', 'too-slow'],
    ['tcp://h?profile=laser', 'profile'],
    ['tcp://h?width=110', 'width'],
    ['tcp://h?profile=daruma-80&width=58', 'width'],
  ])('%s is refused because of its %s', (address, problem) => {
    expect(() => parseAddress(address)).toThrow(AddressError);
    expect(() => parseAddress(address)).toThrow(expect.objectContaining({ problem }));
  });
});
