import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { Hall } from './hall.ts';

let browser: Browser;
let server: TestServer;
let phone: BrowserContext;
let hall: Hall;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDemo()]);
  hall = new Hall(server);
  phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await phone.addInitScript(() => {
    Object.defineProperty(navigator, 'vibrate', {
      value: () => {
        const page = document.documentElement.dataset;
        page.vibrated = String(Number(page.vibrated ?? 0) + 1);
        return true;
      },
    });
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the phone page', () => {
  it('follows one ticket from the line to the rating, and shows nothing of others', async () => {
    const other = await hall.take('tra-ket-qua');
    const own = await hall.take('tra-ket-qua');
    const page = await phone.newPage();
    await page.goto(`${server.url}/ticket/${own.id}`);
    const state = page.locator('.state');

    await page.getByRole('heading', { level: 1 }).getByText(own.number).waitFor();
    await page.locator('.ahead', { hasText: '1' }).waitFor();
    await page.getByText('Nhận kết quả').waitFor();
    expect(await page.locator('moiso-ticket').innerText()).not.toContain(other.number);
    expect(await page.locator('html[data-vibrated]').count()).toBe(0);

    await hall.at(4, 'open');
    await hall.at(4, 'next');
    await state.getByText('Ông/bà là người tiếp theo').waitFor();
    await hall.at(4, 'finish');
    await hall.at(4, 'next');
    await state.getByText('Mời ông/bà đến quầy 4').waitFor();
    await page.locator('html[data-vibrated="1"]').waitFor();
    await hall.at(4, 'recall');
    await state.getByText('Mời lần 2', { exact: true }).waitFor();
    await page.locator('html[data-vibrated="2"]').waitFor();
    await hall.at(4, 'start');
    await state.getByText('Đang được phục vụ tại quầy 4').waitFor();
    await hall.at(4, 'finish');
    await state.getByText('Đã phục vụ xong').waitFor();

    expect(await seriousFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Không hài lòng', exact: true }).click();
    await page.getByRole('button', { name: 'Thời gian chờ' }).click();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.locator('.thanks').waitFor();
    expect(await page.locator('ticket-rating').count()).toBe(0);
  });

  it('given a ticket taken in English, speaks English, and Vietnamese when asked', async () => {
    const own = await hall.take('dat-dai', 'en');
    const page = await phone.newPage();
    await page.goto(`${server.url}/ticket/${own.id}`);
    await page.getByText('Land and construction').waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByText('Đất đai – Xây dựng').waitFor();
  });

  it('given a key that nobody has, says so', async () => {
    const page = await phone.newPage();
    await page.goto(`${server.url}/ticket/nobody`);
    await page.getByRole('heading', { name: 'Không tìm thấy số thứ tự này' }).waitFor();
  });
});
