/**
 * Holds each page to its budget of script, because the machines in the halls are old: what the browser must fetch before
 * the page works (its entry and everything that imports statically), each file gzipped as it is sent.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const budgetBytes = 60_000;
const build = join(root, 'build');
const manifest = JSON.parse(readFileSync(join(build, '.vite', 'manifest.json'), 'utf8'));

function scriptsOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) scriptsOf(imported, found);
  return found;
}

const pages = Object.keys(manifest)
  .filter((name) => manifest[name].isEntry)
  .map((name) => {
    const scripts = [...scriptsOf(name)].filter((file) => file.endsWith('.js'));
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file))).length, 0);
    return { page: name, files: scripts.length, 'KB gzipped': bytes / 1000, fits: bytes <= budgetBytes };
  });

console.table(pages);
if (pages.some((page) => !page.fits)) {
  console.error(`A page loads more than ${budgetBytes / 1000} KB of script.`);
  process.exitCode = 1;
}
