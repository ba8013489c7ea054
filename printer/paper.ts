/** A roll of paper as a printer's head sees it. */
export interface Paper {
  /** Dots across the head: nothing can be printed outside of them. */
  readonly widthDots: number;
  readonly dotsPerMm: number;
  /** White kept on every side, inside of the head's width. */
  readonly marginMm: number;
}

/** 80 mm rolls: the head reaches 72 mm. */
export const paper80: Paper = { widthDots: 576, dotsPerMm: 8, marginMm: 1.5 };

/** 58 mm rolls: the head reaches 48 mm. */
export const paper58: Paper = { widthDots: 384, dotsPerMm: 8, marginMm: 1 };

export const printableDots = (paper: Paper): number =>
  paper.widthDots - 2 * Math.ceil(paper.marginMm * paper.dotsPerMm);
