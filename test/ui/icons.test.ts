import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconLines, iconNames } from '../../ui/icons.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = globSync('{kiosk,display,staff,ui}/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('icons.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

describe('the pictograms', () => {
  it.each(iconNames)('%s is drawn by lines alone, and some screen shows it', (name) => {
    expect(iconLines(name)).toMatch(
      /^\s*(<(path|circle|rect|line|polyline|polygon|ellipse)( [\w-]+="[\w .,-]*")* \/>\s*)+$/,
    );
    expect(sources).toMatch(new RegExp(`['"]${name}['"]`));
  });
});
