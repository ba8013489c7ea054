import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import type { IconName } from '../icons.ts';
import './icon.ts';

export type BannerKind = 'demonstration' | 'lost' | 'warning' | 'alarm';

const icons: Record<BannerKind, IconName> = {
  demonstration: 'info',
  lost: 'wifi-off',
  warning: 'triangle-alert',
  alarm: 'bell-ring',
};

/** A line over the page that everyone should see. Slots: the words, `actions` for a button. */
@customElement('ms-banner')
export class MsBanner extends MoisoElement {
  static override styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-2) var(--space-5);
      border-bottom: 2px solid var(--ink);
      background: var(--colour-warning-soft);
      color: var(--ink);
      font-size: var(--text-m);
      font-weight: 600;
      --ink: var(--colour-warning);
    }
    :host([kind='demonstration']) {
      padding-block: var(--space-1);
      background: var(--colour-primary-soft);
      font-size: var(--text-s);
      --ink: var(--colour-on-primary-soft);
    }
    :host([kind='lost']),
    :host([kind='alarm']) {
      background: var(--colour-danger-soft);
      --ink: var(--colour-danger);
    }
    .words {
      flex: 1;
    }
  `;

  @property({ reflect: true }) kind: BannerKind = 'warning';

  override render() {
    return html`<ms-icon name=${icons[this.kind]}></ms-icon><span class="words"><slot></slot></span
      ><slot name="actions"></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-banner': MsBanner;
  }
}
