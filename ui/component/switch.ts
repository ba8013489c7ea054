import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';

/** Something that is on or off; its label is its content. Dispatches `change`; `checked` is then the new state. */
@customElement('ms-switch')
export class MsSwitch extends MoisoElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = css`
    :host {
      display: inline-flex;
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-3);
      min-height: var(--target);
      padding: 0;
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      font-size: var(--text-m);
      text-align: start;
      cursor: pointer;
    }
    .track {
      flex: none;
      width: 3.25rem;
      height: 1.875rem;
      padding: 3px;
      border: 2px solid var(--colour-line-strong);
      border-radius: var(--radius-round);
      background: var(--colour-sunken);
      transition: background-color var(--quick);
    }
    .knob {
      display: block;
      width: 1.25rem;
      height: 1.25rem;
      border-radius: 50%;
      background: var(--colour-line-strong);
      transition: transform var(--quick);
    }
    [aria-checked='true'] .track {
      border-color: var(--colour-primary);
      background: var(--colour-primary);
    }
    [aria-checked='true'] .knob {
      background: var(--colour-on-primary);
      transform: translateX(1.375rem);
    }
    button:disabled {
      color: var(--colour-text-soft);
      cursor: not-allowed;
    }
    button:disabled .track {
      border-style: dashed;
    }
    @media (forced-colors: active) {
      .knob {
        background: ButtonText;
      }
      [aria-checked='true'] .track {
        background: Highlight;
      }
    }
  `;

  @property({ type: Boolean, reflect: true }) checked = false;
  @property({ type: Boolean, reflect: true }) disabled = false;

  override render() {
    return html`<button
      type="button"
      role="switch"
      aria-checked=${this.checked ? 'true' : 'false'}
      ?disabled=${this.disabled}
      @click=${this.#toggle}
    ><span class="track"><span class="knob"></span></span><span><slot></slot></span></button>`;
  }

  #toggle(): void {
    this.checked = !this.checked;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-switch': MsSwitch;
  }
}
