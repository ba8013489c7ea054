/**
 * Finds a real Chromium for tests and pictures, so that nobody has to install one: the one named by $CHROME, else one
 * that the machine has, else the one in the npm package @sparticuz/chromium (64-bit Linux).
 */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/** A program that is a Chromium, with what must be added to its environment. */
export type FoundBrowser = {
  readonly source: 'CHROME' | 'installed' | 'package';
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Whatever this machine's environment says; the tests give their own. */
export type Environment = Readonly<Record<string, string | undefined>>;

const modules = join(import.meta.dirname, '..', 'node_modules');
const packaged = join(modules, '@sparticuz', 'chromium');

// Plain arguments for every Chromium. The package's own make the browser end when one context closes.
const plainArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a Chromium without a window. `autoplay` lets a page sound without a touch before, as the hall's screen is
 * started; without it sound is refused as in any browser. Close it when done.
 */
export async function launchBrowser(options: { autoplay?: boolean; browser?: FoundBrowser } = {}): Promise<Browser> {
  const found = options.browser ?? (await findBrowser());
  return chromium.launch({
    executablePath: found.executablePath,
    args: options.autoplay ? [...plainArguments, '--autoplay-policy=no-user-gesture-required'] : plainArguments,
    env: { ...process.env, ...found.environment },
  });
}

/** Finds a Chromium. Throws an error that says what to install when there is none for this machine. */
export async function findBrowser(
  environment: Environment = process.env,
  usual: readonly string[] = usualPaths(environment),
): Promise<FoundBrowser> {
  const named = environment.CHROME;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME names ${named}, which is not there`);
    return { source: 'CHROME', executablePath: named, environment: {} };
  }
  const installed = usual.find((path) => existsSync(path) && runs(path));
  if (installed) return { source: 'installed', executablePath: installed, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error('No Chromium, Chrome or Edge found: install one, or name its program in CHROME');
}

/** Where Chromium, Chrome and Edge are on this kind of machine when somebody installed them. */
function usualPaths(environment: Environment): string[] {
  if (process.platform === 'win32') {
    const places = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => places.flatMap((place) => (place ? [join(place, program)] : [])));
  }
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const places = ['/Applications', join(homedir(), 'Applications')];
    return programs.flatMap((name) => places.map((place) => join(place, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const places = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(
    (place) => place !== '',
  );
  return programs.flatMap((program) => places.map((place) => join(place, program)));
}

/** Whether the program starts at all: some systems have a file of that name which only says what to install. */
function runs(path: string, added: FoundBrowser['environment'] = {}): boolean {
  // Chrome on Windows knows no --version: it would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { env: { ...process.env, ...added }, stdio: 'ignore' }).status === 0;
}

/** Unpacks the packaged browser once, under node_modules/.cache, and finds out whether it needs the libraries beside it. */
async function unpackBrowser(): Promise<FoundBrowser> {
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string };
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const executablePath = join(folder, 'chromium');
  // A machine without any font cannot draw; the package brings one that has Vietnamese.
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const environment = [fonts, libraries].find((added) => runs(executablePath, added));
  if (environment) return { source: 'package', executablePath, environment };
  throw new Error(`The Chromium in ${folder} does not start here: install Chromium, or name its program in CHROME`);
}

/** Unpacks beside the folder and renames at the end, because two test files may want the browser at the same moment. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(join(folder, '..'), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  const program = createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 });
  await pipeline(createReadStream(join(packaged, 'bin', 'chromium.br')), createBrotliDecompress(), program);
  unpackArchive('al2023', unfinished);
  unpackArchive('fonts', unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

function unpackArchive(name: string, parent: string): void {
  const target = join(parent, name);
  mkdirSync(target);
  const archive = brotliDecompressSync(readFileSync(join(packaged, 'bin', `${name}.tar.br`)));
  const { status, stderr } = spawnSync('tar', ['-xf', '-', '-C', target], { input: archive, encoding: 'utf8' });
  if (status !== 0) throw new Error(`tar could not unpack ${name}: ${stderr}`);
}
