import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import { LanguageController } from '../language.ts';
import './button.ts';

/**
 * A question or a form over the page, on a native modal dialog: focus stays inside and returns where it was, Esc closes.
 * Slots: the content, `actions` for its buttons. Dispatches `close` when it was closed, by whatever way.
 */
@customElement('ms-dialog')
export class MsDialog extends MoisoElement {
  static override styles = css`
    dialog {
      width: min(42rem, calc(100vw - 2rem));
      max-height: calc(100vh - 2rem);
      padding: 0;
      border: var(--line-width) solid var(--colour-line);
      border-radius: var(--radius-l);
      background: var(--colour-raised);
      color: var(--colour-text);
      box-shadow: var(--shadow-floating);
    }
    dialog::backdrop {
      background: rgb(9 24 31 / 62%);
    }
    .sheet {
      display: grid;
      gap: var(--space-5);
      padding: var(--space-5);
    }
    header {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: var(--space-4);
    }
    h2 {
      padding-top: 0.15em;
      font-size: var(--text-xl);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: var(--space-3);
    }
    :host([size='kiosk']) dialog {
      width: min(calc(200 * var(--mm)), calc(100vw - 2rem));
      font-size: var(--kiosk-text);
    }
    :host([size='kiosk']) .sheet {
      gap: var(--kiosk-gap);
      padding: calc(10 * var(--mm));
    }
    :host([size='kiosk']) h2 {
      font-size: var(--kiosk-title);
    }
    :host([size='kiosk']) footer {
      gap: var(--kiosk-gap);
    }
  `;

  @property() heading = '';
  @property({ type: Boolean, reflect: true }) open = false;
  /** A kiosk's dialog has big type and no small cross: its actions say everything. */
  @property({ reflect: true }) size: 'normal' | 'kiosk' = 'normal';

  @query('dialog') private dialog!: HTMLDialogElement;
  readonly #language = new LanguageController(this);

  override updated(): void {
    if (this.open === this.dialog.open) return;
    if (this.open) this.dialog.showModal();
    else this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}>
      <div class="sheet">
        <header>
          <h2 id="heading">${this.heading}</h2>
          ${
            this.size === 'kiosk'
              ? nothing
              : html`<ms-button variant="quiet" label=${this.#language.words.common.close} @click=${this.#close}
                  ><ms-icon name="x"></ms-icon
                ></ms-button>`
          }
        </header>
        <slot></slot>
        <footer><slot name="actions"></slot></footer>
      </div>
    </dialog>`;
  }

  #close(): void {
    this.open = false;
  }

  #closed(): void {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-dialog': MsDialog;
  }
}
