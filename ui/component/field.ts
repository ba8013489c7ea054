import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import { fieldStyles } from './field.css.ts';
import './icon.ts';

/** A label, a hint and an error around a native input, select or textarea, which it names for screen readers. */
@customElement('ms-field')
export class MsField extends MoisoElement {
  static override styles = fieldStyles;

  @property() label = '';
  @property() hint = '';
  @property() error = '';

  override updated(): void {
    this.#name();
  }

  override render() {
    return html`
      <span class="label" @click=${this.#focus}>${this.label}</span>
      ${this.hint ? html`<span class="hint">${this.hint}</span>` : nothing}
      <slot @slotchange=${this.#name}></slot>
      <span class="error" aria-live="polite">${
        this.error ? html`<ms-icon name="circle-alert"></ms-icon><span>${this.error}</span>` : nothing
      }</span>
    `;
  }

  #input(): HTMLElement | null {
    return this.querySelector<HTMLElement>('input, select, textarea');
  }

  #focus(): void {
    this.#input()?.focus();
  }

  // A label in a shadow root cannot point to an input outside of it, so the input is told its name.
  #name(): void {
    const input = this.#input();
    if (!input) return;
    input.setAttribute('aria-label', this.label);
    input.setAttribute('aria-invalid', String(this.error !== ''));
    const description = [this.hint, this.error].filter(Boolean).join('. ');
    if (description) input.setAttribute('aria-description', description);
    else input.removeAttribute('aria-description');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-field': MsField;
  }
}
