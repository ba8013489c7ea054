import type { BrowserContext, Page } from 'playwright-core';
import type { TestServer } from '../support/server.ts';

/** What the browser of a hall screen said, in order. It outlives reloads of the page. */
export interface Ear {
  readonly heard: string[];
}

/** Gives every page of the context a Vietnamese voice that only writes down what it is told. Headless browsers have none. */
export async function listen(context: BrowserContext, languages: readonly string[] = ['vi-VN']): Promise<Ear> {
  const heard: string[] = [];
  await context.exposeFunction('hear', (sentence: string) => heard.push(sentence));
  await context.addInitScript((known) => {
    const page = window as unknown as { hear: (sentence: string) => Promise<number> };
    class Utterance {
      onend: (() => void) | null = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const voices = known.map((lang) => ({ lang, name: lang, localService: true, default: false, voiceURI: lang }));
    const speechSynthesis = {
      getVoices: () => voices,
      cancel: () => undefined,
      speak: (utterance: Utterance) => void page.hear(utterance.text).then(() => utterance.onend?.()),
    };
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
  }, languages);
  return { heard };
}

/** Whatever the people of a small centre do, through the HTTP contract. */
export class Hall {
  readonly #url: string;
  readonly #tokens = new Map<string, string>();
  #requests = 0;

  constructor(server: TestServer) {
    this.#url = server.url;
  }

  /** Takes a number at the demonstration's kiosk. */
  take(service: string, language = 'vi'): Promise<{ id: string; number: string }> {
    return this.#post('/api/tickets', { service, language }, 'demo-kiosk');
  }

  /** A clerk of the demonstration does something at the counter of the same number. */
  async at(counter: number, action: string, body: object = {}): Promise<void> {
    const user = `clerk${counter}`;
    const token = this.#tokens.get(user) ?? (await this.#signIn(user));
    this.#tokens.set(user, token);
    await this.#post(`/api/counters/${counter}/${action}`, body, token);
  }

  async #signIn(user: string): Promise<string> {
    const { token } = await this.#post<{ token: string }>('/api/session', { user, pin: '246810' }, null);
    return token;
  }

  async #post<T>(path: string, body: object, token: string | null): Promise<T> {
    this.#requests += 1;
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ requestId: `hall-${this.#requests}`, ...body }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** Opens the board of the demonstration and waits until it shows the centre. */
export async function openBoard(context: BrowserContext, server: TestServer): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.url}/display?token=demo-board`);
  await page.locator('board-hall h1').waitFor();
  return page;
}

/** Resolves when the board has said the call and rests. */
export async function silence(page: Page): Promise<void> {
  await page.locator('moiso-board:not([data-speaking])').waitFor();
}
