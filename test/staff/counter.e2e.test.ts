import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
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

  it('cancels a number of the line once it is sure, and none when it thinks better of it', async () => {
    const numbers = [await takeNumber(server, 'chung-thuc'), await takeNumber(server, 'chung-thuc')];
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    const question = desk.page.locator('ms-about-ticket');
    const harmless = question.getByRole('button', { name: 'Giữ lại' }).and(desk.page.locator(':focus'));
    await desk.press('h', 'ArrowDown', 'x');
    await question.getByText(`Hủy số ${numbers[1]}?`).waitFor();
    await harmless.waitFor();
    await desk.press('Enter');
    await question.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await eventsOf(server, 'TicketCancelled')).toEqual([]);

    await desk.press('x');
    await harmless.waitFor();
    await desk.press('Tab', 'Enter');
    await desk.toast(`Đã hủy số ${numbers[1]}.`);
    await desk.row('waiting', numbers[1]!).waitFor({ state: 'detached' });
    await desk.row('waiting', numbers[0]!).waitFor();
  });

  it('transfers a number of the line while another citizen is at the counter', async () => {
    const [here, waiting] = [await takeNumber(server, 'chung-thuc'), await takeNumber(server, 'chung-thuc')];
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    await desk.press('n');
    await desk.says('Đang mời');
    await desk.press('h', 'c');
    await desk.page.getByText(`Chuyển số ${waiting}`).waitFor();
    await desk.page.locator('ms-transfer input[name=target]:focus').waitFor();
    await desk.press('Space', 'Enter');
    await desk.toast(`Đã chuyển số ${waiting}.`);
    expect(await desk.number()).toBe(here);
    expect(await eventsOf(server, 'TicketTransferred')).toMatchObject([{ service: 'ho-tich' }]);
  });

  it('takes a number for somebody who cannot use the kiosk, with priority, and its slip is printed', async () => {
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('l');
    await desk.page.locator('ms-take input[name=service]:focus').waitFor();
    await desk.press('Space', 'Tab', 'ArrowDown', 'Enter');
    await desk.page.locator('ms-toast', { hasText: /Đã lấy số \p{L}\d{3}/u }).waitFor();
    expect(await eventsOf(server, 'TicketTaken')).toMatchObject([
      { by: 'clerk1', service: 'chung-thuc', priority: expect.any(String) },
    ]);
    await expect.poll(() => eventsOf(server, 'SlipPrinted')).toHaveLength(1);
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

describe('with the mouse', () => {
  it('cancels and transfers from the list beside a number', async () => {
    const numbers = [await takeNumber(server, 'chung-thuc'), await takeNumber(server, 'chung-thuc')];
    const desk = await DeskPage.signIn(browser, server.url, 'clerk1');
    await desk.press('m');
    await desk.says('Sẵn sàng mời số');
    const question = desk.page.locator('ms-about-ticket');
    await desk.row('waiting', numbers[0]!).locator('.more').click();
    await question.getByRole('button', { name: 'Hủy số' }).click();
    await question.getByText(`Hủy số ${numbers[0]}?`).waitFor();
    await question.getByRole('button', { name: 'Hủy số' }).click();
    await desk.row('waiting', numbers[0]!).waitFor({ state: 'detached' });

    await desk.row('waiting', numbers[1]!).locator('.more').click();
    await question.getByRole('button', { name: 'Chuyển số này' }).click();
    await desk.page.locator('ms-transfer').getByText('Hộ tịch – Tư pháp').click();
    await desk.page.locator('ms-transfer').getByRole('button', { name: 'Chuyển', exact: true }).click();
    await desk.toast(`Đã chuyển số ${numbers[1]}.`);
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
    const numbers: string[] = [];
    for (const service of ['chung-thuc', 'ho-tich', 'chung-thuc', 'chung-thuc', 'chung-thuc'])
      numbers.push(await takeNumber(server, service));
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
      ['l', 'ms-take'],
      ['?', 'ms-keys'],
    ] as const) {
      await desk.press(key);
      await page.locator(`${dialog} dialog[open]`).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await desk.press('Escape');
    }
    await desk.row('waiting', numbers.at(-1)!).locator('.more').click();
    await page.locator('ms-about-ticket dialog[open]').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await desk.press('x');
    await page.locator('ms-about-ticket').getByText('Hủy số').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await desk.press('Escape', 'k');
    await desk.toast('Quầy chưa mời số nào.');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
