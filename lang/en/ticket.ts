import type { Words } from '../words.ts';

export const ticket: Words['ticket'] = {};
