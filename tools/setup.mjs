/**
 * What has to be there before anything runs: the packages, the pinned Node, the built screens. Plain JavaScript without
 * dependencies, because it runs before the packages are there, on whatever Node (20 or newer) the machine has.
 * Its few words stand here and not in lang/, which is TypeScript and needs the pinned Node to be read.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const pinnedNodeFolder = join(root, 'node_modules', 'node');
const runningNodeAside = join(root, '.old-node');

/** The Node that runs everything but the set-up itself; there once {@link prepare} has returned. */
export const pinnedNode = join(pinnedNodeFolder, 'bin', windows ? 'node.exe' : 'node');

/** Everything that decides how the built screens look; a change in any of it makes the build stale. */
const screenSources = [
  'kiosk',
  'display',
  'staff',
  'ui',
  'wire',
  'lang',
  'core',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** A failure that the person at the machine can mend; its message says how. */
export class SetupError extends Error {}

/** Prints one line about what is going on, Vietnamese first. */
export function say(vietnamese, english) {
  console.log(`» ${vietnamese} · ${english}`);
}

/** Makes packages, pinned Node and screens present and fresh. Throws a SetupError when that is not possible. */
export function prepare() {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    throw new SetupError(`Cần Node 20 trở lên, máy đang có ${process.version} · Node 20 or newer is needed`);
  }
  if (!packagesAreFresh()) installPackages();
  if (!existsSync(pinnedNode)) installPinnedNode();
  const stamp = stampOfScreens();
  if (!screensAreFresh(stamp)) buildScreens(stamp);
}

/**
 * Whether node_modules holds what package-lock.json asks for. Compares versions, not times, since git gives every file
 * it writes a new time. Packages for other kinds of machine are optional and may be missing.
 */
function packagesAreFresh() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function installPackages() {
  say('Đang cài các gói phần mềm (vài phút ở lần đầu)', 'Installing packages (a few minutes the first time)');
  setRunningNodeAside();
  const npm = npmCommand();
  const done = spawnSync(npm.file, [...npm.args, 'ci', '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: npm.shell,
  });
  if (done.status === 0) return;
  throw new SetupError(
    [
      'Không cài được các gói. Lần cài đầu tiên cần Internet (registry.npmjs.org); hãy nối mạng rồi chạy lại lệnh này.',
      'The packages could not be installed. The first installation needs the internet (registry.npmjs.org): connect',
      'this machine and run the same command again. Behind a proxy: npm config set proxy http://HOST:PORT',
      'Afterwards everything works without the internet.',
    ].join('\n'),
  );
}

/**
 * npm as a program to start. The npm that started us is run by its file, which spares Windows the `npm.cmd` shell; and by
 * the Node that runs it, because the pinned one may be deleted on the way.
 */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js') && existsSync(script)) {
    return { file: process.env.npm_node_execpath ?? process.execPath, args: [script], shell: false };
  }
  return { file: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

/**
 * Windows refuses to delete a program that runs, and `npm start` runs this file with the pinned Node, which `npm ci`
 * wants to delete. A running program may be renamed, though. What was put aside goes at the next installation.
 */
function setRunningNodeAside() {
  if (!windows || !existsSync(pinnedNodeFolder)) return;
  rmSync(runningNodeAside, { recursive: true, force: true });
  mkdirSync(runningNodeAside);
  writeFileSync(join(runningNodeAside, '.gitignore'), '*\n');
  const programs = readdirSync(pinnedNodeFolder, { recursive: true }).filter((name) => name.endsWith('node.exe'));
  for (const [index, name] of programs.entries()) {
    renameSync(join(pinnedNodeFolder, name), join(runningNodeAside, `node-${index}.exe`));
  }
}

/** npm can be told to run no install scripts; then the one script this project needs is run by hand. */
function installPinnedNode() {
  say('Đang cài Node đi kèm', 'Installing the pinned Node');
  if (existsSync(join(pinnedNodeFolder, 'installArchSpecificPackage.js'))) {
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: pinnedNodeFolder, stdio: 'inherit' });
  }
  if (!existsSync(pinnedNode)) {
    throw new SetupError(
      `Thiếu Node đi kèm · The pinned Node is missing: npm rebuild node should create ${pinnedNode}`,
    );
  }
}

function stampOfScreens() {
  const hash = createHash('sha256');
  for (const source of screenSources) {
    for (const file of filesUnder(source)) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const names = readdirSync(full, { recursive: true }).sort();
  return names.map((name) => join(path, name)).filter((name) => statSync(join(root, name)).isFile());
}

function screensAreFresh(stamp) {
  const file = join(root, 'build', '.stamp');
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

function buildScreens(stamp) {
  say('Đang dựng các màn hình', 'Building the screens');
  if (runPinned('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) {
    throw new SetupError('Không dựng được các màn hình · The screens could not be built; the reason stands above');
  }
  writeFileSync(join(root, 'build', '.stamp'), stamp);
}

/** Runs a script, named from the project's folder, with the pinned Node; gives its exit status (1 when killed). */
export function runPinned(script, args) {
  return spawnSync(pinnedNode, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
