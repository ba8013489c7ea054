import type { Event } from './event.ts';

/**
 * An event as an older version stored it → as this version knows it. The first version has nothing to mend; each later
 * change of an event's shape adds one case here, with a stored sample in test/core/upcast/.
 */
export const upcast = (stored: Event): Event => stored;
