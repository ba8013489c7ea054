import { englishNumber, largestRead, type Region, spellEnglish, spellVietnamese, vietnameseNumber } from './number.ts';

/**
 * What a voice says when a ticket is called. Written out in words, because voices read "A012" and "215" wrongly. The number is said
 * digit by digit, as it is printed; a counter as a number ("mười hai"). A language without its own sentence is Vietnamese.
 */
export function callSentence(
  language: string,
  ticketNumber: string,
  counter: string,
  region: Region = 'north',
): string {
  if (language === 'en') {
    const place = spoken(counter, englishNumber, spellEnglish);
    return `Number ${spellEnglish(ticketNumber)}, please go to counter ${place}.`;
  }
  const place = spoken(counter, (value) => vietnameseNumber(value, region), spellVietnamese);
  return `Mời số ${spellVietnamese(ticketNumber)}, đến quầy số ${place}.`;
}

/** `07` is said as 7; a counter such as `B2` is spelled. */
function spoken(counter: string, read: (value: number) => string, spell: (code: string) => string): string {
  const isNumber = /^\d+$/.test(counter) && Number(counter) <= largestRead;
  return isNumber ? read(Number(counter)) : spell(counter);
}
