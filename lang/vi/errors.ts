/** Words of errors, Vietnamese. */
export const errors = {};
