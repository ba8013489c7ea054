import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

const pages = [
  'kiosk/index.html',
  'kiosk/rating.html',
  'kiosk/paper.html',
  'display/index.html',
  'display/ticket.html',
  'staff/index.html',
  'ui/home.html',
];

/** The screens, each a page of its own in build/, with the path of its source. Decorators are lowered as tsconfig says. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'chrome109',
    manifest: true,
    // The server allows nothing but its own files: no data: address for a font or a picture, no polyfill script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((page) => join(root, page)).filter((page) => existsSync(page)) },
  },
});
