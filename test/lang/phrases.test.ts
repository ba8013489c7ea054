import { describe, expect, it } from 'vitest';
import { keepTogether } from '../../lang/phrases.ts';

describe('Words of several syllables', () => {
  it.each([
    ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ THIỆN MỸ', 'TRUNG_TÂM PHỤC_VỤ HÀNH_CHÍNH_CÔNG XÃ THIỆN MỸ'],
    ['Lao động – Thương binh và Xã hội, Người có công', 'Lao_động – Thương_binh và Xã_hội, Người_có_công'],
    ['Tay tế, thay tế', 'Tay tế, thay tế'],
    ['Trạm Y tế', 'Trạm Y_tế'],
    ['Civil status', 'Civil status'],
  ])('%s is kept together as %s', (text, kept) => {
    expect(keepTogether(text).replaceAll('\u00a0', '_')).toBe(kept);
  });
});
