/** Words of board, Vietnamese. */
export const board = {};
