/** Words of rating, Vietnamese. */
export const rating = {};
