const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** The 67 Vietnamese letters with a mark, small and capital: what half of the printers' own fonts do not have. */
export const accentedLetters: readonly string[] = [...'aăâeêioôơuưy']
  .flatMap((vowel) => marks.map((mark) => (vowel + mark).normalize('NFC')))
  .filter((letter) => !/[a-z]/.test(letter))
  .concat('đ')
  .flatMap((letter) => [letter, letter.toUpperCase()]);
