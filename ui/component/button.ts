import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import { buttonStyles } from './button.css.ts';
import './icon.ts';

/**
 * A button. Slots: the label, `start` and `end` for a pictogram or a key. `label` names it where there is no text. With
 * `type="submit"` it sends the form around it, and Enter in a field of that form does too.
 */
@customElement('ms-button')
export class MsButton extends MoisoElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    buttonStyles,
    css`
      :host {
        display: inline-flex;
        vertical-align: middle;
      }
      :host([disabled]),
      :host([busy]) {
        pointer-events: none;
      }
    `,
  ];

  @property({ reflect: true }) variant: 'primary' | 'secondary' | 'danger' | 'quiet' = 'secondary';
  @property({ reflect: true }) size: 'normal' | 'large' | 'kiosk' = 'normal';
  @property() type: 'button' | 'submit' = 'button';
  @property() label = '';
  /** For a button that is a choice: on, off, or no choice at all. */
  @property() pressed: 'true' | 'false' | null = null;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Something is under way that this button began. */
  @property({ type: Boolean, reflect: true }) busy = false;

  @query('button') private button!: HTMLButtonElement;
  readonly #internals = this.attachInternals();
  #form: HTMLFormElement | null = null;
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || this.type !== 'submit') return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#submit();
  };

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('keydown', this.#onKey);
    this.#form = form;
    form?.addEventListener('keydown', this.#onKey);
  }

  override click(): void {
    this.button?.click();
  }

  override render() {
    return html`<button
      class="button"
      type="button"
      ?disabled=${this.disabled}
      aria-label=${this.label || nothing}
      aria-pressed=${this.pressed ?? nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      @click=${this.#click}
    >
      ${this.busy ? html`<ms-icon class="turning" name="loader-circle"></ms-icon>` : html`<slot name="start"></slot>`}
      <slot></slot>
      <slot name="end"></slot>
    </button>`;
  }

  #click(): void {
    if (this.type === 'submit') this.#submit();
  }

  #submit(): void {
    if (!this.disabled && !this.busy) this.#internals.form?.requestSubmit();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-button': MsButton;
  }
}
