/** Words of ticket, Vietnamese. */
export const ticket = {};
