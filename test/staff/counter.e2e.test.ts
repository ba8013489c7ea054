import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { seriousFindings } from './axe.ts';
import { Cable } from './cable.ts';
import { DeskPage, eventsOf, takeNumber } from './desk-page.ts';

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

describe('a clerk with nothing but the keyboard', () => {
  it('opens the counter, calls, calls again, serves and finishes with what was done', async () => {
    const number = await takeNumber(server, 'chung-thuc');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.says('Quầy đang đóng');

    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');
    expect(await desk.number()).toBe(number);
    await desk.press('r');
    await desk.page.getByText('Đã gọi lại 1 lần').waitFor();
    await desk.press('b');
    await desk.says('Đang phục vụ');
    await desk.page.getByText('Đã chờ').waitFor();
    await desk.press('4', 'd', '2', 'Enter');
    await desk.says('Sẵn sàng mời số');

    await desk.page.locator('.figures', { hasText: '1 lượt' }).waitFor();
    expect(await eventsOf(server, 'VisitFinished')).toMatchObject([
      { outcome: 'supplement', dossiers: 2, by: 'clerk1' },
    ]);
  });

  it('finishes the next visit of the service with the outcome chosen last, by one key', async () => {
    await takeNumber(server, 'chung-thuc');
    await takeNumber(server, 'chung-thuc');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    for (const keys of [['3', 'k'], ['k']]) {
      await desk.says('Sẵn sàng mời số');
      await desk.press('n');
      await desk.says('Đang mời');
      await desk.press('b');
      await desk.says('Đang phục vụ');
      await desk.press(...keys);
    }
    await desk.page.locator('.figures', { hasText: '2 lượt' }).waitFor();
    expect(await eventsOf(server, 'VisitFinished')).toMatchObject([{ outcome: 'guided' }, { outcome: 'guided' }]);
  });

  it('marks absent and lets the citizen wait again, sets aside and goes on', async () => {
    const number = await takeNumber(server, 'chung-thuc');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');
    await desk.press('v');
    await desk.row('absent', number).waitFor();
    await desk.press('h', 'Enter');
    await desk.row('waiting', number).waitFor();

    await desk.press('n');
    await desk.says('Đang mời');
    await desk.press('b');
    await desk.says('Đang phục vụ');
    await desk.press('g');
    await desk.row('parked', number).waitFor();
    await desk.press('h', 'Tab', 'Enter');
    await desk.says('Đang mời');
    expect(await desk.number()).toBe(number);
  });

  it('calls a chosen number with the arrows', async () => {
    await takeNumber(server, 'chung-thuc');
    await takeNumber(server, 'chung-thuc');
    const third = await takeNumber(server, 'chung-thuc');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('h', 'ArrowDown', 'ArrowDown', 'Enter');
    await desk.says('Đang mời');
    expect(await desk.number()).toBe(third);
  });

  it('transfers to a service, first in its line, and to a counter that is open', async () => {
    const number = await takeNumber(server, 'chung-thuc');
    const other = await DeskPage.signIn(browser, server.url, 'clerk3');
    await other.press('m');
    await other.says('Sẵn sàng mời số');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');

    await desk.press('c');
    await desk.page.locator('ms-transfer input[name=target]:focus').waitFor();
    await desk.press('Space', 'Tab', 'ArrowDown', 'Enter');
    await desk.says('Sẵn sàng mời số');
    await desk.row('waiting', number).getByText('Hộ tịch – Tư pháp').waitFor();

    await desk.press('n');
    await desk.says('Đang mời');
    await desk.press('c');
    await desk.page.locator('ms-transfer input[name=target]:focus').waitFor();
    await desk.press('ArrowUp', 'Enter');
    await other.row('waiting', number).waitFor();
    expect(await eventsOf(server, 'TicketTransferred')).toMatchObject([
      { service: 'ho-tich', reservedFor: null, place: 'first' },
      { service: 'ho-tich', reservedFor: '3', place: 'original' },
    ]);
  });

  it('pauses with a reason, goes on and closes', async () => {
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('t');
    await desk.page.locator('ms-pause dialog[open]').waitFor();
    await desk.press('2');
    await desk.says('Quầy đang tạm ngưng');
    await desk.page.getByText('Lý do: Nghỉ giải lao').waitFor();
    await desk.press('t');
    await desk.says('Sẵn sàng mời số');
    await desk.press('m');
    await desk.says('Quầy đang đóng');
  });

  it('types into a field without calling anybody', async () => {
    const number = await takeNumber(server, 'chung-thuc');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');
    const field = desk.page.locator('ms-finish input[name=procedures]');
    await desk.press('d', 'Tab');
    await desk.page.keyboard.type('1.001193 kvg');
    expect(await field.inputValue()).toBe('1.001193 kvg');
    expect(await desk.number()).toBe(number);
    await desk.press('Escape', 'b');
    await desk.says('Đang phục vụ');
  });
});

