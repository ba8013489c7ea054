import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridFor, onPage } from '../../kiosk/paging.ts';

const least = { width: 100, height: 30 };

describe('the grid of choices', () => {
  it('given a tall screen, when six choices fit below each other, then one column', () => {
    expect(gridFor(6, { width: 250, height: 300 }, least, 5)).toEqual({ columns: 1, rows: 6, pages: 1 });
  });

  it('given a wide screen, when they do not fit below each other, then two columns', () => {
    expect(gridFor(6, { width: 450, height: 150 }, least, 5)).toEqual({ columns: 2, rows: 3, pages: 1 });
  });

  it('given more than fits, when the grid is made, then the rest is on further pages', () => {
    const grid = gridFor(20, { width: 220, height: 110 }, least, 5);
    expect(grid).toEqual({ columns: 2, rows: 3, pages: 4 });
    expect(onPage([...Array(20).keys()], grid, 3)).toEqual([18, 19]);
  });

  it('given a page that is gone, when it is asked for, then the last one is shown', () => {
    expect(onPage([1, 2, 3], { columns: 1, rows: 2, pages: 2 }, 7)).toEqual([3]);
  });

  it('given no space at all, when the grid is made, then one choice a page', () => {
    expect(gridFor(3, { width: 0, height: 0 }, least, 5)).toEqual({ columns: 1, rows: 1, pages: 3 });
  });

  it('whatever the screen, every choice is on exactly one page', () => {
    const side = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), side, side, (count, width, height) => {
        const choices = [...Array(count).keys()];
        const grid = gridFor(count, { width, height }, least, 5);
        const pages = [...Array(grid.pages).keys()];
        expect(pages.flatMap((page) => onPage(choices, grid, page))).toEqual(choices);
      }),
    );
  });
});
