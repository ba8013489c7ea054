import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sectionNames } from '../../staff/admin/draft.ts';
import { launchBrowser } from '../support/browser.ts';
import { EmulatedPrinter } from '../support/emulated-printer.ts';
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

const admin = (section: string, viewport?: { width: number; height: number }) =>
  openOffice(browser, server.url, 'admin', `/staff/admin?section=${section}`, viewport);

async function save(page: Page): Promise<void> {
  await page.getByText('Có thay đổi chưa lưu.').waitFor();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
}

async function saved(page: Page): Promise<void> {
  await save(page);
  await page.getByText('Mọi thay đổi đã được lưu.').waitFor();
}

async function settings(): Promise<Record<string, unknown>> {
  const token = await tokenOf(server.url, 'admin');
  return (await send(server.url, '/api/settings', { method: 'GET', token })).body;
}

const servicesSeen = async () => {
  const { body } = await send(server.url, '/api/services', { method: 'GET' });
  return (body as unknown as { id: string; prefix: string; name: { vi: string } }[]).map(
    ({ id, prefix, name }) => [id, prefix, name.vi] as const,
  );
};

describe('services and counters', () => {
  it('given a new service, when it is saved and given to a counter, then citizens can take its numbers', async () => {
    const page = await admin('services');
    await page.getByRole('textbox', { name: 'Lĩnh vực mới' }).fill('Cư trú – Căn cước');
    await page.keyboard.press('Enter');
    await page.getByText('Mã: cu-tru-can-cuoc').waitFor();
    await saved(page);
    expect(await servicesSeen()).toContainEqual(['cu-tru-can-cuoc', 'L', 'Cư trú – Căn cước']);

    await page.getByRole('link', { name: 'Quầy', exact: true }).last().click();
    const counter = page.locator('[data-counter="2"]');
    await counter.locator('summary').click();
    await counter.getByRole('combobox').selectOption('cu-tru-can-cuoc');
    await counter.getByRole('button', { name: 'Đưa Cư trú – Căn cước lên trên' }).click();
    await saved(page);
    const counters = (await settings()).counters as { id: string; services: string[] }[];
    expect(counters.find(({ id }) => id === '2')?.services).toEqual(['ho-tich', 'cu-tru-can-cuoc', 'chung-thuc']);
    expect((await take(server.url, 'cu-tru-can-cuoc')).body.number).toBe('L001');
  });

  it('given a letter that another service has, when it is saved, then it is refused at its field and nothing changed', async () => {
    const before = await servicesSeen();
    const page = await admin('services');
    await page.locator('[data-service="ho-tich"] summary').click();
    const prefix = page.locator('[data-service="ho-tich"]').getByRole('textbox', { name: 'Chữ đầu của số' });
    await prefix.fill('a');
    // Elsewhere when it is saved: the page leads back to what needs correcting.
    await page.getByRole('link', { name: 'Giờ làm việc' }).click();
    await save(page);
    await page.getByText('Chưa lưu được: 1 chỗ cần sửa.').waitFor();
    await page.getByText('Cần 1–2 chữ in hoa A–Z và không trùng với lĩnh vực khác.').waitFor();
    expect(await prefix.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => prefix.evaluate((field) => field.matches(':focus'))).toBe(true);
    const [field, bar] = [await prefix.boundingBox(), await page.locator('.bar').boundingBox()];
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
    expect(await servicesSeen()).toEqual(before);

    await prefix.fill('b');
    await page.getByText('Khi đọc loa, chữ B dễ nghe nhầm với chữ khác.').waitFor();
    await prefix.fill('m');
    await saved(page);
    expect(await servicesSeen()).toContainEqual(['ho-tich', 'M', 'Hộ tịch – Tư pháp']);
  });

  it('given changes not saved, when another page is seen or they are given up, then they were kept, and then are gone', async () => {
    const page = await admin('order');
    await page.getByRole('radio', { name: /Mời xen kẽ/ }).check();
    await page.getByText('Có thay đổi chưa lưu.').waitFor();
    await page.getByRole('link', { name: 'Giám sát' }).first().click();
    await page.getByText('Không có cảnh báo nào.').waitFor();
    await page.getByRole('link', { name: 'Quản trị' }).first().click();
    await page.getByText('Có thay đổi chưa lưu.').waitFor();
    await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
    await question(page).getByRole('button', { name: 'Bỏ thay đổi' }).click();
    await page.getByText('Mọi thay đổi đã được lưu.').waitFor();
    expect((await settings()).priorityOrder).toEqual({ mode: 'first' });
  });

  it('given another administrator who saved first, when this one saves, then they are asked before anything is lost', async () => {
    const page = await admin('rating');
    await page.getByRole('combobox', { name: 'Hình thức' }).selectOption('stars');
    const token = await tokenOf(server.url, 'admin');
    const body = { ...(await settings()), absentGraceMinutes: 5 };
    expect((await send(server.url, '/api/settings', { method: 'PUT', token, body })).status).toBe(200);
    await save(page);
    await page.getByRole('dialog', { name: 'Người khác vừa đổi cài đặt' }).waitFor();
    await question(page).getByRole('button', { name: 'Bỏ thay đổi' }).click();
    await page.getByText('Mọi thay đổi đã được lưu.').waitFor();
    expect((await settings()).absentGraceMinutes).toBe(5);
  });
});

