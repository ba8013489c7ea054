import { describe, expect, it } from 'vitest';
import { vi } from '../../lang/vi.ts';
import {
  draftOf,
  edited,
  freePrefix,
  idFrom,
  isDirty,
  moved,
  placesToMend,
  prefixConcern,
  problemAt,
  sectionOf,
} from '../../staff/admin/draft.ts';
import { settingsSchema } from '../../wire/settings.ts';

const settings = settingsSchema.parse({});

describe('the settings being changed', () => {
  it('given no change, when it is compared, then nothing is unsaved; given one, then something is', () => {
    const draft = draftOf(settings);
    expect(isDirty(draft)).toBe(false);
    const changed = edited(draft, { ...settings, absentGraceMinutes: 5 }, 'absentGraceMinutes');
    expect(isDirty(changed)).toBe(true);
    expect(isDirty(edited(changed, { ...settings }, 'absentGraceMinutes'))).toBe(false);
  });

  it('given refused fields, when one is touched, then only its own refusal is forgotten', () => {
    const draft = {
      ...draftOf(settings),
      refused: new Set(['services.2.prefix', 'services.2.name.vi', 'rating.lowUpTo']),
    };
    expect([...edited(draft, settings, 'services.2.prefix').refused]).toEqual(['services.2.name.vi', 'rating.lowUpTo']);
    expect([...edited(draft, settings, 'services').refused]).toEqual(['rating.lowUpTo']);
  });

  it('given both ends of one window of the hours refused, there is one place to mend', () => {
    expect(placesToMend(new Set(['servingHours.friday.0.from', 'servingHours.friday.0.to']))).toBe(1);
    expect(placesToMend(new Set(['servingHours.friday.0.to', 'servingHours.friday.1.to', 'centre.timeZone']))).toBe(3);
  });

  it('given every field of the settings, when it is refused, then a section shows it and a sentence explains it', () => {
    for (const key of Object.keys(settings)) expect(sectionOf(`${key}.0.x`)).not.toBeNull();
    const sentences = vi.admin.problem;
    const expected: [string, string][] = [
      ['services.2.prefix', sentences.prefix],
      ['services.0.name.en', sentences.text],
      ['services.0.id', sentences.identifier],
      ['services.0.waitLimitMinutes', sentences.waitLimitMinutes],
      ['counters.1.id', sentences.counterId],
      ['counters.1.services.0', sentences.counterServices],
      ['takingHours.monday.0.to', sentences.window],
      ['priorityOrder.every', sentences.every],
      ['centre.dayChange', sentences.clock],
      ['centre.address', sentences.address],
      ['printer.address', sentences.printerAddress],
      ['slip.header.1.en', sentences.slipLine],
      ['kiosk.warningSeconds', sentences.warningSeconds],
      ['something.new', sentences.other],
    ];
    for (const [path, sentence] of expected) expect(problemAt(path, sentences)).toBe(sentence);
  });

  it('given a list, when an entry is moved, then it changes places and stays within the list', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('ids and letters', () => {
  it('given a Vietnamese name, when an id is made, then it is plain, fits the contract and is not taken', () => {
    expect(idFrom('Hộ tịch – Tư pháp', [])).toBe('ho-tich-tu-phap');
    expect(idFrom('Đất đai', ['dat-dai', 'dat-dai-2'])).toBe('dat-dai-3');
    expect(idFrom('???', [])).toBe('muc');
    const long = idFrom('Lĩnh vực có cái tên dài hơn mọi cái tên khác trong trung tâm', []);
    expect(long).toMatch(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/);
  });

  it('given letters in use, when one is chosen, then it is the first clear one', () => {
    expect(freePrefix(['A', 'C'])).toBe('E');
    expect(freePrefix([...'ACEGHKLMNRSX'])).toBe('');
  });

  it('given letters that sound alike, when they are used together, then that is said', () => {
    expect(prefixConcern('B', ['A', 'P'])).toEqual({ kind: 'alike', other: 'P' });
    expect(prefixConcern('I', ['Y'])).toEqual({ kind: 'alike', other: 'Y' });
    expect(prefixConcern('B', ['A'])).toEqual({ kind: 'hard', letter: 'B' });
    expect(prefixConcern('K', ['A', 'C'])).toBeNull();
  });
});
