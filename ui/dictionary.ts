import type { Language } from '../lang/names.ts';
import { loadRooms, type Room } from '../lang/rooms.ts';
import { common } from '../lang/vi/common.ts';
import { errors } from '../lang/vi/errors.ts';
import type { Words } from '../lang/words.ts';

/** What every page needs: words of the shared parts, and why something was refused. */
const everywhere = { common, errors };

/** The words of a page: its own rooms and those that every page has. */
export type PageWords<R extends Room> = typeof everywhere & Pick<Words, R>;

/**
 * The words of some rooms. Vietnamese comes with the page. Other languages follow when the page stands, and rooms that no part
 * of the page shows stay away, for old machines pay for each kilobyte.
 */
export class Dictionary<R extends Room> {
  readonly vi: PageWords<R>;
  readonly #loaded = new Map<Language, PageWords<R>>();
  readonly #loading = new Map<Language, Promise<boolean>>();

  readonly #rooms: readonly R[];

  /** `vi`: the page's own rooms. */
  constructor(vi: Pick<Words, R>) {
    this.#rooms = Object.keys(vi) as R[];
    this.vi = { ...everywhere, ...vi };
    this.#loaded.set('vi', this.vi);
  }

  has(language: Language): boolean {
    return this.#loaded.has(language);
  }

  /** The words of a language; Vietnamese until they are there. */
  in(language: Language): PageWords<R> {
    return this.#loaded.get(language) ?? this.vi;
  }

  /** Gets the words of a language; false when the server did not give them: the page goes on with what it has. */
  load(language: Language): Promise<boolean> {
    const under = this.#loading.get(language) ?? this.#fetch(language);
    this.#loading.set(language, under);
    return under;
  }

  async #fetch(language: Language): Promise<boolean> {
    if (language === 'vi' || this.has(language)) return true;
    try {
      const [shared, own] = await Promise.all([
        loadRooms(language, Object.keys(everywhere) as (keyof typeof everywhere)[]),
        loadRooms(language, this.#rooms),
      ]);
      this.#loaded.set(language, { ...shared, ...own });
      return true;
    } catch (error) {
      console.warn(`The words of ${language} could not be loaded`, error);
      return false;
    } finally {
      this.#loading.delete(language);
    }
  }
}
