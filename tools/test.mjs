/**
 * `npm test`: the same set-up as `npm start`, then every check, all of them even when one fails. With arguments
 * (`npm test -- test/core`) only vitest runs, on these. The last line counts the tests; the exit status counts everything.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { closingLine, reportFile } from './report.mjs';
import { prepare, runPinned, SetupError } from './setup.mjs';

const screens = ['ui', 'kiosk', 'display', 'staff'].map((folder) => `${folder}/**/*.ts`);
const chosen = process.argv.slice(2);

const checks = [
  { title: 'Types', script: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
  { title: 'Types of the rules', script: 'node_modules/typescript/bin/tsc', args: ['-p', 'core'] },
  { title: 'Lint and format', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check'] },
  {
    title: 'Templates',
    script: 'node_modules/@jackolope/lit-analyzer/cli.mjs',
    args: [...screens, '--strict', '--maxWarnings', '0'],
  },
  { title: 'Sizes', script: 'tools/sizes.mjs', args: [] },
];
const tests = {
  title: 'Tests',
  script: 'node_modules/vitest/vitest.mjs',
  args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...chosen],
};

// First of all, so that nobody counts the tests of an earlier run.
rmSync(reportFile, { force: true });
try {
  prepare();
  mkdirSync(dirname(reportFile), { recursive: true });
  const failed = (chosen.length > 0 ? [tests] : [...checks, tests]).filter((check) => {
    console.log(`\n== ${check.title}`);
    return runPinned(check.script, check.args) !== 0;
  });
  console.log(
    `\n${failed.length === 0 ? 'All checks passed' : `Failed: ${failed.map((check) => check.title).join(', ')}`}`,
  );
  console.log(closingLine());
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  console.log(closingLine());
  process.exitCode = 1;
}
