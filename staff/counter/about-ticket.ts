import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import type { MsButton } from '../../ui/component/button.ts';
import '../../ui/component/dialog.ts';
import type { MsDialog } from '../../ui/component/dialog.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { CounterTicket } from '../../wire/client.ts';
import { keyStyles } from './action-button.ts';
import { keyName } from './keys.ts';
import { LanguageController } from './language.ts';

/** What is asked about a ticket of the lists: what to do with it, or whether it is really to be cancelled. */
export type Question = 'what' | 'cancel';

/** What else can be done with a ticket of the lists. Fires `transfer`, `cancel-ticket` once it was confirmed, and `close`. */
@customElement('ms-about-ticket')
export class AboutTicket extends MoisoElement {
  static override styles = [
    keyStyles,
    css`
      .hint {
        color: var(--colour-text-soft);
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) ticket: CounterTicket | null = null;
  @property() service = '';
  /** What is asked when the dialog opens. */
  @property() first: Question = 'what';
  @property({ type: Boolean }) open = false;
  /** Whether this ticket may be transferred now. */
  @property({ type: Boolean }) mayTransfer = false;
  @query('ms-dialog') private readonly dialog!: MsDialog;
  @state() private question: Question = 'what';
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.question = this.first;
  }

  override async updated(changed: PropertyValues): Promise<void> {
    if (!this.open || !(changed.has('open') || changed.has('question'))) return;
    const button = this.renderRoot.querySelector<MsButton>('ms-button:not([disabled])');
    // Neither a dialog that is not shown yet nor a button that is not drawn takes the focus.
    await Promise.all([this.dialog.updateComplete, button?.updateComplete]);
    button?.focus();
  }

  override render() {
    const words = this.language.words.counter;
    const number = this.ticket?.number ?? '';
    return html`
      <ms-dialog
        heading=${this.question === 'cancel' ? words.cancelHeading(number) : words.aboutHeading(number)}
        ?open=${this.open}
        @close=${this.close}
        @keydown=${this.onKey}
      >
        ${this.question === 'cancel' ? this.confirmation() : this.ways()}
      </ms-dialog>
    `;
  }

  private ways() {
    const words = this.language.words.counter;
    return html`
      <p class="hint">${this.service}</p>
      <div class="ways">
        <ms-button ?disabled=${!this.mayTransfer} aria-keyshortcuts="C" @click=${this.transfer}>
          <span class="action">${words.transferTicket} <kbd aria-hidden="true">C</kbd></span>
        </ms-button>
        <ms-button aria-keyshortcuts="X" @click=${this.askToCancel}>
          <span class="action">${words.cancelTicket} <kbd aria-hidden="true">X</kbd></span>
        </ms-button>
      </div>
    `;
  }

  /** The harmless answer has the focus. */
  private confirmation() {
    const words = this.language.words.counter;
    return html`
      <p>${words.cancelHint}</p>
      <ms-button slot="actions" @click=${this.close}>${words.cancelKeep}</ms-button>
      <ms-button slot="actions" variant="danger" @click=${this.cancel}>${words.cancelTicket}</ms-button>
    `;
  }

  private askToCancel(): void {
    this.question = 'cancel';
  }

  private transfer(): void {
    this.dispatchEvent(new Event('transfer'));
  }

  private cancel(): void {
    this.dispatchEvent(new Event('cancel-ticket'));
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }

  private onKey(event: KeyboardEvent): void {
    if (this.question !== 'what' || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const key = keyName(event);
    if (key === 'X') this.askToCancel();
    else if (key === 'C' && this.mayTransfer) this.transfer();
    else return;
    event.preventDefault();
  }
}
