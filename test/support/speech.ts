import type { BrowserContext, Page } from 'playwright-core';

/** Gives a browser without voices a Vietnamese and an English one that say nothing but remember what they were given. */
export async function rememberSpeech(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const spoken: string[] = [];
    const voices = ['vi-VN', 'en-US'].map((lang) => ({
      lang,
      name: lang,
      localService: true,
      default: false,
      voiceURI: lang,
    }));
    const synthesis = Object.assign(new EventTarget(), {
      speaking: false,
      pending: false,
      paused: false,
      getVoices: () => voices,
      cancel: () => undefined,
      pause: () => undefined,
      resume: () => undefined,
      speak(utterance: SpeechSynthesisUtterance) {
        spoken.push(utterance.text);
        queueMicrotask(() => {
          utterance.dispatchEvent(new Event('start'));
          utterance.dispatchEvent(new Event('end'));
        });
      },
    });
    class Utterance extends EventTarget {
      text: string;
      lang = '';
      voice: unknown = null;
      rate = 1;
      volume = 1;
      pitch = 1;
      onstart: ((event: Event) => void) | null = null;
      onend: ((event: Event) => void) | null = null;
      onerror: ((event: Event) => void) | null = null;
      constructor(text: string) {
        super();
        this.text = text;
        this.addEventListener('start', (event) => this.onstart?.(event));
        this.addEventListener('end', (event) => this.onend?.(event));
      }
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
    Object.assign(globalThis, { spokenByTest: spoken });
  });
}

/** What the page's voices were given so far. */
export const spokenOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { spokenByTest: string[] }).spokenByTest);
