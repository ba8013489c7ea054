import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { MoisoElement } from '../element.ts';
import { type IconName, iconLines } from '../icons.ts';

/** A pictogram as large as the text beside it. Without a `label` it is decoration and screen readers pass over it. */
@customElement('ms-icon')
export class MsIcon extends MoisoElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25em;
      height: 1.25em;
      color: inherit;
      vertical-align: -0.25em;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `;

  @property() name: IconName = 'info';
  @property() label = '';

  override render() {
    return html`<svg
      viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
      role=${this.label ? 'img' : nothing} aria-label=${this.label || nothing} aria-hidden=${this.label ? nothing : 'true'}
    >${unsafeSVG(iconLines(this.name))}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-icon': MsIcon;
  }
}
