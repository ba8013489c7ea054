import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const checkout = mkdtempSync(join(tmpdir(), 'moiso-sizes-'));
cpSync(join(import.meta.dirname, '..', '..', 'tools'), join(checkout, 'tools'), { recursive: true });
mkdirSync(join(checkout, 'build', '.vite'), { recursive: true });

afterAll(() => rmSync(checkout, { recursive: true }));

/** Checks a page whose own script and whose shared script have these sizes; random bytes do not get smaller by gzip. */
function statusFor(entryBytes: number, sharedBytes: number, lazyBytes: number): number | null {
  const sizes = { 'entry.js': entryBytes, 'shared.js': sharedBytes, 'lazy.js': lazyBytes };
  for (const [name, bytes] of Object.entries(sizes)) writeFileSync(join(checkout, 'build', name), randomBytes(bytes));
  const manifest = {
    'kiosk/index.html': { file: 'entry.js', isEntry: true, imports: ['_shared.js'], dynamicImports: ['lazy.ts'] },
    '_shared.js': { file: 'shared.js', imports: ['_shared.js'] },
    'lazy.ts': { file: 'lazy.js' },
  };
  writeFileSync(join(checkout, 'build', '.vite', 'manifest.json'), JSON.stringify(manifest));
  return spawnSync(process.execPath, [join(checkout, 'tools', 'sizes.mjs')]).status;
}

describe('the budget of script', () => {
  it('given entry and shared script within 60 KB, when it is checked, then what is loaded later does not count', () => {
    expect(statusFor(30_000, 29_000, 90_000)).toBe(0);
  });

  it('given entry and shared script above 60 KB together, when it is checked, then it fails', () => {
    expect(statusFor(30_000, 31_000, 0)).toBe(1);
  });
});
