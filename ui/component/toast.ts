import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import type { IconName } from '../icons.ts';
import { LanguageController } from '../language.ts';
import './button.ts';
import './icon.ts';

export type ToastKind = 'info' | 'success' | 'error';

const icons: Record<ToastKind, IconName> = { info: 'info', success: 'circle-check', error: 'circle-alert' };
/** Long enough to be read, short enough not to stand before a form. */
const shownMs = 4000;

/** A short message in the corner of the page that goes away by itself; an error stays until it is closed or followed by another. */
@customElement('ms-toast')
export class MsToast extends MoisoElement {
  static override styles = css`
    :host {
      position: fixed;
      inset: auto 0 var(--space-5) 0;
      z-index: 10;
      display: flex;
      justify-content: center;
      padding-inline: var(--space-4);
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      max-width: 40rem;
      padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
      border: 2px solid var(--ink);
      border-radius: var(--radius-m);
      background: var(--colour-raised);
      box-shadow: var(--shadow-floating);
      font-weight: 600;
      pointer-events: auto;
      --ink: var(--colour-primary);
    }
    .success {
      --ink: var(--colour-success);
    }
    .error {
      --ink: var(--colour-danger);
    }
    .toast > ms-icon {
      color: var(--ink);
    }
  `;

  @state() private message = '';
  @state() private kind: ToastKind = 'info';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #language = new LanguageController(this);

  show(message: string, kind: ToastKind = 'info'): void {
    this.message = message;
    this.kind = kind;
    clearTimeout(this.#timer);
    if (kind !== 'error') this.#timer = setTimeout(() => this.hide(), shownMs);
  }

  override render() {
    return html`<div role="status">${
      this.message
        ? html`<div class="toast ${this.kind}">
            <ms-icon name=${icons[this.kind]}></ms-icon>
            <span>${this.message}</span>
            <ms-button variant="quiet" label=${this.#language.words.common.close} @click=${this.hide}
              ><ms-icon name="x"></ms-icon
            ></ms-button>
          </div>`
        : nothing
    }</div>`;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.message = '';
  }
}

/** Shows a message on the page's one toast. */
export function showToast(message: string, kind: ToastKind = 'info'): void {
  const toast = document.querySelector('ms-toast') ?? document.body.appendChild(document.createElement('ms-toast'));
  toast.show(message, kind);
}

/** Takes away what is no longer true. */
export function hideToast(): void {
  document.querySelector('ms-toast')?.hide();
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-toast': MsToast;
  }
}
