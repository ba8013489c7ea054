import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';

/** Things that belong together. Slots: the content, `actions` beside the heading. */
@customElement('ms-card')
export class MsCard extends MoisoElement {
  static override styles = css`
    :host {
      display: block;
      padding: var(--space-5);
      border: var(--line-width) solid var(--colour-line);
      border-radius: var(--radius-l);
      background: var(--colour-raised);
      box-shadow: var(--shadow-raised);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      margin-bottom: var(--space-4);
    }
    h2 {
      font-size: var(--text-l);
    }
  `;

  @property() heading = '';

  override render() {
    return html`
      ${this.heading ? html`<header><h2>${this.heading}</h2><slot name="actions"></slot></header>` : nothing}
      <slot></slot>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-card': MsCard;
  }
}
