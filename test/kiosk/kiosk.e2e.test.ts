import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { cutOff, Hall, outageOf } from './hall.ts';

const portrait = { width: 1080, height: 1920 };
const small = { width: 1366, height: 768 };

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
  const context = await browser.newContext({ viewport: small, hasTouch: true });
  page = await context.newPage();
});
afterEach(async () => {
  await page.context().close();
  await server.stop();
});

const openKiosk = async () => {
  await page.goto(`${server.url}/kiosk?token=demo-kiosk`);
  await page.getByRole('button', { name: 'Lấy số thứ tự' }).waitFor();
};
const begin = () => page.getByRole('button', { name: 'Lấy số thứ tự' }).tap();
const service = (name = 'Chứng thực') => page.getByRole('button', { name });
const noPriority = () => page.getByRole('button', { name: 'Không Lấy số thường' });
const number = (text: string) => page.getByText(text, { exact: true });

/** Moves by the Tab key alone to the control of that name. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const host = element?.getRootNode();
      const text = element?.getAttribute('aria-label') ?? element?.textContent?.trim();
      return text || (host instanceof ShadowRoot ? host.host.textContent?.trim() : '') || '';
    });
    if (focused.includes(name)) return;
  }
  throw new Error(`The Tab key does not reach ${name}`);
}

describe('taking a number at the kiosk', () => {
  it('given the first screen, when a citizen taps through, then the number, the line and the paper are shown', async () => {
    await hall.takeTicket();
    await openKiosk();
    await begin();
    await service().tap();
    await noPriority().tap();
    await number('A002').waitFor();
    await page.getByText('Trước ông/bà còn 1 người').first().waitFor();
    await page.getByText('Mời ông/bà nhận phiếu ở khe in').waitFor();
    await page.getByRole('img', { name: 'Mã QR để theo dõi số A002' }).waitFor();
    await page.getByRole('button', { name: 'Xong' }).tap();
    await page.getByRole('button', { name: 'Lấy số thứ tự' }).waitFor();
    expect(await hall.waiting()).toBe(2);
  });

  it('given a keyboard alone, when a citizen goes through, then the number of a priority citizen is taken', async () => {
    await openKiosk();
    await tabTo('Lấy số thứ tự');
    await page.keyboard.press('Enter');
    await service('Đất đai').waitFor();
    await tabTo('Đất đai');
    await page.keyboard.press('Space');
    await noPriority().waitFor();
    await tabTo('Người khuyết tật');
    await page.keyboard.press('Enter');
    await number('E001').waitFor();
    await tabTo('Xong');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lấy số thứ tự' }).waitFor();
  });

  it('given an impatient finger, when every button is tapped twice, then there is one ticket', async () => {
    await openKiosk();
    await page.getByRole('button', { name: 'Lấy số thứ tự' }).dblclick();
    await service().dblclick();
    await noPriority().dblclick();
    await number('A001').waitFor();
    expect(await hall.waiting()).toBe(1);
  });

  it('given the number was called at once, when it still stands there, then it says where to go', async () => {
    await hall.at('open');
    await openKiosk();
    await begin();
    await service().tap();
    await noPriority().tap();
    await number('A001').waitFor();
    await hall.at('next');
    await page.getByText('Mời ông/bà đến Quầy 1').waitFor();
  });

  it('given a printer that fails, when a number is taken, then the citizen is told to remember it', async () => {
    await rm(join(server.data, 'slips'), { recursive: true, force: true });
    await writeFile(join(server.data, 'slips'), 'a file where the folder should be');
    await openKiosk();
    await begin();
    await service().tap();
    await noPriority().tap();
    await page.getByText('Máy in đang gặp sự cố – vui lòng nhớ số A001 hoặc chụp lại màn hình').waitFor();
  });

  it('given a service that ran out of numbers, when its number is asked for, then another can be chosen', async () => {
    await openKiosk();
    await begin();
    await service().tap();
    await noPriority().waitFor();
    await hall.takeTicket();
    await hall.change((settings) => ({
      ...settings,
      services: settings.services.map((one) => (one.id === 'chung-thuc' ? { ...one, dailyLimit: 1 } : one)),
    }));
    await noPriority().tap();
    await page.getByText('Lĩnh vực này đã phát hết số trong ngày').waitFor();
    await page.getByRole('button', { name: 'Chọn lĩnh vực khác' }).tap();
    await page.getByText('Đã phát hết số hôm nay').waitFor();
    await service('Hộ tịch').tap();
    await noPriority().tap();
    await number('C001').waitFor();
  });

  it('given it is not yet time, when the kiosk stands there, then it says when numbers are given', async () => {
    const later = [{ from: '23:58', to: '23:59' }];
    await hall.change((settings) => ({
      ...settings,
      takingHours: {
        sunday: later,
        monday: later,
        tuesday: later,
        wednesday: later,
        thursday: later,
        friday: later,
        saturday: later,
      },
    }));
    await page.goto(`${server.url}/kiosk?token=demo-kiosk`);
    await page.getByText('Bắt đầu phát số lúc 23:58').waitFor();
    expect(await page.getByRole('button', { name: 'Lấy số thứ tự' }).count()).toBe(0);
    expect(await page.getByText('Mời ông/bà lấy số thứ tự').count()).toBe(0);
  });
});

describe('a kiosk that somebody left', () => {
  it('given nobody touches it, when it warns, then one tap extends, and without one it starts over in Vietnamese', async () => {
    await page.clock.install();
    await openKiosk();
    await page.getByRole('button', { name: 'English' }).tap();
    await page.getByRole('button', { name: 'Take a number' }).tap();
    await page.getByRole('button', { name: 'Certification' }).waitFor();
    await page.clock.fastForward(46_000);
    const warning = page.getByRole('dialog');
    await warning.getByText('Do you need more time?').waitFor();
    await page.getByRole('button', { name: 'Continue' }).tap();
    await warning.waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: 'Certification' }).count()).toBe(1);
    await page.clock.fastForward(46_000);
    await warning.waitFor();
    await page.clock.runFor(21_000);
    await page.getByRole('button', { name: 'Lấy số thứ tự' }).waitFor();
  });
});

describe('a kiosk without its server', () => {
  it('given the first screen, when the server goes away and comes back, then it says so and works again', async () => {
    const outage = await outageOf(page);
    await openKiosk();
    await outage.begin();
    await page.getByText('Máy tạm thời chưa cấp số được').waitFor();
    expect(await page.getByRole('button', { name: 'Lấy số thứ tự' }).count()).toBe(0);
    outage.end();
    await page.getByRole('button', { name: 'Lấy số thứ tự' }).waitFor();
  });

  it('given a number is asked for, when the server is away, then the citizen is told, and one more try gives one ticket', async () => {
    const outage = await outageOf(page);
    await openKiosk();
    await begin();
    await service().tap();
    await noPriority().waitFor();
    await outage.begin();
    await noPriority().tap();
    await page.getByText('Đang lấy số…').waitFor();
    await page.getByText('Chưa lấy được số').waitFor();
    outage.end();
    await page.getByRole('button', { name: 'Thử lại' }).tap();
    await number('A001').waitFor();
    expect(await hall.waiting()).toBe(1);
  });
});

describe('every step of the kiosk', () => {
  it.each([portrait, small])(
    'given a screen of $width × $height, then nothing is cut off and axe finds no serious fault',
    async (size) => {
      await page.setViewportSize(size);
      const look = async () => expect([await cutOff(page), await seriousFindings(page)]).toEqual([[], []]);
      await openKiosk();
      await look();
      await begin();
      await service().waitFor();
      await look();
      await service().tap();
      await noPriority().waitFor();
      await look();
      await noPriority().tap();
      await page.getByText('Mời ông/bà nhận phiếu ở khe in').waitFor();
      await look();
    },
  );
});
