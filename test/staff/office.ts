import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFindings } from '../support/axe.ts';

const demonstrationPin = '246810';

/** A page of the staff room, with somebody of the demonstration signed in. */
export async function openOffice(
  browser: Browser,
  url: string,
  user: string,
  path: string,
  viewport = { width: 1366, height: 768 },
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const answer = await page.request.post(`${url}/api/session`, { data: { user, pin: demonstrationPin } });
  expect(answer.status()).toBe(200);
  await page.goto(`${url}${path}`);
  return page;
}

/** What a script sends to the server; the token is a device's or one got by signing in. */
export async function send(
  url: string,
  path: string,
  { token, method = 'POST', body }: { token?: string; method?: string; body?: unknown } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

export async function tokenOf(url: string, user: string, pin = demonstrationPin): Promise<string> {
  const { status, body } = await send(url, '/api/session', { body: { user, pin } });
  expect(status).toBe(200);
  return String(body.token);
}

let taken = 0;

/** Takes a number at the demonstration's kiosk. */
export function take(url: string, service: string) {
  taken += 1;
  return send(url, '/api/tickets', { token: 'demo-kiosk', body: { requestId: `office-${taken}`, service } });
}

/** Nothing on the page that keeps somebody from using it, as far as axe can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}

/** Nothing wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
}

/** What stands in the open dialog: slotted, so not inside the dialog itself. */
export const question = (page: Page): Locator => page.locator('ms-dialog[open]');
