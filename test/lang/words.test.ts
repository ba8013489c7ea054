import { describe, expect, it } from 'vitest';
import { isLanguage, languageNames, languages, wordsOf } from '../../lang/index.ts';
import { problemCodes } from '../../wire/problem.ts';

/** A word as it stands in a dictionary: a text, or a function that makes one. */
type Word = string | ((...values: unknown[]) => unknown);

/** Every word of a dictionary by its path, such as `counter.actions.open`. */
function wordsIn(dictionary: object, path = ''): Map<string, Word> {
  const found = new Map<string, Word>();
  for (const [key, value] of Object.entries(dictionary) as [string, unknown][]) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(name, value);
    else if (typeof value === 'function') found.set(name, value as Word);
    else if (typeof value === 'object' && value !== null) for (const [n, w] of wordsIn(value, name)) found.set(n, w);
    else throw new Error(`${name} is neither a word nor a group of words`);
  }
  return found;
}

/** What the parameters may be. A word for numbers makes nothing of the texts, and one for texts may fail on numbers. */
const numbers: readonly unknown[][] = [0, 1, 2, 35].map((n) => [n, n + 1, n + 2, n + 3]);
const marks: readonly unknown[] = ['«1»', '«2»', '«3»', '«4»'];

/** What a word says for some parameters, or null where these are not for it. */
function say(word: Word, values: readonly unknown[]): unknown {
  if (typeof word === 'string') return word;
  try {
    const text = word(...values);
    // A word that only passes a name on.
    if (typeof text === 'number' && values.includes(text)) return null;
    return values === marks && String(text).includes('NaN') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Everything that a word says for some parameters. */
const sayings = (word: Word): unknown[] =>
  [...numbers, marks].map((values) => say(word, values)).filter((text) => text !== null);

/** Which parameters a word says as they are. */
const said = (word: Word): unknown[] => {
  const text = String(say(word, marks));
  return marks.filter((mark) => text.includes(String(mark)));
};

const dictionaries = Object.entries(languages).map(([code, words]) => [code, wordsIn(words)] as const);
const vietnamese = wordsIn(languages.vi);
const others = dictionaries.filter(([code]) => code !== 'vi');

/** `path: text` of every text of a dictionary that fits. */
const texts = (words: ReadonlyMap<string, Word>, fits: (text: string) => boolean): string[] =>
  [...words].flatMap(([path, word]) =>
    sayings(word).flatMap((text) => (typeof text === 'string' && fits(text) ? [`${path}: ${text}`] : [])),
  );

/** English that has no place in Vietnamese; words that are spelled alike in both (in, do, an, me, to) are left out. */
const english =
  /(?<!\p{L})(the|and|of|please|counters?|tickets?|numbers?|queue|waiting|services?|closed?|open(ed)?|saved?|cancel(led)?|errors?|servers?|settings?|click|log ?in|sign ?in|password|users?|staff|board|reset|loading|failed|unknown|next|back|start|finish(ed)?|yes|today|days?|weeks?|printers?|paper|screens?|devices?|token|link|update|delete|edit|search|display|rating|kiosk|online|offline|file|feedback)(?!\p{L})/iu;
/** Addresses of pages and the name of the product are the same in every language. */
const withoutNames = (text: string): string => text.replaceAll(/\/[a-z/]+|Mời Số/g, '');
const accent = /[đĐ]|\p{L}\p{M}/u;
const hasAccent = (text: string): boolean => accent.test(text.normalize('NFD'));

describe.each(dictionaries)('the words of %s', (_, words) => {
  it('are there', () => {
    expect(words.size).toBeGreaterThan(100);
  });

  it('all are texts that say something, without stray spaces', () => {
    const wrong = [...words].filter(([, word]) => {
      const all = sayings(word);
      return (
        all.length === 0 ||
        all.some((text) => typeof text !== 'string' || text.trim() === '' || text !== text.trim() || / {2}/.test(text))
      );
    });
    expect(wrong.map(([path, word]) => [path, sayings(word)])).toEqual([]);
  });

  it('none shows a value that is missing', () => {
    expect(texts(words, (text) => /undefined|null|NaN|\[object/.test(text))).toEqual([]);
  });

  it('all are composed letters, as fonts, printers and voices want them', () => {
    expect(texts(words, (text) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('every refusal and problem has its words, and no other has', () => {
    const codes = [...words.keys()].filter((path) => path.startsWith('errors.')).map((path) => path.slice(7));
    expect(codes.toSorted()).toEqual([...problemCodes].toSorted());
  });
});

describe.each(others)('%s beside Vietnamese', (_, words) => {
  it('has the same keys', () => {
    expect([...words.keys()].toSorted()).toEqual([...vietnamese.keys()].toSorted());
  });

  it('has text where there is text, and no parameter that Vietnamese has not', () => {
    const wrong = [...words].filter(([path, word]) => {
      const source = vietnamese.get(path);
      return typeof word !== typeof source || (typeof word === 'function' && word.length > (source?.length ?? 0));
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('says the same parameters', () => {
    const wrong = [...words].filter(([path, word]) => said(word).join() !== said(vietnamese.get(path) ?? '').join());
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

describe('Vietnamese', () => {
  it('has no English left', () => {
    expect(texts(vietnamese, (text) => english.test(withoutNames(text)))).toEqual([]);
  });

  it('is written with its marks', () => {
    expect(texts(vietnamese, (text) => /(?:\p{L}{2,}[ ,.]+){2}\p{L}{2,}/u.test(text) && !hasAccent(text))).toEqual([]);
  });

  it('speaks of citizens, never of customers', () => {
    expect(texts(vietnamese, (text) => /khách\s+hàng|quý\s+khách/iu.test(text))).toEqual([]);
  });

  it('never takes the slip for the receipt of a dossier', () => {
    expect(texts(wordsIn(languages.vi.slip), (text) => /hẹn trả/iu.test(text))).toEqual([]);
  });
});

describe('English', () => {
  it('has no Vietnamese left', () => {
    expect(texts(wordsIn(languages.en), (text) => hasAccent(withoutNames(text)))).toEqual([]);
  });

  it('speaks of citizens, never of customers', () => {
    expect(texts(wordsIn(languages.en), (text) => /customer/i.test(text))).toEqual([]);
  });
});

describe('choosing a language', () => {
  it('gives the words of a known one, Vietnamese for any other', () => {
    expect(wordsOf('en')).toBe(languages.en);
    expect(wordsOf('vi')).toBe(languages.vi);
    expect(wordsOf('fr')).toBe(languages.vi);
    expect(isLanguage('fr')).toBe(false);
  });

  it('does not take the inside of an object for a language', () => {
    expect(isLanguage('toString')).toBe(false);
    expect(wordsOf('constructor')).toBe(languages.vi);
  });

  it('names every language in itself', () => {
    expect(languageNames).toEqual({ vi: 'Tiếng Việt', en: 'English' });
  });
});
