import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLanguage, type Language } from '../lang/names.ts';
import type { Room } from '../lang/rooms.ts';
import type { Words } from '../lang/words.ts';
import { Dictionary, type PageWords } from './dictionary.ts';
import { recall, remember } from './memory.ts';

export type { PageWords } from './dictionary.ts';

/** What the page asks of its dictionaries, whichever rooms they have. */
type AnyDictionary = Pick<Dictionary<never>, 'has' | 'load'>;

const shared = new Dictionary<never>({});

/** The language of the page, one for all of its parts. Dispatches `change` when its words are there. */
class PageLanguage extends EventTarget {
  #value: Language = 'vi';
  #wanted: Language | null = null;
  #remembers = true;
  readonly #dictionaries: AnyDictionary[] = [shared];

  get value(): Language {
    return this.#value;
  }

  /** The words that every page has. */
  get words(): PageWords<never> {
    return shared.in(this.#value);
  }

  /** Has a dictionary follow the page's language: one that comes late, with a part of the page, fetches its words by itself. */
  add(dictionary: AnyDictionary): void {
    this.#dictionaries.push(dictionary);
    const language = this.#value;
    if (!dictionary.has(language)) void dictionary.load(language).then((isThere) => isThere && this.#tell());
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

  /** Gets all words of a language; false when the server did not give them: the page goes on with what it has. */
  async load(language: Language): Promise<boolean> {
    const loaded = await Promise.all(this.#dictionaries.map((dictionary) => dictionary.load(language)));
    return loaded.every((isThere) => isThere);
  }

  #want(language: Language): void {
    this.#wanted = language;
    if (this.#dictionaries.every((dictionary) => dictionary.has(language))) this.#become(language);
    else void this.load(language).then((isThere) => isThere && this.#wanted === language && this.#become(language));
  }

  #become(language: Language): void {
    if (typeof document !== 'undefined') document.documentElement.lang = language;
    if (this.#value === language) return;
    this.#value = language;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const pageLanguage = new PageLanguage();

/** Gives a screen or a part of it the page's language and its words, and draws it anew when the language changes. */
class RoomLanguageController<R extends Room> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #dictionary: Dictionary<R>;
  readonly #onChange = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, dictionary: Dictionary<R>, initial?: Language) {
    this.#host = host;
    this.#dictionary = dictionary;
    host.addController(this);
    pageLanguage.start(initial);
  }

  get language(): Language {
    return pageLanguage.value;
  }

  get words(): PageWords<R> {
    return this.#dictionary.in(pageLanguage.value);
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

/** For parts that any page may show: they have the words that every page carries. */
export class LanguageController extends RoomLanguageController<never> {
  /** `initial`: how the page starts, e.g. a kiosk in Vietnamese; left out: as somebody last chose on this device. */
  constructor(host: ReactiveControllerHost, initial?: Language) {
    super(host, shared, initial);
  }
}

/** A LanguageController for a page and its parts, that offers the words of these rooms, too. */
export function languageControllerFor<R extends Room>(vi: Pick<Words, R>) {
  const dictionary = new Dictionary(vi);
  pageLanguage.add(dictionary);
  return class extends RoomLanguageController<R> {
    /** `initial`: how the page starts, e.g. a kiosk in Vietnamese; left out: as somebody last chose on this device. */
    constructor(host: ReactiveControllerHost, initial?: Language) {
      super(host, dictionary, initial);
    }
  };
}
