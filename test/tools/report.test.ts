import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const tool = join(import.meta.dirname, '..', '..', 'tools', 'report.mjs');
const folder = mkdtempSync(join(tmpdir(), 'moiso-report-'));
const file = join(folder, 'report.json');

afterAll(() => rmSync(folder, { recursive: true }));

type TestFile = { status: 'passed' | 'failed'; assertionResults: { status: string }[] };

function closingLineOf(passed: number, failed: number, pending: number, testResults: TestFile[] = []): string {
  const counts = { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 };
  writeFileSync(file, JSON.stringify({ ...counts, testResults }));
  return spawnSync(process.execPath, [tool, file], { encoding: 'utf8' }).stdout;
}

describe('the closing line', () => {
  it('given a report without skipped tests, when it is read, then passed and failed are counted', () => {
    expect(closingLineOf(12, 1, 0)).toBe('12 passed, 1 failed\n');
  });

  it('given skipped tests, when it is read, then they are named as well', () => {
    expect(closingLineOf(12, 0, 3)).toBe('12 passed, 0 failed, 3 skipped\n');
  });

  it('given a test file that could not be loaded, when it is read, then it counts as a failure once', () => {
    const unloadable: TestFile = { status: 'failed', assertionResults: [] };
    const failing: TestFile = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(closingLineOf(4, 1, 0, [unloadable, failing])).toBe('4 passed, 2 failed\n');
  });

  it('given no report, when it is read, then it does not look like a success', () => {
    const { stdout } = spawnSync(process.execPath, [tool, join(folder, 'none.json')], { encoding: 'utf8' });
    expect(stdout).toBe('0 passed, 1 failed\n');
  });
});
