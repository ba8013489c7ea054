import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type TestServer } from '../support/server.ts';
import { type Ear, Hall, listen, openBoard, silence } from './hall.ts';

let browser: Browser;
let server: TestServer;
let context: BrowserContext;
let hall: Hall;
let ear: Ear;

const first = 'Mời số A không không một, đến quầy số một.';
const second = 'Mời số A không không hai, đến quầy số một.';

beforeAll(async () => {
  browser = await launchBrowser({ autoplay: true });
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = await startDemo();
  hall = new Hall(server);
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  ear = await listen(context, ['vi-VN', 'en-GB']);
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

/** Waits until the board has said what it should. */
const hears = (...sentences: string[]) => vi.waitFor(() => expect(ear.heard).toEqual(sentences), { timeout: 20_000 });

describe('the hall screen', () => {
  it('given a call, shows it large, says it and writes what it says', async () => {
    const board = await openBoard(context, server);
    await hall.take('chung-thuc');
    await hall.take('ho-tich');
    await board.locator('board-lines [data-service=ho-tich]', { hasText: 'C001' }).waitFor();
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await board.locator('moiso-board[data-speaking]').waitFor();
    await board.getByRole('status').getByText(first).waitFor();
    await board.locator('board-call .called', { hasText: 'A001' }).waitFor();
    await board.locator('board-counters [data-counter="1"][data-state=called]', { hasText: 'A001' }).waitFor();
    await hears(first);
    await silence(board);
  });

  it('given a citizen who chose English, says both languages', async () => {
    const board = await openBoard(context, server);
    await hall.take('chung-thuc', 'en');
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await hears(first, 'Number A zero zero one, please go to counter one.');
    await silence(board);
  });

  it('given a reload, says a call once; given a recall, says it again', async () => {
    const board = await openBoard(context, server);
    await hall.take('chung-thuc');
    await hall.take('chung-thuc');
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await hears(first);
    await silence(board);
    await board.reload();
    await board.locator('board-call .called', { hasText: 'A001' }).waitFor();
    await hall.at(1, 'recall');
    await hears(first, first);
    await board.locator('board-call .again', { hasText: 'Mời lần 2' }).waitFor();
    await hall.at(1, 'absent');
    await hall.at(1, 'next');
    await hears(first, first, second);
  });

  it('given three calls at once, says each alone and shows all of them', async () => {
    const board = await openBoard(context, server);
    for (const service of ['chung-thuc', 'ho-tich', 'dat-dai']) await hall.take(service);
    for (const counter of [1, 2, 3]) await hall.at(counter, 'open');
    await Promise.all([1, 2, 3].map((counter) => hall.at(counter, 'next')));
    await board.locator('board-recent li').nth(1).waitFor();
    await vi.waitFor(() => expect(ear.heard).toHaveLength(3), { timeout: 30_000 });
    expect(new Set(ear.heard).size).toBe(3);
  });

  it('given a pause, says so with its reason', async () => {
    const board = await openBoard(context, server);
    await board.getByText('Hiện chưa có quầy nào mở').waitFor();
    await hall.at(2, 'open');
    await hall.at(2, 'pause', { reason: 'Họp giao ban' });
    const counter = board.locator('board-counters [data-counter="2"][data-state=paused]');
    await counter.getByText('Tạm ngưng phục vụ').waitFor();
    await counter.getByText('Họp giao ban').waitFor();
  });

  it('given a lost server, says so, keeps what it showed, and is right again when the server is back', async () => {
    const board = await openBoard(context, server);
    await hall.take('chung-thuc');
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await hears(first);
    const lost = board.locator('ms-status', { hasText: /Mất kết nối với máy chủ.*The server cannot be reached/ });
    const saidSo = lost.waitFor();
    await server.restart();
    await saidSo;
    await board.locator('board-call .called', { hasText: 'A001' }).waitFor();
    await lost.waitFor({ state: 'detached' });
    await hall.at(1, 'finish');
    await board.locator('board-counters [data-counter="1"][data-state=free]').waitFor();
    await board.locator('board-call .past', { hasText: 'Vừa mời' }).waitFor();
    expect(ear.heard).toEqual([first]);
  });

  it('given any screen, nothing needs scrolling, nothing is cut off and nothing is in the way of anyone', async () => {
    const board = await openBoard(context, server);
    for (const service of ['chung-thuc', 'bao-tro-xa-hoi', 'dat-dai']) await hall.take(service);
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await hall.at(2, 'open');
    await hall.at(2, 'pause', { reason: 'Cán bộ họp giao ban, trở lại lúc 14 giờ' });
    await hears(first);
    await board.locator('[data-counter="2"][data-state=paused]').waitFor();
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
      [1080, 1920],
    ] as const) {
      await board.setViewportSize({ width, height });
      expect(await board.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight])).toEqual([
        width,
        height,
      ]);
      const cut = await board
        .locator('board-counters li, board-lines li, .call')
        .evaluateAll((parts) =>
          parts.filter((part) => part.scrollHeight > part.clientHeight + 1).map((part) => part.textContent?.trim()),
        );
      expect(cut).toEqual([]);
      expect(await seriousFindings(board)).toEqual([]);
    }
  });
});

describe('a hall screen whose browser refuses sound', () => {
  it('says so over its whole width; any key lets the waiting call be heard', async () => {
    const refusing = await launchBrowser();
    const silent = await refusing.newContext({ viewport: { width: 1920, height: 1080 } });
    const voice = await listen(silent);
    const board = await openBoard(silent, server);
    await board.getByRole('alert').getByText('Chạm để bật âm thanh').waitFor();
    await hall.take('chung-thuc');
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await board.locator('board-call .called', { hasText: 'A001' }).waitFor();
    const bar = await board.locator('board-sound-bar').boundingBox();
    const screen = await board.locator('board-hall').boundingBox();
    expect(bar!.y).toBeGreaterThanOrEqual(screen!.y + screen!.height);
    expect(voice.heard).toEqual([]);
    await board.keyboard.press('Enter');
    await board.locator('board-sound-bar').waitFor({ state: 'detached' });
    await vi.waitFor(() => expect(voice.heard).toEqual([first]), { timeout: 20_000 });
    await refusing.close();
  });
});

describe('a hall screen without any voice', () => {
  it('writes the call and goes on', async () => {
    const mute = await browser.newContext();
    await mute.addInitScript(() => Object.defineProperty(window, 'speechSynthesis', { value: undefined }));
    const board = await openBoard(mute, server);
    await hall.take('chung-thuc');
    await hall.at(1, 'open');
    await hall.at(1, 'next');
    await board.getByRole('status').getByText(first).waitFor();
    await silence(board);
    await mute.close();
  });
});
