/** A real Chromium for tests: `launchBrowser()`, and how it was found. */
export { type FoundBrowser, findBrowser, launchBrowser } from '../../tools/browser.ts';
