import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { common as en } from '../../../lang/en/common.ts';
import { common as vi } from '../../../lang/vi/common.ts';
import '../../../ui/component/badge.ts';
import '../../../ui/component/dialog.ts';
import '../../../ui/component/select.ts';
import { textOf } from '../../../ui/format.ts';
import type { CentreSettings } from '../draft.ts';
import { moved, replaced, without } from '../draft.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

type Counter = CentreSettings['counters'][number];

/** The counters: what each is called and which services it takes, the preferred first. */
@customElement('ms-admin-counters')
export class AdminCounters extends SettingsSection {
  static override styles = sectionStyles;

  /** The counter that is about to be removed. */
  @state() private leaving: number | null = null;

  protected override foldable() {
    return this.settings.counters.map(({ id }, index) => ({ id, path: `counters.${index}` }));
  }

  override render() {
    const { counters } = this.settings;
    return html`
      <p class="intro">${this.words.countersIntro}</p>
      <ul class="list">
        ${counters.map((counter, index) => this.entry(counter, index, counters))}
      </ul>
      ${this.addLine({
        label: this.words.counterId,
        hint: this.words.counterIdHint,
        action: this.words.addCounter,
        maxlength: 4,
        onAdd: (id) => this.add(id.toUpperCase()),
      })}
      ${this.removeDialog()}
    `;
  }

  private entry(counter: Counter, index: number, all: readonly Counter[]) {
    const { words } = this;
    const path = `counters.${index}`;
    const name = textOf(counter.name, this.language.language);
    const isWrong = this.hasProblemUnder(path);
    const problem = this.problem(`${path}.id`);
    return html`
      <li class="entry ${isWrong ? 'wrong' : ''}" data-counter=${counter.id}>
        <details
          .open=${this.unfolded.has(counter.id)}
          @toggle=${(event: Event) => this.onFold(counter.id, event)}
        >
          <summary>
            <ms-icon name="chevron-right"></ms-icon>
            <span class="key">${counter.id}</span>
            <span class="name">${name}</span>
            ${
              counter.services.length === 0
                ? html`<ms-badge kind="warning"><ms-icon name="triangle-alert"></ms-icon>${words.counterNoServices}</ms-badge>`
                : html`<span class="about">${this.takes(counter)}</span>`
            }
            ${counter.active ? nothing : html`<ms-badge>${words.inactive}</ms-badge>`}
          </summary>
          <div class="body">
            ${problem ? html`<p class="problem">${problem}</p>` : nothing}
            <div class="fields">
              ${this.nameFields(`${path}.name`, counter.name, '', (value) => this.put(index, { name: value }, 'name'))}
            </div>
            ${this.services(counter, index)}
            <div class="row">${this.activeSwitch(counter.active, (active) => this.put(index, { active }, 'active'))}</div>
          </div>
        </details>
        <div class="tools">
          ${this.moveButtons(name, index, all.length, (by) => this.edit({ counters: moved(all, index, by) }, 'counters'))}
          ${this.removeButton(name, () => this.askToRemove(index))}
        </div>
      </li>
    `;
  }

  private services(counter: Counter, index: number) {
    const { words } = this;
    const path = `counters.${index}.services`;
    const rest = this.settings.services.filter((service) => !counter.services.includes(service.id));
    const options = [
      { value: '', label: words.chooseService },
      ...rest.map((service) => ({ value: service.id, label: textOf(service.name, this.language.language) })),
    ];
    return html`
      <fieldset>
        <legend>${words.counterServices}</legend>
        ${this.hasProblemUnder(path) ? html`<p class="problem">${words.problem.counterServices}</p>` : nothing}
        ${counter.services.length === 0 ? html`<p class="quiet">${words.counterNoServices}</p>` : nothing}
        <ol class="list ordered">
          ${counter.services.map(
            (service, place) => html`
              <li>
                <span>${place + 1}. ${this.serviceName(service)}</span>
                <span class="tools">
                  ${this.moveButtons(this.serviceName(service), place, counter.services.length, (by) =>
                    this.put(index, { services: moved(counter.services, place, by) }, 'services'),
                  )}
                  ${this.removeButton(this.serviceName(service), () =>
                    this.put(index, { services: without(counter.services, place) }, 'services'),
                  )}
                </span>
              </li>
            `,
          )}
        </ol>
        ${
          rest.length === 0
            ? nothing
            : html`
                <ms-select
                  class="short"
                  .label=${words.addServiceToCounter}
                  .options=${options}
                  value=""
                  @change=${(event: Event) => this.addService(counter, index, event.target as HTMLSelectElement)}
                ></ms-select>
              `
        }
      </fieldset>
    `;
  }

  private removeDialog() {
    const counter = this.leaving === null ? undefined : this.settings.counters[this.leaving];
    const name = counter ? textOf(counter.name, this.language.language) : '';
    return html`
      <ms-dialog
        .heading=${this.words.removeCounterQuestion(name)}
        .open=${counter !== undefined}
        @close=${() => this.askToRemove(null)}
      >
        <p>${this.words.removeCounterText}</p>
        <ms-button slot="actions" @click=${() => this.askToRemove(null)}>${this.language.words.common.cancel}</ms-button>
        <ms-button slot="actions" variant="danger" @click=${this.takeAway}>${this.words.remove}</ms-button>
      </ms-dialog>
    `;
  }

  private takes(counter: Counter): string {
    return counter.services.map((service) => this.serviceName(service)).join(', ');
  }

  private serviceName(id: string): string {
    const service = this.settings.services.find((other) => other.id === id);
    return service ? textOf(service.name, this.language.language) : id;
  }

  private put(index: number, part: Partial<Counter>, field: string): void {
    this.edit({ counters: replaced(this.settings.counters, index, part) }, `counters.${index}.${field}`);
  }

  private addService(counter: Counter, index: number, select: HTMLSelectElement): void {
    const { value } = select;
    select.value = '';
    if (value !== '') this.put(index, { services: [...counter.services, value] }, 'services');
  }

  private add(id: string): void {
    const name = { vi: vi.counterName(id), en: en.counterName(id) };
    this.fold(id, true);
    this.edit({ counters: [...this.settings.counters, { id, name, services: [], active: true }] }, 'counters');
  }

  private askToRemove(index: number | null): void {
    this.leaving = index;
  }

  private takeAway(): void {
    if (this.leaving !== null) this.edit({ counters: without(this.settings.counters, this.leaving) }, 'counters');
    this.leaving = null;
  }
}
