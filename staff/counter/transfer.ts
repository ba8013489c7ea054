import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/dialog.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { textOf } from '../../ui/format.ts';
import type { BoardCounter, BodyInput, CounterTicket, ServiceView } from '../../wire/client.ts';
import { choiceStyles } from './choice-styles.ts';
import { LanguageController } from './language.ts';

type Place = 'first' | 'original';
type Target = { readonly service: string } | { readonly counter: string };
const places: readonly Place[] = ['original', 'first'];
const keyOfTarget = (target: Target): string => JSON.stringify(target);

/** Sends the current visit, or a ticket of the line, elsewhere. Fires `transfer` with what to ask of the server, `close` when it was thought better of. */
@customElement('ms-transfer')
export class Transfer extends MoisoElement {
  static override styles = [
    choiceStyles,
    css`
      .places {
        margin-top: var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) ticket: CounterTicket | null = null;
  /** The counter that sends. */
  @property() counter = '';
  @property({ type: Boolean }) open = false;
  @state() private services: readonly ServiceView[] = [];
  @state() private counters: readonly BoardCounter[] = [];
  @state() private target: Target | null = null;
  @state() private place: Place = 'original';
  @state() private problem = '';
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.target = null;
    this.place = 'original';
    this.problem = '';
    void this.ask();
  }

  override render() {
    const all = this.language.words;
    const words = all.counter;
    return html`
      <ms-dialog
        heading=${words.transferHeading(this.ticket?.number ?? '')}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
        @keydown=${this.onKey}
      >
        ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
        <div class="columns">
          <fieldset>
            <legend>${words.transferServices}</legend>
            ${this.services
              .filter((service) => service.id !== this.ticket?.service)
              .map((service) =>
                this.option({ service: service.id }, service.name, words.transferPeople(service.waiting)),
              )}
          </fieldset>
          <fieldset>
            <legend>${words.transferCounters}</legend>
            ${this.counters.map((counter) =>
              this.option({ counter: counter.id }, counter.name, words.states[counter.state]),
            )}
            ${this.counters.length === 0 ? html`<p class="none">${words.transferNoCounter}</p>` : nothing}
          </fieldset>
        </div>
        <fieldset class="places">
          <legend>${words.transferPlace}</legend>
          ${places.map(
            (place) => html`
              <label class="choice">
                <input type="radio" name="place" .checked=${this.place === place} @change=${() => (this.place = place)}>
                <span>${words.places[place]}</span>
              </label>
            `,
          )}
        </fieldset>
        <div class="end" slot="actions">
          <ms-button variant="quiet" @click=${() => this.dispatchEvent(new Event('close'))}>${all.common.cancel}</ms-button>
          <ms-button variant="primary" ?disabled=${this.target === null} @click=${this.send}>${words.transferSend}</ms-button>
        </div>
      </ms-dialog>
    `;
  }

  private option(target: Target, name: { vi: string; en: string }, note: string) {
    const isChosen = this.target !== null && keyOfTarget(this.target) === keyOfTarget(target);
    return html`
      <label class="choice">
        <input type="radio" name="target" .checked=${isChosen} @change=${() => (this.target = target)}>
        <span>${textOf(name, this.language.language)}</span>
        <span class="note">${note}</span>
      </label>
    `;
  }

  private async ask(): Promise<void> {
    if (!this.connection) return;
    try {
      const [services, board] = await Promise.all([this.connection.call('services'), this.connection.call('board')]);
      this.services = services;
      this.counters = board.counters.filter(({ id, state }) => state !== 'closed' && id !== this.counter);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLInputElement>('input[name=target]')?.focus();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problem = error.message;
    }
  }

  private send(): void {
    if (!this.target) return;
    const detail: BodyInput<'transferTicket'> = { ...this.target, place: this.place };
    this.dispatchEvent(new CustomEvent('transfer', { detail }));
  }

  /** Enter on a choice sends it. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.composedPath()[0] instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.send();
  }
}