describe('hours', () => {
  it('given hours typed as people type them, when they are applied to the week and saved, then the server has them', async () => {
    const page = await admin('hours');
    const monday = page.locator('[data-week="takingHours"] [data-day="monday"]');
    await monday.getByRole('textbox', { name: /Từ$/ }).fill('7h30');
    await monday.getByRole('textbox', { name: /Đến$/ }).fill('1100');
    await monday.getByRole('button', { name: /Thêm khung giờ/ }).click();
    await page
      .locator('[data-week="takingHours"]')
      .getByRole('button', { name: 'Áp dụng giờ thứ Hai đến hết thứ Sáu' })
      .click();
    const sunday = page.locator('[data-week="takingHours"] [data-day="sunday"]');
    await sunday.getByRole('button', { name: /Xóa khung giờ/ }).click();
    await saved(page);
    const week = (await settings()).takingHours as Record<string, unknown>;
    const windows = [
      { from: '07:30', to: '11:00' },
      { from: '13:30', to: '17:00' },
    ];
    expect([week.monday, week.friday, week.sunday]).toEqual([windows, windows, []]);
  });

  it('given an end before its beginning, when it is saved, then it is refused there', async () => {
    const page = await admin('hours');
    const friday = page.locator('[data-week="servingHours"] [data-day="friday"]');
    await friday.getByRole('textbox', { name: /Từ$/ }).fill('17:00');
    await friday.getByRole('textbox', { name: /Đến$/ }).fill('8:00');
    await friday.getByRole('textbox', { name: /Đến$/ }).press('Tab');
    await save(page);
    await friday.getByText('Giờ kết thúc phải sau giờ bắt đầu.').waitFor();
  });

  it('given an impossible time, when it is saved, then one problem says so', async () => {
    const page = await admin('hours');
    const friday = page.locator('[data-week="servingHours"] [data-day="friday"]');
    await friday.getByRole('textbox', { name: /Từ$/ }).fill('25:00');
    await friday.getByRole('textbox', { name: /Từ$/ }).press('Tab');
    await save(page);
    await friday.getByText('Giờ không hợp lệ (00:00–24:00).').waitFor();
    await page.getByText('Chưa lưu được: 1 chỗ cần sửa.').waitFor();
  });
});

describe('printer and slip', () => {
  it('given a network printer, when it is typed, tried and saved, then the page says what came of it, and slips come out of it', async () => {
    const printer = await EmulatedPrinter.start({ speed: 1 << 20 });
    try {
      const page = await admin('printing');
      const address = page.getByRole('textbox', { name: 'Địa chỉ máy in' });
      await address.fill(`tcp://127.0.0.1:${printer.port}`);
      await page.getByRole('combobox', { name: 'Dòng máy in' }).selectOption('epson-80');
      expect(await address.inputValue()).toBe(`tcp://127.0.0.1:${printer.port}?profile=epson-80`);
      printer.paperOut();
      await page.getByRole('button', { name: 'In thử' }).click();
      await page.getByText('Chưa in được trang thử: hết giấy.').waitFor();
      printer.reload();
      await page.getByRole('button', { name: 'In thử' }).click();
      await page.getByText(/^Đã in xong trang thử/).waitFor();
      expect(printer.slips).toHaveLength(1);
      await saved(page);
      await take(server.url, 'ho-tich');
      await printer.until(() => printer.slips.length === 2);
    } finally {
      await printer.close();
    }
  });

  it('given an address that is none, when it is tried or saved, then that is said at its field', async () => {
    const page = await admin('printing');
    const address = page.getByRole('textbox', { name: 'Địa chỉ máy in' });
    await address.fill('192.168.1.50');
    await page.getByRole('button', { name: 'In thử' }).click();
    await page.getByText(/^Chưa đúng dạng địa chỉ máy in/).waitFor();
    await address.fill('tcp://192.168.1.50:99999');
    await save(page);
    await page.getByText('Chưa lưu được: 1 chỗ cần sửa.').waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
  });

  it('given the number slip, when lines and parts change, then the preview changes with them, and the slip is kept so', async () => {
    const page = await admin('printing');
    const picture = page.getByRole('img', { name: 'Phiếu số thứ tự như khi in ra giấy' });
    await picture.waitFor();
    const seen = () => picture.evaluate((image) => (image as HTMLImageElement).naturalHeight);
    await expect.poll(seen).toBeGreaterThan(400);
    const usual = await seen();
    await page.getByRole('switch', { name: 'Mã QR để theo dõi và đánh giá' }).click();
    await expect.poll(seen).toBeLessThan(usual);
    const short = await seen();
    const header = page.locator('[data-lines="header"]');
    await header.getByRole('textbox', { name: 'Dòng mới' }).fill('UBND phường Bến Thử');
    await page.keyboard.press('Enter');
    await expect.poll(seen).toBeGreaterThan(short);
    const english = header.getByRole('textbox', { name: 'Dòng 1, tiếng Anh' });
    await english.fill('');
    await save(page);
    await header.getByText('Cần điền, nhiều nhất 60 ký tự.').waitFor();
    await english.fill("Bến Thử People's Committee");
    await saved(page);
    expect((await settings()).slip).toMatchObject({
      header: [{ vi: 'UBND phường Bến Thử', en: "Bến Thử People's Committee" }],
      show: { code: false, ahead: true },
    });
  });
});

