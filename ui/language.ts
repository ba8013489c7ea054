import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLanguage, type Language, type Words, wordsOf } from '../lang/index.ts';
import { recall, remember } from './memory.ts';

/** The language of the page, one for all of its parts. Dispatches `change`. */
class PageLanguage extends EventTarget {
  #value: Language | null = null;

  get value(): Language {
    if (this.#value === null) {
      const remembered = recall('language');
      this.#value = remembered !== null && isLanguage(remembered) ? remembered : 'vi';
    }
    return this.#value;
  }

  set(language: Language): void {
    if (typeof document !== 'undefined') document.documentElement.lang = language;
    if (this.#value === language) return;
    this.#value = language;
    this.dispatchEvent(new Event('change'));
  }
}

export const pageLanguage = new PageLanguage();

/** Gives a screen or a part of it the page's language and its words, and draws it anew when the language changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange = () => this.#host.requestUpdate();

  /** `initial`: how the page starts, e.g. a kiosk in Vietnamese; left out: as somebody last chose on this device. */
  constructor(host: ReactiveControllerHost, initial?: Language) {
    this.#host = host;
    host.addController(this);
    pageLanguage.set(initial ?? pageLanguage.value);
  }

  get language(): Language {
    return pageLanguage.value;
  }

  get words(): Words {
    return wordsOf(pageLanguage.value);
  }

  /** Changes the language of the whole page, and what this device starts with where a page has no language of its own. */
  set(language: Language): void {
    remember('language', language);
    pageLanguage.set(language);
  }

  hostConnected(): void {
    pageLanguage.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    pageLanguage.removeEventListener('change', this.#onChange);
  }
}
