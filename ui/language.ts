import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLanguage, type Language } from '../lang/names.ts';
import { vi } from '../lang/vi.ts';
import type { Words } from '../lang/words.ts';
import { recall, remember } from './memory.ts';

/** Vietnamese comes with the page. Other languages follow when the page stands, for old machines pay for each kilobyte. */
const loaders: Record<Language, () => Promise<Words>> = {
  vi: async () => vi,
  en: async () => (await import('../lang/en.ts')).en,
};

/** The language of the page, one for all of its parts. Dispatches `change` when its words are there. */
class PageLanguage extends EventTarget {
  #value: Language = 'vi';
  #wanted: Language | null = null;
  #remembers = true;
  readonly #loading = new Map<Language, Promise<boolean>>();
  readonly #loaded = new Map<Language, Words>([['vi', vi]]);

  get value(): Language {
    return this.#value;
  }

  get words(): Words {
    return this.#loaded.get(this.#value) ?? vi;
  }

  /**
   * How the page starts. With `initial` it always starts so and remembers no choice, for the next citizen is another one; without,
   * it takes the language that somebody last chose on this device, unless it has one already.
   */
  start(initial?: Language): void {
    if (initial !== undefined) {
      this.#remembers = false;
      this.#want(initial);
    } else if (this.#wanted === null) {
      const remembered = recall('language');
      this.#want(remembered !== null && isLanguage(remembered) ? remembered : 'vi');
    }
  }

  /** Changes the language of the page. */
  set(language: Language): void {
    if (this.#remembers) remember('language', language);
    this.#want(language);
  }

  #want(language: Language): void {
    this.#wanted = language;
    if (this.#loaded.has(language)) this.#become(language);
    else void this.load(language).then((isThere) => isThere && this.#wanted === language && this.#become(language));
  }

  wordsIn(language: Language): Words {
    const words = this.#loaded.get(language);
    if (!words) void this.load(language).then((isThere) => isThere && this.dispatchEvent(new Event('change')));
    return words ?? vi;
  }

  /** Gets the words of a language; false when the server did not give them: the page goes on with what it has. */
  load(language: Language): Promise<boolean> {
    const under = this.#loading.get(language) ?? this.#fetch(language);
    this.#loading.set(language, under);
    return under;
  }

  async #fetch(language: Language): Promise<boolean> {
    try {
      this.#loaded.set(language, await loaders[language]());
      return true;
    } catch (error) {
      console.warn(`The words of ${language} could not be loaded`, error);
      return false;
    } finally {
      this.#loading.delete(language);
    }
  }

  #become(language: Language): void {
    if (typeof document !== 'undefined') document.documentElement.lang = language;
    if (this.#value === language) return;
    this.#value = language;
    this.dispatchEvent(new Event('change'));
  }
}

export const pageLanguage = new PageLanguage();

/**
 * The words of one language, for what speaks to several at once. Vietnamese stands in until they are there; then every
 * LanguageController draws its host anew.
 */
export function wordsIn(language: Language): Words {
  return pageLanguage.wordsIn(language);
}

/** Gives a screen or a part of it the page's language and its words, and draws it anew when the language changes. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange = () => this.#host.requestUpdate();

  /** `initial`: how the page starts, e.g. a kiosk in Vietnamese; left out: as somebody last chose on this device. */
  constructor(host: ReactiveControllerHost, initial?: Language) {
    this.#host = host;
    host.addController(this);
    pageLanguage.start(initial);
  }

  get language(): Language {
    return pageLanguage.value;
  }

  get words(): Words {
    return pageLanguage.words;
  }

  /** Changes the language of the whole page. */
  set(language: Language): void {
    pageLanguage.set(language);
  }

  hostConnected(): void {
    pageLanguage.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    pageLanguage.removeEventListener('change', this.#onChange);
  }
}
