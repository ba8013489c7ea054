import type { vi } from './vi.ts';

/** All words of the product, as Vietnamese defines them. */
export type Words = typeof vi;
