import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'ui', 'page.css'), 'utf8');

/** The tokens that the block of a selector sets. */
function tokensOf(selector: string): Record<string, string> {
  const start = page.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThan(-1);
  const block = page.slice(start, page.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/(--?[\w-]+|color-scheme): ([^;]+);/g)].map((m) => [m[1], m[2]]));
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const sets = {
  light: tokensOf(':root'),
  dark: tokensOf(':root[data-theme="dark"]'),
  high: tokensOf(':root[data-contrast="high"]'),
};

const readable: readonly (readonly [string, string])[] = [
  ['text', 'page'],
  ['text', 'raised'],
  ['text', 'sunken'],
  ['text-soft', 'page'],
  ['text-soft', 'raised'],
  ['text-soft', 'sunken'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-primary-soft', 'primary-soft'],
  ['on-primary-soft', 'raised'],
  ['on-band', 'band'],
  ['link', 'page'],
  ['link', 'raised'],
  ['called', 'raised'],
  ['called', 'page'],
  ['on-called-soft', 'called-soft'],
  ['on-accent', 'accent'],
  ['success', 'success-soft'],
  ['success', 'raised'],
  ['warning', 'warning-soft'],
  ['warning', 'raised'],
  ['danger', 'danger-soft'],
  ['danger', 'raised'],
  ['on-danger', 'danger'],
];

describe('the tokens of all screens', () => {
  it('given a theme that the device wants or the page sets, then it is the same', () => {
    expect(tokensOf(':root:not([data-theme="light"])')).toEqual(sets.dark);
    expect(tokensOf(':root:not([data-contrast="normal"])')).toEqual(sets.high);
  });

  it('given a dark or a high-contrast screen, then no colour is left from the light one', () => {
    const colours = (set: Record<string, string>) => Object.keys(set).filter((name) => name.startsWith('--colour-'));
    expect(colours(sets.dark)).toEqual(colours(sets.light));
    expect(colours(sets.high)).toEqual(colours(sets.light));
  });

  describe.each(Object.entries(sets))('%s', (name, set) => {
    it.each(readable)('%s is read on %s', (ink, ground) => {
      const least = name === 'high' ? 7 : 4.5;
      expect(contrast(set[`--colour-${ink}`]!, set[`--colour-${ground}`]!)).toBeGreaterThanOrEqual(least);
    });

    it.each(['page', 'raised'])('the edges of controls and the focus are seen on %s', (ground) => {
      for (const edge of ['line-strong', 'focus', 'primary'])
        expect(contrast(set[`--colour-${edge}`]!, set[`--colour-${ground}`]!)).toBeGreaterThanOrEqual(3);
    });
  });
});
