/** Words of staff, Vietnamese. */
export const staff = {};
