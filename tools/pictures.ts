/**
 * `npm run pictures`: takes the pictures of the README from a real demonstration server in a real browser, and with
 * `-- DIR` every page at the sizes people use, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { type RunningServer, startServer } from '../server/server.ts';
import { launchBrowser } from './browser.ts';

const portrait = { width: 1080, height: 1920 };
const wide = { width: 1920, height: 1080 };
const office = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };
type Size = typeof portrait;

interface Scene {
  readonly name: string;
  readonly path: string;
  readonly sizes: readonly Size[];
  /** Staff who must be signed in. */
  readonly user?: string;
  /** Goes from the first view to the one that is worth a picture. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const server = await startServer(
  { data: null, port: 0, host: '127.0.0.1', demonstration: true, printer: null, help: false },
  pino({ level: 'warn' }),
);
const browser = await launchBrowser({ autoplay: true });
try {
  const followed = await liveABit(server.url);
  const folder = process.argv[2];
  if (folder === undefined) await takeReadme(browser, server, join(import.meta.dirname, '..', 'docs', 'pictures'));
  else await takeAll(browser, server, folder, followed);
} finally {
  await browser.close();
  await server.stop();
}

/** A morning's worth of tickets, calls and marks; gives the id of a ticket that still waits. */
async function liveABit(url: string): Promise<string> {
  const post = async (path: string, token: string, body: object): Promise<Record<string, string>> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, string>;
  };
  const services = ['chung-thuc', 'ho-tich', 'chung-thuc', 'dat-dai', 'chung-thuc', 'tra-ket-qua', 'bao-tro-xa-hoi'];
  const tickets: string[] = [];
  for (let i = 0; i < 21; i += 1) {
    const service = services[i % services.length];
    const priority = i % 6 === 5 ? 'elderly' : undefined;
    tickets.push((await post('/api/tickets', 'demo-kiosk', { requestId: `picture-${i}`, service, priority })).id ?? '');
  }
  for (const counter of ['1', '2', '3', '4']) {
    const { token = '' } = await post('/api/session', '', { user: `clerk${counter}`, pin: '246810' });
    const act = (action: string, body = {}) => post(`/api/counters/${counter}/${action}`, token, body);
    await act('open');
    for (let visit = 0; visit < 2; visit += 1) {
      const { ticket } = (await act('next')) as unknown as { ticket: { id: string } };
      await act('start');
      await act('finish', { outcome: 'received' });
      await post(`/api/tickets/${ticket.id}/rating`, token, { score: 3 + (visit % 2) });
    }
    if (counter === '3') await act('pause', { reason: 'Họp' });
    else await act('next');
    if (counter === '2') await act('start');
  }
  return tickets.at(-1) ?? '';
}

async function throughKiosk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lấy số thứ tự' }).click();
  await page.getByRole('button', { name: 'Chứng thực' }).waitFor();
}

async function toTicket(page: Page): Promise<void> {
  await throughKiosk(page);
  await page.getByRole('button', { name: 'Chứng thực' }).click();
  await page.getByRole('button', { name: 'Không' }).first().click();
  await page.getByText('Mời ông/bà nhận phiếu ở khe in').first().waitFor();
}

async function takeReadme(of: Browser, { url }: RunningServer, folder: string): Promise<void> {
  const scenes: Scene[] = [
    { name: 'kiosk', path: '/kiosk?token=demo-kiosk', sizes: [{ width: 768, height: 1024 }], prepare: throughKiosk },
    { name: 'board', path: '/display?token=demo-board', sizes: [office] },
    { name: 'counter', path: '/staff', sizes: [office], user: 'clerk2' },
    { name: 'supervisor', path: '/staff', sizes: [office], user: 'supervisor' },
  ];
  for (const scene of scenes) await take(of, url, scene, folder, () => `${scene.name}.png`);
}

async function takeAll(of: Browser, { url }: RunningServer, folder: string, ticket: string): Promise<void> {
  const kiosk = '/kiosk?token=demo-kiosk';
  const screens = [portrait, wide, office];
  const desks = [office, wide];
  const scenes: Scene[] = [
    { name: 'home', path: '/', sizes: [office] },
    { name: 'kiosk-start', path: kiosk, sizes: screens },
    { name: 'kiosk-service', path: kiosk, sizes: screens, prepare: throughKiosk },
    { name: 'kiosk-ticket', path: kiosk, sizes: screens, prepare: toTicket },
    { name: 'paper', path: '/kiosk/paper?token=demo-kiosk', sizes: [office] },
    { name: 'rating', path: '/kiosk/rating?token=demo-rating', sizes: screens },
    { name: 'board', path: '/display?token=demo-board', sizes: screens },
    { name: 'phone', path: `/ticket/${ticket}`, sizes: [phone] },
    { name: 'sign-in', path: '/staff', sizes: desks },
    { name: 'counter', path: '/staff', sizes: desks, user: 'clerk2' },
    { name: 'supervisor', path: '/staff', sizes: [...desks, phone], user: 'supervisor' },
    { name: 'admin', path: '/staff', sizes: desks, user: 'admin' },
  ];
  for (const scene of scenes)
    await take(of, url, scene, folder, (size) => `${scene.name}-${size.width}x${size.height}.png`);
}

async function take(
  of: Browser,
  url: string,
  scene: Scene,
  folder: string,
  nameOf: (size: Size) => string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const size of scene.sizes) {
    const context = await of.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(url + scene.path);
    if (scene.user !== undefined) await signIn(page, scene.user);
    await scene.prepare?.(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    // Enough frames for views that arrive right after the page stands.
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(folder, nameOf(size)) });
    console.log(join(folder, nameOf(size)));
    await context.close();
  }
}

async function signIn(page: Page, user: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mã PIN').fill('246810');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}
