/** Words of counter, Vietnamese. */
export const counter = {};
