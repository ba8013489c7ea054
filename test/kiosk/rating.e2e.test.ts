import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { cutOff, Hall, outageOf } from './hall.ts';

let browser: Browser;
let server: TestServer;
let hall: Hall;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startDemo();
  hall = new Hall(server.url);
  await hall.at('open');
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, hasTouch: true });
  page = await context.newPage();
});
afterEach(async () => {
  await page.context().close();
  await server.stop();
});

const openPanel = async () => {
  await page.goto(`${server.url}/kiosk/rating?token=demo-rating&counter=1`);
  await page.getByRole('heading', { name: 'Xin chào ông/bà' }).waitFor();
};
const mark = (name: string) => page.getByRole('button', { name, exact: true });
const figures = async () => {
  const { ratings } = await hall.supervisor();
  return { rated: ratings.rated, counts: ratings.counts };
};

describe('the rating panel', () => {
  it('given a visit has finished, when the citizen gives a mark by two taps, then it is taken once and the panel sleeps', async () => {
    await openPanel();
    const { id, number } = await hall.visit();
    await page.getByText(`Phiếu ${number} – Quầy 1`).waitFor();
    await mark('Rất hài lòng').dblclick();
    await page.getByText('Xin trân trọng cảm ơn ông/bà!').waitFor();
    expect(await hall.ticket(id)).toMatchObject({ rated: true });
    expect(await figures()).toEqual({ rated: 1, counts: [0, 0, 0, 1] });
    await page.getByRole('heading', { name: 'Xin chào ông/bà' }).waitFor();
  });

  it('given a low mark, when reasons are chosen, then both are sent', async () => {
    await openPanel();
    const { id } = await hall.visit();
    await mark('Không hài lòng').tap();
    await page.getByRole('checkbox', { name: 'Thời gian chờ' }).tap();
    expect(await hall.ticket(id)).toMatchObject({ rated: false });
    await page.getByRole('button', { name: 'Gửi đánh giá' }).tap();
    await page.getByText('Xin trân trọng cảm ơn ông/bà!').waitFor();
    expect(await figures()).toEqual({ rated: 1, counts: [1, 0, 0, 0] });
  });

  it('given a low mark, when the citizen goes away without a word, then the mark is sent after 15 seconds', async () => {
    await page.clock.install();
    await openPanel();
    const { id } = await hall.visit();
    await mark('Bình thường').tap();
    await page.getByRole('heading', { name: 'Điều gì cần cải thiện?' }).waitFor();
    await page.clock.runFor(16_000);
    await page.getByText('Xin trân trọng cảm ơn ông/bà!').waitFor();
    await expect.poll(async () => (await hall.ticket(id)).rated, { timeout: 30_000 }).toBe(true);
  });

  it('given a ticket in English, when its visit has finished, then the panel asks in English and sleeps in Vietnamese', async () => {
    await openPanel();
    await hall.visit('en');
    await page.getByText('Are you satisfied with our service?').waitFor();
    await mark('Satisfied').tap();
    await page.getByText('Thank you very much!').waitFor();
    await page.getByRole('heading', { name: 'Xin chào ông/bà' }).waitFor();
  });

  it('given the visit was rated on a phone meanwhile, when a mark is tapped, then it is thanked for kindly', async () => {
    const outage = await outageOf(page);
    await openPanel();
    const { id } = await hall.visit();
    await mark('Không hài lòng').tap();
    await page.getByRole('heading', { name: 'Điều gì cần cải thiện?' }).waitFor();
    await outage.begin();
    await hall.rate(id, 4);
    outage.end();
    await page.getByRole('button', { name: 'Bỏ qua' }).tap();
    await page.getByText('Xin trân trọng cảm ơn ông/bà!').waitFor();
    expect(await figures()).toEqual({ rated: 1, counts: [0, 0, 0, 1] });
  });

  it('given the server is away, when a mark is tapped, then it is kept and sent when the server is back', async () => {
    const outage = await outageOf(page);
    await openPanel();
    const { id } = await hall.visit();
    await mark('Hài lòng').waitFor();
    await outage.begin();
    await page.getByText('Mất kết nối với máy chủ').waitFor();
    await mark('Hài lòng').tap();
    await page.getByText('Máy đã ghi nhận và sẽ gửi đánh giá khi có kết nối trở lại.').waitFor();
    outage.end();
    await expect.poll(async () => (await hall.ticket(id)).rated, { timeout: 30_000 }).toBe(true);
  });

  it('given each of its steps, then nothing is cut off and axe finds no serious fault', async () => {
    const look = async () => expect([await cutOff(page), await seriousFindings(page)]).toEqual([[], []]);
    await openPanel();
    await look();
    await hall.visit();
    await mark('Không hài lòng').waitFor();
    await look();
    await mark('Không hài lòng').tap();
    await page.getByRole('checkbox').first().waitFor();
    await look();
  });
});

describe('the paper that comes out', () => {
  it('given the page of slips, when a number is taken, then its slip is shown as a picture', async () => {
    await page.goto(`${server.url}/kiosk/paper?token=demo-kiosk`);
    await page.getByText('Chưa có phiếu nào').waitFor();
    await hall.takeTicket();
    const slip = page.getByRole('img', { name: 'Phiếu in lúc' });
    await slip.waitFor();
    expect(await slip.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
