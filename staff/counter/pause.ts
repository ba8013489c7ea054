import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/dialog.ts';
import '../../ui/component/field.ts';
import { counter as vi } from '../../lang/vi/counter.ts';
import { MoisoElement } from '../../ui/element.ts';
import { keyStyles } from './action-button.ts';
import { LanguageController } from './language.ts';

/** Asks why the counter pauses: one key or one click. Fires `pause` with the reason, `close` when it was thought better of. */
@customElement('ms-pause')
export class Pause extends MoisoElement {
  static override styles = [
    keyStyles,
    css`
      .hint {
        color: var(--colour-text-soft);
      }
      .reasons {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      .other {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: end;
        gap: var(--space-3);
        margin-top: var(--space-4);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @state() private isMissing = false;
  @query('input') private readonly other!: HTMLInputElement;
  @query('ms-button') private readonly first!: HTMLElement;
  private readonly language = new LanguageController(this);

  override async updated(changed: PropertyValues<this>): Promise<void> {
    if (!changed.has('open') || !this.open) return;
    await this.updateComplete;
    this.first.focus();
  }

  override render() {
    const words = this.language.words.counter;
    return html`
      <ms-dialog heading=${words.pauseHeading} ?open=${this.open} @close=${this.onClose} @keydown=${this.onKey}>
        <p class="hint">${words.pauseHint}</p>
        <div class="reasons">
          ${words.pauseReasons.map(
            (reason, index) => html`
              <ms-button @click=${() => this.choose(index)}>
                <span class="action">${reason} <kbd aria-hidden="true">${index + 1}</kbd></span>
              </ms-button>
            `,
          )}
        </div>
        <div class="other">
          <ms-field label=${words.pauseOther} error=${this.isMissing ? words.pauseOtherMissing : ''}>
            <input maxlength="120" autocomplete="off">
          </ms-field>
          <ms-button variant="primary" @click=${this.chooseOther}>${words.actions.pause}</ms-button>
        </div>
      </ms-dialog>
    `;
  }

  /** The hall reads Vietnamese, whatever language the clerk reads. */
  private choose(index: number): void {
    this.tell(vi.pauseReasons[index] ?? '');
  }

  private chooseOther(): void {
    const reason = this.other.value.trim();
    this.isMissing = reason === '';
    if (this.isMissing) this.other.focus();
    else this.tell(reason);
  }

  private tell(reason: string): void {
    this.other.value = '';
    this.isMissing = false;
    this.dispatchEvent(new CustomEvent<string>('pause', { detail: reason }));
  }

  private onClose(): void {
    this.isMissing = false;
    this.dispatchEvent(new Event('close'));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.composedPath()[0] === this.other) {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.chooseOther();
      return;
    }
    const position = Number(event.key);
    if (position >= 1 && position <= this.language.words.counter.pauseReasons.length) this.choose(position - 1);
  }
}
