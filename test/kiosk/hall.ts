import type { Page } from 'playwright-core';
import type { AnswerOf, OperationName } from '../../wire/client.ts';

/** Elements that stand outside the window, which a kiosk that never scrolls cannot show. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
        const isOut = right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1;
        if (width > 2 && height > 2 && isOut) found.push(`${element.tagName} ${element.className}`);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });
}

/** Cuts the live connection of a page, which must not have been opened yet, from its server and joins it again. */
export async function outageOf(page: Page): Promise<{ begin(): Promise<void>; end(): void }> {
  let isAway = false;
  const lines = new Set<() => Promise<void>>();
  await page.routeWebSocket(/socket\.io/, async (socket) => {
    if (isAway) {
      await socket.close();
      return;
    }
    const server = socket.connectToServer();
    lines.add(async () => {
      await socket.close();
      await server.close();
    });
  });
  await page.route(/socket\.io/, (route) => (isAway ? route.abort() : route.continue()));
  return {
    async begin() {
      isAway = true;
      for (const close of lines) await close();
      lines.clear();
    },
    end() {
      isAway = false;
    },
  };
}

/** Staff and devices of a demonstration centre, by HTTP. */
export class Hall {
  readonly #url: string;
  readonly #tokens = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  waiting = async (): Promise<number> =>
    (await this.#send<'services'>('GET', '/api/services')).reduce((sum, service) => sum + service.waiting, 0);

  takeTicket = (language: 'vi' | 'en' = 'vi'): Promise<AnswerOf<'takeTicket'>> =>
    this.#send<'takeTicket'>(
      'POST',
      '/api/tickets',
      { requestId: `${Math.random()}`, service: 'chung-thuc', language },
      'demo-kiosk',
    );

  ticket = (id: string): Promise<AnswerOf<'ticket'>> => this.#send<'ticket'>('GET', `/api/tickets/${id}`);

  rate = (id: string, score: number): Promise<AnswerOf<'rateVisit'>> =>
    this.#send<'rateVisit'>('POST', `/api/tickets/${id}/rating`, { score });

  supervisor = async (): Promise<AnswerOf<'supervisor'>> =>
    this.#send<'supervisor'>('GET', '/api/supervisor', undefined, await this.#signIn('supervisor'));

  /** At counter 1 by clerk1. */
  async at(action: 'open' | 'next' | 'start' | 'finish'): Promise<AnswerOf<'counter'>> {
    return this.#send<'counter'>('POST', `/api/counters/1/${action}`, {}, await this.#signIn('clerk1'));
  }

  /** A visit from the number to the end at counter 1. */
  async visit(language: 'vi' | 'en' = 'vi'): Promise<AnswerOf<'takeTicket'>> {
    const ticket = await this.takeTicket(language);
    for (const action of ['next', 'start', 'finish'] as const) await this.at(action);
    return ticket;
  }

  async change(change: (settings: AnswerOf<'settings'>) => AnswerOf<'settings'>): Promise<void> {
    const token = await this.#signIn('admin');
    const settings = await this.#send<'settings'>('GET', '/api/settings', undefined, token);
    await this.#send('PUT', '/api/settings', change(settings), token);
  }

  async #signIn(user: string): Promise<string> {
    const known = this.#tokens.get(user);
    if (known) return known;
    const { token } = await this.#send<'signIn'>('POST', '/api/session', { user, pin: '246810' });
    this.#tokens.set(user, token);
    return token;
  }

  async #send<N extends OperationName>(
    method: string,
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<AnswerOf<N>> {
    const response = await fetch(this.#url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as AnswerOf<N>;
  }
}
