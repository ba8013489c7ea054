import type { Words } from '../words.ts';

export const kiosk: Words['kiosk'] = {};
