import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import { LanguageController } from '../language.ts';
import './button.ts';
import './icon.ts';

/** Big arrows instead of scrolling. Dispatches `change`; `page` (from 0) is then the new page. Nothing when all fits on one. */
@customElement('ms-pager')
export class MsPager extends MoisoElement {
  static override styles = css`
    nav {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--space-4);
      font-size: var(--text-l);
      font-weight: 600;
    }
    :host([size='kiosk']) nav {
      gap: var(--kiosk-gap);
      font-size: var(--kiosk-text);
    }
  `;

  @property({ type: Number }) page = 0;
  @property({ type: Number }) pages = 1;
  @property({ reflect: true }) size: 'normal' | 'kiosk' = 'kiosk';
  readonly #language = new LanguageController(this);

  override render() {
    if (this.pages < 2) return nothing;
    const { common } = this.#language.words;
    return html`<nav aria-label=${common.pages}>
      <ms-button size=${this.size} label=${common.previousPage} ?disabled=${this.page <= 0} @click=${() => this.#go(-1)}
        ><ms-icon name="chevron-left"></ms-icon
      ></ms-button>
      <span role="status">${common.pageOf(this.page + 1, this.pages)}</span>
      <ms-button size=${this.size} label=${common.nextPage} ?disabled=${this.page >= this.pages - 1} @click=${() => this.#go(1)}
        ><ms-icon name="chevron-right"></ms-icon
      ></ms-button>
    </nav>`;
  }

  #go(step: number): void {
    this.page += step;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-pager': MsPager;
  }
}
