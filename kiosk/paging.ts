/** A grid that never scrolls: what does not fit comes on the next page. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly pages: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The grid for so many choices in the space there is. `least` is the smallest that a choice may become; all in one unit.
 * As few columns as bring everything onto one page, for one column is read most easily; else as many as fit.
 */
export function gridFor(count: number, space: Size, least: Size, gap: number): Grid {
  const fitting = (whole: number, one: number) => Math.max(1, Math.floor((whole + gap) / (one + gap)));
  const mostRows = fitting(space.height, least.height);
  const mostColumns = fitting(space.width, least.width);
  const columns = Math.min(mostColumns, Math.max(1, Math.ceil(count / mostRows)));
  const rows = Math.min(mostRows, Math.max(1, Math.ceil(count / columns)));
  return { columns, rows, pages: Math.max(1, Math.ceil(count / (columns * rows))) };
}

/** The choices on one page, the first page 0. A page that is no longer there shows the last one. */
export function onPage<T>(choices: readonly T[], grid: Grid, page: number): readonly T[] {
  const size = grid.columns * grid.rows;
  const start = Math.min(page, grid.pages - 1) * size;
  return choices.slice(start, start + size);
}
