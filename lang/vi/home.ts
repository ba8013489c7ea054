/** Words of home, Vietnamese. */
export const home = {};
