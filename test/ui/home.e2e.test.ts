import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';

describe('the first page', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('given a demonstration, then it leads to every screen, says what it is, and axe finds no serious fault', async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(server.url);
    await page.getByText('clerk1').first().waitFor();
    const targets = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const path of ['/kiosk?', '/kiosk/paper?', '/kiosk/rating?', '/display?', '/staff']) {
      expect(targets.some((target) => target?.startsWith(path))).toBe(true);
    }
    await page.getByText('Bản dùng thử').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('given the page where slips come out, then axe finds no serious fault', async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(`${server.url}/kiosk/paper?token=demo-kiosk`);
    await page.getByRole('heading').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
