import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import { fieldStyles } from './field.css.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** A choice of one from a list, on a native select. Dispatches `change`; `value` is then the new choice. */
@customElement('ms-select')
export class MsSelect extends MoisoElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    fieldStyles,
    css`
      label {
        display: grid;
        gap: var(--space-1);
      }
    `,
  ];

  @property() label = '';
  @property() hint = '';
  @property() value = '';
  @property({ attribute: false }) options: readonly SelectOption[] = [];
  @property({ type: Boolean, reflect: true }) disabled = false;

  override render() {
    return html`<label>
      ${this.label ? html`<span class="label">${this.label}</span>` : nothing}
      ${this.hint ? html`<span class="hint">${this.hint}</span>` : nothing}
      <select class="input" ?disabled=${this.disabled} @change=${this.#change}>
        ${this.options.map(
          ({ value, label }) => html`<option value=${value} ?selected=${value === this.value}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  override updated(): void {
    // A choice that the user changed no longer follows the `selected` attribute.
    const select = this.renderRoot.querySelector('select');
    if (select && select.value !== this.value) select.value = this.value;
  }

  #change(event: Event): void {
    this.value = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-select': MsSelect;
  }
}
