/** Words of kiosk, Vietnamese. */
export const kiosk = {};
