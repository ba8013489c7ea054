import { html, nothing, type TemplateResult } from 'lit';
import { hallWords } from '../bilingual.ts';
import type { Page } from '../paging.ts';

/** "2/3" beside the heading of a list whose parts take turns; nothing when it all fits. */
export function pageMark(page: Page<unknown>): TemplateResult | typeof nothing {
  return page.count > 1 ? html`<span class="en">${hallWords.vi.page(page.index + 1, page.count)}</span>` : nothing;
}
