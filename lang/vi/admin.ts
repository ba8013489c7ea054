/** Words of admin, Vietnamese. */
export const admin = {};