describe('what cannot be done', () => {
  it('is disabled, and its key says why', async () => {
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('n');
    await desk.toast('Quầy đang đóng. Hãy mở quầy trước.');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    expect(await desk.action('next').isDisabled()).toBe(true);
    await desk.press('k');
    await desk.toast('Quầy chưa mời số nào.');
  });

  it('is refused by the server in words: one number, two clerks who press at once', async () => {
    const desks = await Promise.all(['clerk1', 'clerk2'].map((user) => DeskPage.signIn(browser, server.url, user)));
    for (const desk of desks) {
      await desk.press('m');
      await desk.says('Sẵn sàng mời số');
    }
    const number = await takeNumber(server, 'chung-thuc');
    await Promise.all(desks.map((desk) => desk.row('waiting', number).waitFor()));
    await Promise.all(desks.map((desk) => desk.press('n')));
    const results = await Promise.all(
      desks.map((desk) =>
        Promise.race([
          desk.says('Đang mời').then(() => 'called'),
          desk.toast('Không còn ai đang chờ ở quầy này.').then(() => 'nobody'),
        ]),
      ),
    );
    expect(results.sort()).toEqual(['called', 'nobody']);
    expect(await eventsOf(server, 'TicketCalled')).toHaveLength(1);
  });

  it('never gives two clerks the same number', async () => {
    const desks = await Promise.all(['clerk1', 'clerk2'].map((user) => DeskPage.signIn(browser, server.url, user)));
    for (const desk of desks) {
      await desk.press('m');
      await desk.says('Sẵn sàng mời số');
    }
    const numbers = [await takeNumber(server, 'chung-thuc'), await takeNumber(server, 'chung-thuc')];
    await Promise.all(desks.map((desk) => desk.row('waiting', numbers[1]!).waitFor()));
    await Promise.all(desks.map((desk) => desk.press('n')));
    await Promise.all(desks.map((desk) => desk.says('Đang mời')));
    const called = await Promise.all(desks.map((desk) => desk.number()));
    expect(called.sort()).toEqual(numbers);
  });
});

describe('when the cable is pulled', () => {
  it('says so, keeps what it showed, does nothing, and is right again by itself', async () => {
    const first = await takeNumber(server, 'chung-thuc');
    const cable = await Cable.to(server.port);
    const desk = await DeskPage.signIn(browser, cable.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');

    await cable.pull();
    await desk.page.locator('ms-banner', { hasText: 'Mất kết nối với máy chủ' }).waitFor();
    expect(await desk.number()).toBe(first);
    expect(await desk.action('start').isDisabled()).toBe(true);
    await desk.press('b');
    await desk.toast('Mất kết nối với máy chủ. Vui lòng thử lại.');
    const second = await takeNumber(server, 'chung-thuc');

    await cable.plug();
    await desk.row('waiting', second).waitFor();
    await desk.page.locator('ms-banner', { hasText: 'Mất kết nối' }).waitFor({ state: 'detached' });
    await desk.press('b');
    await desk.says('Đang phục vụ');
    await desk.close();
    await cable.pull();
  });
});

describe.each(['light', 'dark'] as const)('for everyone, %s', (colorScheme) => {
  it('has nothing that axe-core finds serious, in any state', async () => {
    for (const service of ['chung-thuc', 'ho-tich', 'chung-thuc', 'chung-thuc']) await takeNumber(server, service);
    await takeNumber(server, 'chung-thuc', 'elderly');
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    const { page } = desk;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await seriousFindings(page)).toEqual([]);
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');
    await desk.press('v');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');
    await desk.press('g');
    await desk.says('Sẵn sàng mời số');
    expect(await seriousFindings(page)).toEqual([]);
    await desk.press('n');
    await desk.says('Đang mời');
    expect(await seriousFindings(page)).toEqual([]);
    await desk.press('c');
    await page.locator('ms-transfer input[name=target]:focus').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await desk.press('Escape', 'k');
    await desk.says('Sẵn sàng mời số');
    for (const [key, dialog] of [
      ['t', 'ms-pause'],
      ['?', 'ms-keys'],
    ] as const) {
      await desk.press(key);
      await page.locator(`${dialog} dialog[open]`).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await desk.press('Escape');
    }
    await desk.press('k');
    await desk.toast('Quầy chưa mời số nào.');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
