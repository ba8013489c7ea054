import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, startTestServer, type TestServer } from '../support/server.ts';
import { DeskPage, pin, typeSignIn } from './desk-page.ts';

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startDemo();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.stop();
});

async function open(path: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const links = (page: Page): Promise<string[]> => page.locator('ms-staff-header nav a').allInnerTexts();

describe('signing in', () => {
  it('says that the PIN is wrong, then how long to wait, and lets in afterwards', async () => {
    const page = await open('/staff');
    await typeSignIn(page, 'clerk1', '000000');
    await page.getByText('Tên đăng nhập hoặc mã PIN chưa đúng.').waitFor();
    const delayed = page.locator('ms-sign-in ms-banner', { hasText: /Vui lòng đợi \d+ giây/ });
    for (let wrong = 0; wrong < 5 && !(await delayed.isVisible()); wrong += 1) {
      await page.locator('ms-sign-in input[name=pin]:focus').waitFor();
      const answered = page.waitForResponse((response) => response.url().endsWith('/api/session'));
      await page.keyboard.type('000000');
      await page.keyboard.press('Enter');
      await answered;
      // The form empties the field when it has read the answer: what is typed sooner would be lost.
      await expect.poll(() => page.locator('ms-sign-in input[name=pin]').inputValue()).toBe('');
    }
    await delayed.waitFor();
    const button = page.locator('ms-sign-in ms-button[type=submit]');
    expect(await button.innerText()).toMatch(/đợi \d+ giây/);
    await button.getByText('Đăng nhập').waitFor();
    await page.locator('ms-sign-in input[name=pin]').fill(pin);
    await page.keyboard.press('Enter');
    await page.locator('ms-visit .headline').waitFor();
  });

  it('asks for what is missing before it asks the server', async () => {
    const page = await open('/staff');
    await page.locator('ms-sign-in input[name=user]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Vui lòng nhập tên đăng nhập.').waitFor();
    await page.keyboard.type('clerk1');
    await page.keyboard.press('Enter');
    await page.getByText('Vui lòng nhập mã PIN.').waitFor();
  });

  it('has nothing that axe-core finds serious', async () => {
    const page = await open('/staff');
    await page.locator('ms-sign-in input[name=user]:focus').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Vui lòng nhập tên đăng nhập.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByText('Thiết lập lần đầu').click();
    await page.locator('ms-set-up input[name=code]:focus').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('speaks English too', async () => {
    const page = await open('/staff');
    await page.getByText('English').click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('each role', () => {
  it('a clerk comes right to the only counter and sees no other page', async () => {
    const { page } = await DeskPage.signIn(browser, server.url, 'clerk2');
    expect(pathOf(page)).toBe('/staff/counter');
    await page.getByRole('heading', { name: 'Quầy 2' }).waitFor();
    expect(await links(page)).toEqual([]);
    await page.goto(`${server.url}/staff/admin`);
    await page.getByText('Trang đó không dành cho tài khoản này.').waitFor();
    expect(pathOf(page)).toBe('/staff/counter');
  });

  it('a supervisor begins with supervision and may stand in at any counter', async () => {
    const page = await open('/staff');
    await typeSignIn(page, 'supervisor', pin);
    await page.locator('ms-supervisor').waitFor();
    expect(pathOf(page)).toBe('/staff/supervisor');
    expect(await links(page)).toEqual(['Giám sát', 'Quầy']);
    await page.locator('nav').getByText('Quầy').click();
    await page.getByText('Quầy 3').click();
    await page.locator('ms-visit .headline').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Quầy 3' }).waitFor();
    await page.goBack();
    await page.locator('ms-supervisor').waitFor();
  });

  it('an administrator sees all pages', async () => {
    const page = await open('/staff');
    await typeSignIn(page, 'admin', pin);
    await page.locator('ms-admin').waitFor();
    expect(pathOf(page)).toBe('/staff/admin');
    expect(await links(page)).toEqual(['Quản trị', 'Giám sát', 'Quầy']);
  });
});

describe('the end of a session', () => {
  it('leads back to the form, in this window and in every other one', async () => {
    const { page } = await DeskPage.signIn(browser, server.url, 'clerk1');
    const other = await page.context().newPage();
    await other.goto(`${server.url}/staff`);
    await other.locator('ms-visit .headline').waitFor();
    await page.getByText('Đăng xuất').click();
    await page.getByText('Đã đăng xuất.').waitFor();
    await other.getByText('Phiên làm việc đã kết thúc. Vui lòng đăng nhập lại.').waitFor();
    await page.reload();
    await page.locator('ms-sign-in').waitFor();
  });
});

describe('the first set-up', () => {
  it("makes the administrator with the server's code", async () => {
    const fresh = await startTestServer();
    try {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${fresh.url}/staff`);
      await page.getByText('Thiết lập lần đầu').click();
      await page.locator('ms-set-up input[name=code]:focus').waitFor();
      await page.keyboard.type('WRONG');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('135791');
      await page.keyboard.press('Tab');
      await page.keyboard.type('13579');
      await page.keyboard.press('Enter');
      await page.getByText('Hai lần nhập mã PIN chưa giống nhau.').waitFor();
      await page.locator('ms-set-up input[name=again]').fill('135791');
      await page.keyboard.press('Enter');
      await page.getByText('Mã không đúng hoặc đã hết hạn.').waitFor();
      await page.locator('ms-set-up input[name=code]').fill(fresh.setupCode ?? '');
      await page.keyboard.press('Enter');
      await page.locator('ms-admin').waitFor();
    } finally {
      await fresh.stop();
    }
  });
});
