import type { Words } from '../words.ts';

export const rating: Words['rating'] = {};
