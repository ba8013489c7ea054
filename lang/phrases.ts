/**
 * Vietnamese words of several syllables that a centre's names are full of. A line that breaks inside of one ("HÀNH / CHÍNH") is
 * hard to read, and no browser or font knows where Vietnamese words end.
 */
const phrases = [
  'bảo trợ',
  'bảo hiểm',
  'chứng thực',
  'dự kiến',
  'đánh giá',
  'đất đai',
  'giáo dục',
  'hành chính công',
  'hành chính',
  'hộ tịch',
  'khuyết tật',
  'kinh doanh',
  'lao động',
  'môi trường',
  'người có công',
  'nông nghiệp',
  'phục vụ',
  'thời gian',
  'thương binh',
  'trung tâm',
  'tư pháp',
  'ủy ban',
  'nhân dân',
  'xã hội',
  'xây dựng',
  'y tế',
];

const pattern = new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'giu');

/** The text with no-break spaces inside of the words above. Expects composed letters (NFC). */
export const keepTogether = (text: string): string =>
  text.replace(pattern, (phrase) => phrase.replaceAll(' ', '\u00a0'));
