import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import type { IconName } from '../icons.ts';
import './icon.ts';

/** Says that there is nothing here, and in its content what to do about it. */
@customElement('ms-empty')
export class MsEmpty extends MoisoElement {
  static override styles = css`
    :host {
      display: grid;
      justify-items: center;
      gap: var(--space-2);
      padding: var(--space-6) var(--space-4);
      color: var(--colour-text-soft);
      text-align: center;
    }
    ms-icon {
      font-size: var(--text-2xl);
    }
    p {
      color: var(--colour-text);
      font-size: var(--text-l);
      font-weight: 600;
    }
  `;

  @property() icon: IconName = 'info';
  @property() heading = '';

  override render() {
    return html`
      <ms-icon name=${this.icon}></ms-icon>
      ${this.heading ? html`<p>${this.heading}</p>` : nothing}
      <slot></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-empty': MsEmpty;
  }
}