describe('people', () => {
  it('given a new clerk, when they are added, then they can sign in, work at their counter, and be removed', async () => {
    const page = await admin('staff');
    await page.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByRole('dialog', { name: 'Thêm người' }).waitFor();
    const form = question(page);
    await form.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('thuy');
    await form.getByRole('textbox', { name: 'Họ và tên' }).fill('Lâm Thị Thúy');
    await form.getByRole('checkbox', { name: 'Quầy 2' }).check();
    await form.getByLabel('Mã PIN').fill('1234');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await form.getByText('Cần 6–12 chữ số.').waitFor();
    await form.getByLabel('Mã PIN').fill('908172');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu Lâm Thị Thúy.').waitFor();

    const token = await tokenOf(server.url, 'thuy', '908172');
    expect((await send(server.url, '/api/counters/2/open', { token })).status).toBe(200);
    expect((await send(server.url, '/api/counters/1/open', { token })).status).toBe(403);

    await page.getByRole('button', { name: 'Xóa Lâm Thị Thúy' }).click();
    await question(page).getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.getByText('Đã xóa Lâm Thị Thúy.').waitFor();
    await page.locator('[data-user="thuy"]').waitFor({ state: 'detached' });
    expect((await send(server.url, '/api/counters/2/next', { token })).status).toBe(401);

    await page.getByRole('link', { name: 'Nhật ký' }).click();
    await page.getByRole('row', { name: /admin Xóa cán bộ thuy/ }).waitFor();
  });
});

describe('devices', () => {
  it('given a device that asks, when it is let in, then it gets its token and works; when unpaired, no more', async () => {
    const page = await admin('devices');
    const asked = await send(server.url, '/api/pairings', { body: { kind: 'kiosk' } });
    const line = page.locator(`[data-code="${asked.body.code}"]`);
    await line.getByRole('button').click();
    await page.getByRole('dialog', { name: 'Cho phép máy lấy số kết nối' }).waitFor();
    const form = question(page);
    await form.getByRole('button', { name: 'Cho phép' }).click();
    await form.getByText('Cần điền, nhiều nhất 60 ký tự.').waitFor();
    await form.getByRole('textbox', { name: 'Tên thiết bị' }).fill('Máy lấy số cửa sau');
    await form.getByRole('button', { name: 'Cho phép' }).click();
    await page.getByText('Máy lấy số cửa sau đã được phép kết nối.').waitFor();

    const { body } = await send(server.url, '/api/pairings/fetch', { body: { secret: asked.body.secret } });
    const ticket = { token: String(body.token), body: { requestId: 'new-kiosk-1', service: 'ho-tich' } };
    expect((await send(server.url, '/api/tickets', ticket)).status).toBe(201);

    await page.getByRole('button', { name: 'Ngắt kết nối Máy lấy số cửa sau' }).click();
    await question(page).getByRole('button', { name: 'Ngắt kết nối' }).click();
    await page.getByText('Đã ngắt kết nối Máy lấy số cửa sau.').waitFor();
    expect((await send(server.url, '/api/tickets', ticket)).status).toBe(401);
  });
});

describe('who may be here, and how it is seen', () => {
  it('given a supervisor, when they open the page of administrators, then they do not get it', async () => {
    const page = await openOffice(browser, server.url, 'supervisor', '/staff/admin?section=staff');
    await page.getByRole('heading', { name: 'Giám sát' }).waitFor();
    expect(await page.locator('ms-admin').count()).toBe(0);
  });

  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    it(`given each section at ${viewport.width} px, when it is checked, then axe finds nothing grave and nothing is cut off`, async () => {
      const page = await admin('services', viewport);
      for (const section of sectionNames) {
        await page.goto(`${server.url}/staff/admin?section=${section}`);
        await page.locator(`ms-admin-${section}`).waitFor();
        if (section === 'services' || section === 'counters') await page.locator('summary').first().click();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
  }
});
