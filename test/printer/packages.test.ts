import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
const installed = Object.entries(lock.packages).map(([path, facts]) => ({
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  ...facts,
}));
const versionsOf = (name: string) => installed.filter((each) => each.name === name).map((each) => each.version ?? '');

describe('The packages that escpos and node-thermal-printer bring', () => {
  it('are without the ones with known holes that get-pixels asks for', () => {
    expect(versionsOf('request')).toEqual([]);
    for (const [name, major] of [
      ['form-data', '2.'],
      ['tough-cookie', '2.'],
      ['qs', '6.5.'],
      ['uuid', '3.'],
    ] as const)
      expect(versionsOf(name).filter((version) => version.startsWith(major))).toEqual([]);
  });

  it('have our own stub as the only get-pixels', () => {
    expect(installed.filter((each) => each.name === 'get-pixels')).toEqual([
      expect.objectContaining({ link: true, resolved: 'printer/stub/get-pixels' }),
    ]);
  });

  it('build nothing: only Node itself runs something at installation', () => {
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { allowScripts: object };
    // serialport brings its binaries along; its script would only look for them.
    expect(allowScripts).toEqual({ node: true, '@serialport/bindings-cpp': false });
    const withScript = installed.filter((each) => each.hasInstallScript).map((each) => each.name);
    expect(withScript.sort()).toEqual(Object.keys(allowScripts).sort());
    for (const builder of ['node-gyp', 'prebuild-install', 'node-pre-gyp', '@mapbox/node-pre-gyp'])
      expect(versionsOf(builder)).toEqual([]);
  });

  it('are pinned exactly', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(dependencies.escpos).toBe('3.0.0-alpha.6');
    expect(dependencies['node-thermal-printer']).toBe('4.6.1');
    expect(dependencies['@resvg/resvg-wasm']).toBe(dependencies['@resvg/resvg-js']);
  });
});
