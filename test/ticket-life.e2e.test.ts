import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wordsOf } from '../lang/index.ts';
import { callSentence } from '../lang/speech.ts';
import type { AnswerOf } from '../wire/client.ts';
import { launchBrowser } from './support/browser.ts';
import { startDemo, type TestServer } from './support/server.ts';
import { rememberSpeech, spokenOn } from './support/speech.ts';

const words = wordsOf('vi');
const pin = '246810';
const service = 'Chứng thực';

/** One visit from the kiosk to the report, with a page open for each of the five people. */
describe("a ticket's whole life", () => {
  let server: TestServer;
  let browser: Browser;
  let kiosk: Page;
  let board: Page;
  let rating: Page;
  let clerk: Page;
  let supervisor: Page;

  const open = async (path: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    await rememberSpeech(context);
    const page = await context.newPage();
    await page.goto(server.url + path);
    return page;
  };

  const signIn = async (page: Page, user: string) => {
    await page.getByLabel(words.staff.user).fill(user);
    await page.getByLabel(words.staff.pin).fill(pin);
    await page.getByRole('button', { name: words.staff.signIn, exact: true }).click();
  };

  beforeAll(async () => {
    server = await startDemo();
    browser = await launchBrowser({ autoplay: true });
    [kiosk, board, rating, clerk, supervisor] = await Promise.all([
      open('/kiosk?token=demo-kiosk'),
      open('/display?token=demo-board'),
      open('/kiosk/rating?token=demo-rating'),
      open('/staff'),
      open('/staff'),
    ]);
    await signIn(clerk, 'clerk1');
    await signIn(supervisor, 'supervisor');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('runs from the kiosk to the report', async () => {
    // The clerk opens the counter by one key.
    await clerk.getByText(words.counter.headlines.closed).waitFor();
    await clerk.keyboard.press('m');
    await clerk.getByText(words.counter.headlines.idle).waitFor();

    // A citizen takes a number.
    await kiosk.getByRole('button', { name: words.kiosk.start }).click();
    await kiosk.getByRole('button', { name: service }).click();
    await kiosk.getByRole('button', { name: words.kiosk.noPriority }).first().click();
    await kiosk.getByText('A001').first().waitFor();
    await kiosk.getByText(words.kiosk.slipPrinted).first().waitFor();

    // The supervisor sees somebody wait, the clerk calls.
    await supervisor.getByText(service).first().waitFor();
    await clerk.keyboard.press('n');
    await clerk.getByText('A001').first().waitFor();

    // The board shows the call and speaks it, once.
    await board.getByText('A001').first().waitFor();
    const sentence = callSentence('vi', 'A001', '1', 'south');
    await vi.waitFor(async () => expect(await spokenOn(board)).toEqual([sentence]), { timeout: 15_000 });

    // The clerk serves and finishes.
    await clerk.keyboard.press('b');
    await clerk.getByText(words.counter.headlines.serving).first().waitFor();
    await clerk.keyboard.press('k');
    await clerk.getByText(words.counter.headlines.idle).waitFor();

    // The panel wakes, the citizen rates.
    await rating.getByText(words.rating.ask).waitFor();
    await rating.getByRole('button', { name: 'Rất hài lòng' }).click();
    await rating.getByText(words.rating.thanks).waitFor();

    // The supervisor's figures, the report and the events tell the same.
    const get = async <T>(path: string): Promise<T> =>
      (await supervisor.request.get(server.url + path)).json() as Promise<T>;
    const now = await get<AnswerOf<'supervisor'>>('/api/supervisor');
    expect(now.counts).toMatchObject({ done: 1, waiting: 0, absent: 0 });
    expect(now.ratings).toEqual({ visits: 1, rated: 1, levels: 4, counts: [0, 0, 0, 1] });
    const report = await get<AnswerOf<'report'>>(`/api/reports/services?from=${now.day}&to=${now.day}`);
    expect(report.rows).toHaveLength(1);
    expect(report.rows[0]).toMatchObject({ service: 'chung-thuc', issued: 1, served: 1, noShow: 0, leftOvernight: 0 });
    const ratings = await get<AnswerOf<'report'>>(`/api/reports/ratings?from=${now.day}&to=${now.day}`);
    expect(ratings.rows[0]).toMatchObject({ served: 1, rated: 1, response: 1 });
    const events = await get<AnswerOf<'events'>>('/api/events?limit=1000');
    const at = (type: string) => events.find((stored) => stored.event.type === type)?.event.at ?? Number.NaN;
    const wait = at('TicketCalled') - at('TicketTaken');
    expect(report.rows[0]?.meanWait).toBe(Math.round(wait / 1000));
    expect(now.services.find((one) => one.id === 'chung-thuc')?.meanWaitMs).toBe(wait);
    await supervisor.getByText('A001').waitFor({ state: 'detached' });
  });
});
