import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/dialog.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { textOf } from '../../ui/format.ts';
import type { PriorityKind, ServiceView } from '../../wire/client.ts';
import { choiceStyles } from './choice-styles.ts';
import { LanguageController } from './language.ts';

/** What a number is taken for: ids of a service and of a priority kind, or null for nobody with priority. */
export interface Taking {
  readonly service: string;
  readonly priority: string | null;
}

/** Takes a number for somebody who cannot use the kiosk. Fires `take` with a Taking, `close` when it was thought better of. */
@customElement('ms-take')
export class Take extends MoisoElement {
  static override styles = choiceStyles;

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) priorities: readonly PriorityKind[] = [];
  @property({ type: Boolean }) open = false;
  @state() private services: readonly ServiceView[] = [];
  @state() private service: string | null = null;
  @state() private priority: string | null = null;
  @state() private problem = '';
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.service = null;
    this.priority = null;
    this.problem = '';
    void this.ask();
  }

  override render() {
    const all = this.language.words;
    const words = all.counter;
    return html`
      <ms-dialog
        heading=${words.takeHeading}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
        @keydown=${this.onKey}
      >
        ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
        <div class="columns">
          <fieldset>
            <legend>${words.takeService}</legend>
            ${this.services.map((service) => this.serviceChoice(service))}
          </fieldset>
          <fieldset>
            <legend>${words.takePriority}</legend>
            ${this.priorityChoice(null, words.takeOrdinary)}
            ${this.priorities.map(({ id, name }) => this.priorityChoice(id, textOf(name, this.language.language)))}
          </fieldset>
        </div>
        <ms-button slot="actions" variant="quiet" @click=${() => this.dispatchEvent(new Event('close'))}
          >${all.common.cancel}</ms-button
        >
        <ms-button slot="actions" variant="primary" ?disabled=${this.service === null} @click=${this.send}
          >${words.takeSend}</ms-button
        >
      </ms-dialog>
    `;
  }

  private serviceChoice({ id, name, open, waiting }: ServiceView) {
    const words = this.language.words.counter;
    return html`
      <label class="choice">
        <input
          type="radio"
          name="service"
          value=${id}
          ?disabled=${!open}
          .checked=${this.service === id}
          @change=${() => (this.service = id)}
        >
        <span>${textOf(name, this.language.language)}</span>
        <span class="note">${open ? words.transferPeople(waiting) : words.takeClosed}</span>
      </label>
    `;
  }

  private priorityChoice(id: string | null, name: string) {
    return html`
      <label class="choice">
        <input
          type="radio"
          name="priority"
          .checked=${this.priority === id}
          @change=${() => (this.priority = id)}
        >
        <span>${name}</span>
      </label>
    `;
  }

  private async ask(): Promise<void> {
    if (!this.connection) return;
    try {
      this.services = await this.connection.call('services');
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLInputElement>('input[name=service]:enabled')?.focus();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problem = error.message;
    }
  }

  private send(): void {
    if (this.service === null) return;
    const detail: Taking = { service: this.service, priority: this.priority };
    this.dispatchEvent(new CustomEvent<Taking>('take', { detail }));
  }

  /** Enter on a choice sends it. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.composedPath()[0] instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.send();
  }
}
