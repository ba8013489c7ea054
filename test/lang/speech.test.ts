import { describe, expect, it } from 'vitest';
import { callSentence } from '../../lang/speech.ts';

describe('The sentence of a call', () => {
  it.each([
    ['vi', 'A012', '3', 'Mời số A không một hai, đến quầy số ba.'],
    ['vi', 'C205', '12', 'Mời số xê hai không năm, đến quầy số mười hai.'],
    ['vi', 'H1000', '15', 'Mời số hát một không không không, đến quầy số mười lăm.'],
    ['vi', 'A001', '07', 'Mời số A không không một, đến quầy số bảy.'],
    ['vi', 'A001', 'b2', 'Mời số A không không một, đến quầy số bê hai.'],
    ['en', 'A012', '3', 'Number A zero one two, please go to counter three.'],
    ['en', 'K999', '21', 'Number K nine nine nine, please go to counter twenty-one.'],
    ['km', 'A012', '3', 'Mời số A không một hai, đến quầy số ba.'],
  ])('in %s for %s at counter %s is "%s"', (language, number, counter, sentence) => {
    expect(callSentence(language, number, counter)).toBe(sentence);
  });

  it('says counters with the words of the region', () => {
    expect(callSentence('vi', 'A012', '101', 'south')).toBe('Mời số A không một hai, đến quầy số một trăm lẻ một.');
  });

  it('spells a counter too long to be a number', () => {
    expect(callSentence('vi', 'A012', '1234567')).toContain('một hai ba bốn năm sáu bảy.');
  });
});
