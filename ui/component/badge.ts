import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';

/** A short state beside a thing, in words: colour only helps. */
@customElement('ms-badge')
export class MsBadge extends MoisoElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.35em;
      padding: 0.1em 0.7em;
      border: var(--line-width) solid currentColor;
      border-radius: var(--radius-round);
      background: var(--colour-sunken);
      color: var(--colour-text-soft);
      font-size: var(--text-s);
      font-weight: 600;
      white-space: nowrap;
    }
    :host([kind='info']) {
      background: var(--colour-primary-soft);
      color: var(--colour-on-primary-soft);
    }
    :host([kind='success']) {
      background: var(--colour-success-soft);
      color: var(--colour-success);
    }
    :host([kind='warning']) {
      background: var(--colour-warning-soft);
      color: var(--colour-warning);
    }
    :host([kind='danger']) {
      background: var(--colour-danger-soft);
      color: var(--colour-danger);
    }
    :host([kind='called']) {
      background: var(--colour-called-soft);
      color: var(--colour-on-called-soft);
    }
  `;

  @property({ reflect: true }) kind: 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'called' = 'neutral';

  override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-badge': MsBadge;
  }
}
