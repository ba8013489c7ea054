import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { expectAccessible, expectNoSidewaysScroll, openOffice, question, send, take, tokenOf } from './office.ts';

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

/** Clerk 1 opens counter 1, serves whoever is next and finishes; the ticket's id. */
async function serveOne(token: string): Promise<string> {
  const { body } = await send(server.url, '/api/counters/1/next', { token });
  await send(server.url, '/api/counters/1/start', { token });
  await send(server.url, '/api/counters/1/finish', { token });
  return (body.ticket as { id: string }).id;
}

const supervisor = (path = '/staff/supervisor', viewport?: { width: number; height: number }) =>
  openOffice(browser, server.url, 'supervisor', path, viewport);

describe('the present of the centre', () => {
  it('given all counters closed, when somebody waits, then an alarm says so and what to do, until a counter opens', async () => {
    const page = await supervisor();
    await page.getByText('Không có cảnh báo nào.').waitFor();

    await take(server.url, 'dat-dai');
    await page.getByText('Đất đai – Xây dựng: 1 người đang chờ nhưng không có quầy nào đang phục vụ.').waitFor();
    await page.getByText('Mở một quầy tiếp nhận lĩnh vực này: Quầy 3.').waitFor();
    await page.getByText('1 việc cần xử lý').waitFor();

    const token = await tokenOf(server.url, 'clerk3');
    await send(server.url, '/api/counters/3/open', { token });
    await page.getByText('Không có cảnh báo nào.').waitFor();
    await page.locator('[data-counter="3"]', { hasText: 'Đang mở' }).waitFor();
  });

  it('given the page open, when a visit goes its way, then services, counters, counts and the curve follow', async () => {
    const page = await supervisor();
    const first = await take(server.url, 'chung-thuc');
    await take(server.url, 'chung-thuc');
    const row = page.getByRole('row', { name: /^Chứng thực/ });
    await row.getByRole('cell', { name: '2' }).first().waitFor();

    const token = await tokenOf(server.url, 'clerk1');
    await send(server.url, '/api/counters/1/open', { token });
    await send(server.url, '/api/counters/1/next', { token });
    const counter = page.locator('[data-counter="1"]');
    await counter.getByText(`đang mời ${first.body.number}`).waitFor();
    await send(server.url, '/api/counters/1/start', { token });
    await counter.getByText(`đang phục vụ ${first.body.number}`).waitFor();
    await send(server.url, '/api/counters/1/absent', { token });
    await send(server.url, '/api/counters/1/finish', { token });

    await page.locator('[data-status="done"] dd', { hasText: /^1$/ }).waitFor();
    await page.locator('[data-status="waiting"] dd', { hasText: /^1$/ }).waitFor();
    const curve = page.getByRole('table', { name: 'Lượt theo giờ hôm nay' });
    expect(await curve.locator('tbody tr').last().locator('td').allTextContents()).toEqual(['2', '1']);
  });

  it('given no finished visit, when ratings are shown, then they are not there rather than 0; with some, of how many', async () => {
    const page = await supervisor();
    await page.getByText('Chưa có lượt phục vụ nào hoàn thành.').waitFor();
    const token = await tokenOf(server.url, 'clerk1');
    await send(server.url, '/api/counters/1/open', { token });
    for (let visit = 0; visit < 6; visit += 1) {
      await take(server.url, 'chung-thuc');
      const ticket = await serveOne(token);
      const body = { score: visit === 0 ? 2 : 4 };
      if (visit < 5) await send(server.url, `/api/tickets/${ticket}/rating`, { token: 'demo-rating', body });
      if (visit === 3) await page.getByText('Các mức chỉ hiện khi có từ 5 đánh giá').waitFor();
    }
    await page.getByText('5 đánh giá trên 6 lượt đã phục vụ (83 %)').waitFor();
    await page.getByText('4 (80 %)').waitFor();
    await page.getByText('Mức trung bình 3,6 trên 4').waitFor();
    await page.getByText('tham khảo nội bộ').waitFor();
  });

  it('given a centre at work, when it is seen on a phone or read aloud, then nothing is cut off and axe finds nothing grave', async () => {
    await take(server.url, 'chung-thuc');
    const page = await supervisor('/staff/supervisor', { width: 390, height: 844 });
    await page.getByText('1 việc cần xử lý').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Báo cáo' }).click();
    await page.getByRole('table').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

describe('reports', () => {
  it('given visits, when a report is chosen, then its table has the figures of the API, and the CSV lies beside it', async () => {
    const token = await tokenOf(server.url, 'clerk1');
    await send(server.url, '/api/counters/1/open', { token });
    for (const service of ['chung-thuc', 'ho-tich', 'chung-thuc']) await take(server.url, service);
    await serveOne(token);
    const page = await supervisor('/staff/supervisor?section=reports');
    const table = page.getByRole('table');
    await table.waitFor();

    const csv = await page.getByRole('link', { name: 'Tải bảng CSV' }).getAttribute('href');
    const json = await page.request.get(`${server.url}${csv?.replace('format=csv', 'format=json')}`);
    const report = (await json.json()) as {
      columns: { key: string }[];
      rows: Record<string, string | number | null>[];
    };
    expect(report.rows.map((row) => [row.service, row.issued, row.served, row.meanService === null])).toEqual([
      ['chung-thuc', 2, 1, false],
      ['ho-tich', 1, 0, true],
    ]);
    const shown = (key: string) => table.locator(`td[data-column="${key}"]`).allTextContents();
    expect((await shown('service')).map((text) => text.trim())).toEqual(['Chứng thực', 'Hộ tịch – Tư pháp']);
    expect((await shown('issued')).map(Number)).toEqual([2, 1]);
    expect((await shown('served')).map(Number)).toEqual([1, 0]);
    expect((await shown('meanService'))[1]?.trim()).toBe('–');
    await page.getByText('Chờ = lần mời cuối − lúc lấy số').waitFor();

    const file = await page.request.get(`${server.url}${csv}`);
    expect(file.headers()['content-type']).toContain('text/csv');
    expect((await file.text()).replace('\uFEFF', '')).toMatch(/^service,issued,/);

    await page.getByRole('combobox', { name: 'Báo cáo' }).selectOption('counters');
    await table.locator('td[data-column="clerk"]', { hasText: 'Nguyễn Thị Lan' }).waitFor();
    await page.getByRole('button', { name: 'Tháng trước' }).click();
    await page.getByText('Không có lượt nào trong khoảng ngày này.').waitFor();
  });
});

describe('the end of the day', () => {
  it('given people waiting, when the day is closed, then the page said what happens, and it happened', async () => {
    await take(server.url, 'ho-tich');
    const page = await supervisor();
    const token = await tokenOf(server.url, 'clerk1');
    await send(server.url, '/api/counters/1/open', { token });
    await page.getByText('Không có cảnh báo nào.').waitFor();

    await page.getByRole('button', { name: 'Kết thúc ngày làm việc' }).click();
    await page.getByRole('dialog', { name: 'Kết thúc ngày làm việc hôm nay?' }).waitFor();
    const asked = question(page);
    await asked.getByText('1 lượt đang chờ').waitFor();
    await asked.getByText('1 quầy đang mở sẽ đóng lại.').waitFor();
    await asked.getByRole('button', { name: 'Hủy' }).click();
    await asked.waitFor({ state: 'detached' });
    expect((await take(server.url, 'ho-tich')).status).toBe(201);

    await page.getByRole('button', { name: 'Kết thúc ngày làm việc' }).click();
    await asked.getByText('2 lượt đang chờ').waitFor();
    await asked.getByRole('button', { name: 'Kết thúc ngày' }).click();
    await page.getByText('Đã kết thúc ngày làm việc.').waitFor();
    await page.locator('[data-status="leftOvernight"] dd', { hasText: /^2$/ }).waitFor();
    await page.locator('[data-counter="1"]', { hasText: 'Đóng' }).waitFor();
    expect(await page.getByRole('button', { name: 'Kết thúc ngày làm việc' }).isDisabled()).toBe(true);
    const refused = await take(server.url, 'ho-tich');
    expect([refused.status, refused.body.code]).toEqual([409, 'day-closed']);
  });
});
