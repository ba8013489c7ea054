import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type FoundBrowser, findBrowser, launchBrowser } from '../support/browser.ts';

async function textsShownBy(browser: FoundBrowser): Promise<(string | null)[]> {
  const running = await launchBrowser({ browser });
  try {
    // Two contexts, one after the other, since some builds of Chromium end when the first is closed.
    return [await textShownIn(running), await textShownIn(running)];
  } finally {
    await running.close();
  }
}

async function textShownIn(running: Browser): Promise<string | null> {
  const context = await running.newContext();
  const page = await context.newPage();
  await page.goto('data:text/html;charset=utf-8,<p>Mời số</p>');
  expect((await page.screenshot()).length).toBeGreaterThan(0);
  const text = await page.textContent('p');
  await context.close();
  return text;
}

describe('the Chromium that tests run in', () => {
  it('given nothing but this machine, when a browser is looked for, then the one found shows a page', async () => {
    const found = await findBrowser();
    expect(await textsShownBy(found)).toEqual(['Mời số', 'Mời số']);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'given no CHROME and none installed, when a browser is looked for, then the packaged one is unpacked and shows a page',
    async () => {
      const found = await findBrowser({}, []);
      expect(found.source).toBe('package');
      expect(existsSync(found.executablePath)).toBe(true);
      expect(await textsShownBy(found)).toEqual(['Mời số', 'Mời số']);
    },
  );

  it('given CHROME, when a browser is looked for, then it is taken before any other', async () => {
    const found = await findBrowser({ CHROME: process.execPath });
    expect(found).toEqual({ source: 'CHROME', executablePath: process.execPath, environment: {} });
  });

  it('given CHROME naming nothing, when a browser is looked for, then the error says so', async () => {
    await expect(findBrowser({ CHROME: '/nowhere/chromium' })).rejects.toThrow('/nowhere/chromium');
  });

  it('given a file that does not run as a browser, when a browser is looked for, then the next one is tried', async () => {
    const found = await findBrowser({}, ['/nowhere/chromium', '/bin/false', process.execPath]);
    expect(found.executablePath).toBe(process.execPath);
  });
});
