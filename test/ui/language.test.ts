import type { ReactiveControllerHost } from 'lit';
import { describe, expect, expectTypeOf, it, vi as vitest } from 'vitest';
import { en } from '../../lang/en.ts';
import { vi } from '../../lang/vi.ts';
import { LanguageController, languageControllerFor, pageLanguage } from '../../ui/language.ts';

const host = () => ({
  addController: () => {},
  removeController: () => {},
  requestUpdate: vitest.fn(),
  updateComplete: Promise.resolve(true),
});
const PhoneLanguage = languageControllerFor({ ticket: vi.ticket, rating: vi.rating });

describe('the language of the page', () => {
  it('given a page that nobody set, then it speaks Vietnamese', () => {
    expect(new LanguageController(host()).words).toEqual({ common: vi.common, errors: vi.errors });
  });

  it('given a page with rooms of its own, then it has their words and those of every page, and offers no others', () => {
    const { words } = new PhoneLanguage(host());
    expect(words).toEqual({ common: vi.common, errors: vi.errors, ticket: vi.ticket, rating: vi.rating });
    expectTypeOf(words).not.toHaveProperty('admin');
    expectTypeOf(new LanguageController(host()).words).not.toHaveProperty('ticket');
  });

  it('given another language, when it is chosen, then every part of the page is drawn anew once all of its words are there', async () => {
    const [screen, part] = [host(), host()];
    const language = new PhoneLanguage(screen);
    const other = new LanguageController(part);
    language.hostConnected();
    other.hostConnected();
    language.set('en');
    await vitest.waitFor(() => expect(other.language).toBe('en'));
    expect(language.words).toEqual({ common: en.common, errors: en.errors, ticket: en.ticket, rating: en.rating });
    expect(other.words).toEqual({ common: en.common, errors: en.errors });
    expect(screen.requestUpdate).toHaveBeenCalledTimes(1);
    expect(part.requestUpdate).toHaveBeenCalledTimes(1);
  });

  it('given a part that comes later, when the page speaks another language, then the part does so once its words are there', async () => {
    new LanguageController(host()).set('en');
    await vitest.waitFor(() => expect(pageLanguage.value).toBe('en'));
    const screen = host();
    const LateLanguage = languageControllerFor({ counter: vi.counter });
    const late = new LateLanguage(screen satisfies ReactiveControllerHost);
    late.hostConnected();
    await vitest.waitFor(() => expect(late.words.counter).toBe(en.counter));
    expect(screen.requestUpdate).toHaveBeenCalled();
  });

  it('given a choice that was thought better of, then the last one counts', async () => {
    const LateLanguage = languageControllerFor({ home: vi.home });
    const language = new LateLanguage(host(), 'vi');
    language.set('en');
    language.set('vi');
    await pageLanguage.load('en');
    expect(language.language).toBe('vi');
    expect(language.words.home).toBe(vi.home);
  });
});
