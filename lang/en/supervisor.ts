import type { Words } from '../words.ts';

export const supervisor: Words['supervisor'] = {};
