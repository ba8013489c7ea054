import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  circlesOf,
  importsOf,
  impurities,
  inlineStyles,
  literalTexts,
  parse,
  readSource,
  roomOf,
  type Source,
  silentCatches,
  untyped,
} from './support/source.ts';

const root = join(import.meta.dirname, '..');

/** What each room may import besides itself (DESIGN, 2: the rooms). */
const directions: Readonly<Record<string, readonly string[]>> = {
  core: [],
  lang: [],
  wire: ['core'],
  printer: ['core', 'lang'],
  server: ['printer', 'wire', 'core', 'lang'],
  ui: ['wire', 'lang'],
  kiosk: ['ui', 'wire', 'lang'],
  display: ['ui', 'wire', 'lang'],
  staff: ['ui', 'wire', 'lang'],
};
const screens = ['ui', 'kiosk', 'display', 'staff'];
/** May import anything; nothing imports them. */
const free = ['test', 'tools', 'bench'];
const longestFile = 500;

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );

const sourcesIn = (folders: readonly string[]): Source[] =>
  folders.flatMap(filesIn).map((path) => readSource(root, path));

const inRooms = sourcesIn(Object.keys(directions));
const everywhere = [...inRooms, ...sourcesIn(free)];

/** Imports of a file that go where they may not. */
function wrongWays(source: Source): string[] {
  const room = roomOf(source.path);
  return importsOf(source).flatMap(({ specifier, path }) => {
    const wrong = [`${source.path} imports ${specifier}`];
    if (path === null) return room === 'core' || room === 'lang' || isNode(specifier, room) ? wrong : [];
    const target = roomOf(path);
    if (target === room) return [];
    if (!directions[room]?.includes(target)) return wrong;
    return screens.includes(room) && target === 'wire' && path !== 'wire/client.ts' ? wrong : [];
  });
}

/** Pages and the contract run in browsers, too. */
const isNode = (specifier: string, room: string): boolean =>
  specifier.startsWith('node:') && (screens.includes(room) || room === 'wire');

/** Files that are loaded when `path` runs, and packages that they load. */
function loadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const source = inRooms.find((other) => other.path === path);
  for (const each of source ? importsOf(source) : []) {
    if (each.typeOnly) continue;
    if (each.path === null) seen.add(each.specifier);
    else loadedBy(each.path, seen);
  }
  return seen;
}

const graphOf = (sources: readonly Source[]): Map<string, string[]> =>
  new Map(
    sources.map((source) => [source.path, importsOf(source).flatMap(({ path }) => (path === null ? [] : [path]))]),
  );

