/** Words of supervisor, Vietnamese. */
export const supervisor = {};
