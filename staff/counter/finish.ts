import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/field.ts';
import { MoisoElement } from '../../ui/element.ts';
import { type BodyInput, type CounterTicket, type Outcome, outcomes } from '../../wire/client.ts';
import { keyStyles } from './action-button.ts';
import { LanguageController } from './language.ts';
import { rememberedOutcome, rememberOutcome } from './remembered.ts';

/** What is recorded when the visit ends, beside it and never in the way: one key finishes with what is chosen here. */
@customElement('ms-finish')
export class Finish extends MoisoElement {
  static override styles = [
    keyStyles,
    css`
      :host {
        width: 19rem;
        padding: var(--space-4);
        border-inline-start: var(--line-width) solid var(--colour-line);
      }
      fieldset {
        display: grid;
        gap: var(--space-1);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: var(--space-1);
        font-weight: 600;
      }
      .outcome {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: var(--space-2);
        min-height: 2.5rem;
        padding-inline: var(--space-3);
        border: 2px solid var(--colour-line);
        border-radius: var(--radius-s);
        cursor: pointer;
      }
      .outcome:has(:checked) {
        border-color: var(--colour-primary);
        background: var(--colour-primary-soft);
        color: var(--colour-on-primary-soft);
        font-weight: 600;
      }
      .outcome:has(:focus-visible) {
        outline: var(--focus-width) solid var(--colour-focus);
        outline-offset: 1px;
      }
      .outcome input {
        width: 1.15rem;
        height: 1.15rem;
        margin: 0;
        outline: none;
        accent-color: var(--colour-primary);
      }
      ms-field {
        margin-top: var(--space-2);
      }
      @media (max-width: 62rem) {
        :host {
          width: auto;
          border-inline-start: 0;
          border-top: var(--line-width) solid var(--colour-line);
        }
      }
    `,
  ];

  @property({ attribute: false }) ticket: CounterTicket | null = null;
  @property() user = '';
  @state() private outcome: Outcome = 'received';
  @query('input[name=dossiers]') private readonly dossiers!: HTMLInputElement;
  @query('input[name=procedures]') private readonly procedures!: HTMLInputElement;
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticket')) return;
    const before = changed.get('ticket');
    if (this.ticket?.id === before?.id) return;
    this.outcome = rememberedOutcome(this.user, this.ticket?.service ?? '');
    if (this.hasUpdated) {
      this.dossiers.value = '1';
      this.procedures.value = '';
    }
  }

  override render() {
    const words = this.language.words.counter;
    return html`
      <fieldset @keydown=${this.onKey}>
        <legend>${words.result}</legend>
        ${outcomes.map(
          (outcome, index) => html`
            <label class="outcome">
              <input
                type="radio"
                name="outcome"
                value=${outcome}
                .checked=${this.outcome === outcome}
                @change=${() => this.choose(index + 1)}
              >
              <span>${words.outcomes[outcome]}</span>
              <kbd aria-hidden="true">${index + 1}</kbd>
            </label>
          `,
        )}
        <ms-field label=${words.dossiers}>
          <input name="dossiers" type="number" inputmode="numeric" min="0" max="999" step="1" value="1">
        </ms-field>
        <ms-field label=${words.procedures}>
          <input name="procedures" autocomplete="off" spellcheck="false" maxlength="400" placeholder=${words.proceduresExample}>
        </ms-field>
      </fieldset>
    `;
  }

  /** Chooses the outcome with this number, from 1, and keeps it for the next visit of the service. */
  choose(position: number): void {
    const outcome = outcomes[position - 1];
    if (!outcome || !this.ticket) return;
    this.outcome = outcome;
    rememberOutcome(this.user, this.ticket.service, outcome);
  }

  focusDossiers(): void {
    this.dossiers.focus();
    this.dossiers.select();
  }

  /** What the clerk recorded. A number of dossiers that is none counts as one. */
  read(): BodyInput<'finishVisit'> {
    const dossiers = this.dossiers.valueAsNumber;
    return {
      outcome: this.outcome,
      dossiers: Number.isInteger(dossiers) && dossiers >= 0 && dossiers <= 999 ? dossiers : 1,
      procedures: this.procedures.value
        .split(/[\s,;]+/)
        .filter((code) => code !== '')
        .map((code) => code.slice(0, 40))
        .slice(0, 20),
    };
  }

  private onKey(event: KeyboardEvent): void {
    const field = event.composedPath()[0];
    if (!(field instanceof HTMLInputElement) || field.type === 'radio' || event.isComposing) return;
    if (event.key === 'Escape') field.blur();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    field.blur();
    this.dispatchEvent(new Event('finish'));
  }
}