describe('the house', () => {
  it('has the rooms of the plan', () => {
    expect(inRooms.length).toBeGreaterThan(50);
    for (const room of ['core', 'wire', 'lang', 'server', 'printer', 'kiosk', 'display', 'staff', 'ui']) {
      expect(inRooms.some((source) => roomOf(source.path) === room)).toBe(true);
    }
  });

  it('imports run one way', () => {
    expect(inRooms.flatMap(wrongWays)).toEqual([]);
  });

  it('no files import each other in a circle, types included', () => {
    expect(circlesOf(graphOf(everywhere))).toEqual([]);
  });

  it('the contract for screens does not load the validation library', () => {
    expect([...loadedBy('wire/client.ts')].filter((name) => !/\.ts$/.test(name))).toEqual([]);
  });

  it('core and lang know neither clock nor chance nor the world outside', () => {
    expect(inRooms.filter((source) => /^(core|lang)\//.test(source.path)).flatMap(impurities)).toEqual([]);
  });

  it('contracts are .ts files, never .d.ts', () => {
    expect(everywhere.map((source) => source.path).filter((path) => /\.d\.[cm]?ts$/.test(path))).toEqual([]);
  });

  it('nothing is any, and nobody silences the compiler', () => {
    expect(everywhere.flatMap(untyped)).toEqual([]);
  });

  it('no error is caught in silence', () => {
    expect(everywhere.flatMap(silentCatches)).toEqual([]);
  });

  it('no file is longer than it may be', () => {
    const long = everywhere.filter((source) => source.text.trimEnd().split('\n').length > longestFile);
    expect(long.map((source) => source.path)).toEqual([]);
  });

  it('screens set styles by classes and properties, since their pages allow no style attribute', () => {
    expect(inRooms.filter((source) => screens.includes(roomOf(source.path))).flatMap(inlineStyles)).toEqual([]);
  });

  it('screens take every word from lang', () => {
    expect(inRooms.filter((source) => screens.includes(roomOf(source.path))).flatMap(literalTexts)).toEqual([]);
  });
});

describe('what this test would notice', () => {
  it.each([
    ['core/x.ts', "import { z } from 'zod';"],
    ['core/x.ts', "import type { vi } from '../lang/vi.ts';"],
    ['core/view/x.ts', "export { topicKey } from '../../wire/topic.ts';"],
    ['lang/x.ts', "import { readFileSync } from 'node:fs';"],
    ['wire/x.ts', "import { wordsOf } from '../lang/index.ts';"],
    ['wire/x.ts', "import { readFileSync } from 'node:fs';"],
    ['printer/x.ts', "import type { Settings } from '../wire/settings.ts';"],
    ['printer/x.ts', "import { start } from '../server/main.ts';"],
    ['server/x.ts', "import { Kiosk } from '../kiosk/kiosk.ts';"],
    ['server/x.ts', "import { given } from '../test/support/given.ts';"],
    ['ui/x.ts', "import { decide } from '../core/decide.ts';"],
    ['ui/x.ts', "type T = import('../core/ticket.ts').Ticket;"],
    ['kiosk/x.ts', "import { settingsSchema } from '../wire/settings.ts';"],
    ['kiosk/x.ts', "await import('../display/board.ts');"],
    ['staff/x.ts', "import type { Centre } from '../server/centre.ts';"],
    ['staff/x.ts', "import { join } from 'node:path';"],
  ])('%s: %s', (path, code) => {
    expect(wrongWays(parse(path, code))).toHaveLength(1);
  });

  it.each([
    ['core/x.ts', "import type { Day } from './day.ts';"],
    ['server/x.ts', "import { decide } from '../core/decide.ts';\nimport express from 'express';"],
    [
      'kiosk/x.ts',
      "import { html } from 'lit';\nimport '../ui/button.ts';\nimport type { Views } from '../wire/client.ts';",
    ],
  ])('but not %s: %s', (path, code) => {
    expect(wrongWays(parse(path, code))).toEqual([]);
  });

  it('a circle, also one of types', () => {
    const files = [
      parse('core/a.ts', "import type { B } from './b.ts';"),
      parse('core/b.ts', "import { c } from './c.ts';"),
      parse('core/c.ts', "export type A = import('./a.ts').A;"),
    ];
    expect(circlesOf(graphOf(files))).toEqual(['core/a.ts → core/b.ts → core/c.ts → core/a.ts']);
  });

  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'setTimeout(tick, 5)',
    "console.log('x')",
    'process.env.TZ',
    'const all = { process };',
  ])('%s in core', (code) => {
    expect(impurities(parse('core/x.ts', code))).toHaveLength(1);
  });

  it.each([
    'new Date(at)',
    'Date.parse(text)',
    'const a = { process: 1, console: 2 }; a.process; // Date.now()',
    "'Math.random()'",
  ])('but not %s', (code) => {
    expect(impurities(parse('core/x.ts', code))).toEqual([]);
  });

  it.each(['let x: any;', 'y as any;', 'type L = any[];', `// @ts-${'ignore'}`, `// @ts-${'nocheck'}`])(
    '%s',
    (code) => {
      expect(untyped(parse('x.ts', code))).toHaveLength(1);
    },
  );

  it.each(['try { a(); } catch {}', 'try { a(); } catch (e) { /* never mind */ }', 'a().catch(() => {});'])(
    '%s',
    (code) => {
      expect(silentCatches(parse('x.ts', code))).toHaveLength(1);
    },
  );

  it('but not an error that is answered', () => {
    expect(silentCatches(parse('x.ts', 'try { a(); } catch { return null; }\na().catch(report);'))).toEqual([]);
  });

  it.each([
    "import { styleMap as asStyle } from 'lit/directives/style-map.js';",
    'html`<p style="color: red"></p>`;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    'html`<p class=${name} style=${width}></p>`;',
    'html`<p\n  style="color: red"></p>`;',
  ])('a style attribute: %s', (code) => {
    expect(inlineStyles(parse('kiosk/x.ts', code))).toHaveLength(1);
  });

  it.each(['css`.style { color: red; }`;', 'this.style.width = width;', 'html`<p data-style="a"></p>`;'])(
    'but not %s',
    (code) => {
      expect(inlineStyles(parse('kiosk/x.ts', code))).toEqual([]);
    },
  );

  it.each([
    "const a = 'Lấy số';",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    'const a = `còn ${n} người`;',
    'html`<b>đóng</b>`;',
    'html`<p>Take a number</p>`;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    'html`<p @click=${go}>Waiting: ${n}</p>`;',
    'html`<button aria-label="Close"></button>`;',
  ])('words of people in a screen: %s', (code) => {
    expect(literalTexts(parse('kiosk/x.ts', code)).length).toBeGreaterThan(0);
  });

  it.each([
    '// Lấy số',
    "const a = 'ms-button';",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    'html`<p class="big" @click=${go}>${words.take} · <ms-icon name="close"></ms-icon>&nbsp;–</p>`;',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
    'html`<button aria-label=${words.close} title="${words.close}"></button>`;',
  ])('but not: %s', (code) => {
    expect(literalTexts(parse('kiosk/x.ts', code))).toEqual([]);
  });
});
