import type { Browser, Locator, Page } from 'playwright-core';
import type { TestServer } from '../support/server.ts';

export const pin = '246810';

/** A member of staff at a browser of their own: everything is done by keys, everything is read from the screen. */
export class DeskPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the staff page, types the name and the PIN, and waits for what is behind them. */
  static async signIn(browser: Browser, url: string, user: string): Promise<DeskPage> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(`${url}/staff`);
    await typeSignIn(page, user, pin);
    await page.locator('ms-visit .headline').waitFor();
    return new DeskPage(page);
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until the middle of the page says so. */
  async says(headline: string): Promise<void> {
    await this.page.locator('ms-visit .headline', { hasText: headline }).waitFor();
  }

  /** A row of the lists: `waiting`, `absent` or `parked`. */
  row(list: string, number: string): Locator {
    return this.page.locator(`ms-queue .${list} li[data-number="${number}"]`);
  }

  number(): Promise<string> {
    return this.page.locator('ms-visit .number').innerText();
  }

  toast(text: string): Promise<void> {
    return this.page.locator('ms-toast', { hasText: text }).waitFor();
  }

  action(action: string): Locator {
    return this.page.locator(`ms-visit ms-button[data-action="${action}"] button`);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Types into the sign-in form, whose first field has the focus by itself. */
export async function typeSignIn(page: Page, user: string, secret: string): Promise<void> {
  await page.locator('ms-sign-in input[name=user]:focus').waitFor();
  await page.keyboard.type(user);
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Enter');
}

/** Takes a number as the kiosk does. */
export async function takeNumber(server: Pick<TestServer, 'url'>, service: string, priority?: string): Promise<string> {
  const response = await fetch(`${server.url}/api/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer demo-kiosk' },
    body: JSON.stringify({ requestId: `${Math.random()}`, service, priority }),
  });
  const { number } = (await response.json()) as { number: string };
  return number;
}

/** Every stored event of a kind, as the supervisor reads them. */
export async function eventsOf(server: Pick<TestServer, 'url'>, type: string): Promise<Record<string, unknown>[]> {
  const session = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'supervisor', pin }),
  });
  const { token } = (await session.json()) as { token: string };
  const response = await fetch(`${server.url}/api/events?limit=1000`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  const stored = (await response.json()) as { event: Record<string, unknown> }[];
  return stored.map(({ event }) => event).filter((event) => event.type === type);
}
