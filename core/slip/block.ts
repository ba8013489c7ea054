/** One piece of a slip, independent of any printer. Sizes are in mm on paper. */
export type SlipBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The font size; capitals are about 0.7 of it. */
      readonly sizeMm: number;
      readonly bold: boolean;
      readonly align: 'centre' | 'left';
    }
  | {
      /** The one thing that has to be read at arm's length. It stays on one line. */
      readonly kind: 'number';
      readonly text: string;
      /** Height of its digits where the paper is wide enough. */
      readonly heightMm: number;
      /** Not made lower than this while squeezing it sideways still helps. */
      readonly leastMm: number;
    }
  | {
      /** A line of a list, with a box to tick or a dash before it. */
      readonly kind: 'item';
      readonly text: string;
      readonly sizeMm: number;
      readonly box: boolean;
    }
  | {
      /** What is counted on the left, how much on the right. */
      readonly kind: 'pair';
      readonly label: string;
      readonly value: string;
      readonly sizeMm: number;
      readonly bold: boolean;
    }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly heightMm: number }
  | { readonly kind: 'code' /** what the QR code says */; readonly text: string; readonly sizeMm: number }
  | {
      /** A PNG or JPEG picture as a data address, as large as fits into the box. */
      readonly kind: 'logo';
      readonly image: string;
      readonly widthMm: number;
      readonly heightMm: number;
    }
  | {
      /** Shows what a printer leaves out or stretches: across from edge to edge of the head, or down the paper. */
      readonly kind: 'ruler';
      readonly direction: 'across' | 'down';
      readonly lengthMm: number;
    };

export interface Slip {
  /** Unique per ticket and copy: a driver that sees it twice must not print it twice unmarked. */
  readonly id: string;
  readonly blocks: readonly SlipBlock[];
}
