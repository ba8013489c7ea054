/** A roll of paper as a printer's head sees it. */
export interface Paper {
  /** Dots across the head: nothing can be printed outside of them. */
  readonly widthDots: number;
  readonly dotsPerMm: number;
  /** White kept on every side, inside of the head's width. */
  readonly marginMm: number;
  /** Letters, codes and white space shrink by this on a narrow roll; numbers keep their height. */
  readonly scale: number;
  /** How wide a number is printed, 1 as the typeface has it: it is a third of all bytes, and a slim one is read as well. */
  readonly numberStretch: number;
}

/** Letters below this size are too fine for a thermal head and for old eyes, in mm. */
const leastTextMm = 2.8;

/** The size of letters on a paper, in dots. */
export const textDots = (sizeMm: number, { scale, dotsPerMm }: Paper): number =>
  Math.max(Math.min(sizeMm, leastTextMm), sizeMm * scale) * dotsPerMm;

/** 80 mm rolls: the head reaches 72 mm. */
export const paper80: Paper = { widthDots: 576, dotsPerMm: 8, marginMm: 1.5, scale: 1, numberStretch: 1 };

/** 58 mm rolls: the head reaches 48 mm. */
export const paper58: Paper = { widthDots: 384, dotsPerMm: 8, marginMm: 1, scale: 0.73, numberStretch: 0.68 };

export const printableDots = (paper: Paper): number =>
  paper.widthDots - 2 * Math.ceil(paper.marginMm * paper.dotsPerMm);
