import type { Words } from '../words.ts';

export const counter: Words['counter'] = {};
