/** Reads vitest's report. Run by itself it prints the closing line: `node tools/report.mjs [FILE]`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

/** Outside build/, which is emptied whenever the screens are built. */
export const reportFile = join(root, 'node_modules', '.cache', 'moiso', 'test-report.json');

/**
 * `N passed, N failed`, and `, N skipped` when there are any. A file that could not even be loaded has no tests to count
 * and counts as one failure; so does a missing report, because then vitest never came to its end.
 */
export function closingLine(file = reportFile) {
  if (!existsSync(file)) return '0 passed, 1 failed';
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  const line = `${report.numPassedTests} passed, ${report.numFailedTests + brokenFiles.length} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(closingLine(process.argv[2]));
