import { describe, expect, it, vi as vitest } from 'vitest';
import { en } from '../../lang/en.ts';
import { vi } from '../../lang/vi.ts';
import { LanguageController, pageLanguage, wordsIn } from '../../ui/language.ts';

const host = () => ({
  addController: () => {},
  removeController: () => {},
  requestUpdate: vitest.fn(),
  updateComplete: Promise.resolve(true),
});

describe('the language of the page', () => {
  it('given a page that nobody set, then it speaks Vietnamese', () => {
    expect(new LanguageController(host()).words).toBe(vi);
  });

  it('given another language, when it is chosen, then every part of the page is drawn anew once its words are there', async () => {
    const [screen, part] = [host(), host()];
    const language = new LanguageController(screen);
    const other = new LanguageController(part);
    language.hostConnected();
    other.hostConnected();
    language.set('en');
    await vitest.waitFor(() => expect(other.language).toBe('en'));
    expect(other.words).toBe(en);
    expect(screen.requestUpdate).toHaveBeenCalledTimes(1);
    expect(part.requestUpdate).toHaveBeenCalledTimes(1);
  });

  it('given a choice that was thought better of, then the last one counts', async () => {
    const language = new LanguageController(host(), 'vi');
    language.set('en');
    language.set('vi');
    await pageLanguage.load('en');
    expect(language.language).toBe('vi');
  });

  it('given a screen in two languages, then it has the words of both', async () => {
    await pageLanguage.load('en');
    expect(wordsIn('vi')).toBe(vi);
    expect(wordsIn('en')).toBe(en);
  });
});
