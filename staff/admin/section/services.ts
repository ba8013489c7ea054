import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../ui/component/badge.ts';
import { textOf } from '../../../ui/format.ts';
import type { CentreSettings } from '../draft.ts';
import { freePrefix, idFrom, moved, prefixConcern, replaced, without } from '../draft.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

type Service = CentreSettings['services'][number];

/** The services: what each is called, its letter, its limits. The order is the kiosk's. */
@customElement('ms-admin-services')
export class AdminServices extends SettingsSection {
  static override styles = sectionStyles;

  protected override foldable() {
    return this.settings.services.map(({ id }, index) => ({ id, path: `services.${index}` }));
  }

  override render() {
    const { services } = this.settings;
    return html`
      <p class="intro">${this.words.servicesIntro}</p>
      <ul class="list">
        ${services.map((service, index) => this.entry(service, index, services))}
      </ul>
      ${this.addLine({
        label: this.words.newService,
        hint: this.words.serviceIdHint,
        action: this.words.addService,
        onAdd: (name) => this.add(name),
      })}
    `;
  }

  private entry(service: Service, index: number, all: readonly Service[]) {
    const { words } = this;
    const path = `services.${index}`;
    const name = textOf(service.name, this.language.language);
    const isWrong = this.hasProblemUnder(path);
    const isSaved = this.draft.saved.services.some((other) => other.id === service.id);
    return html`
      <li class="entry ${isWrong ? 'wrong' : ''}" data-service=${service.id}>
        <details
          .open=${this.unfolded.has(service.id)}
          @toggle=${(event: Event) => this.onFold(service.id, event)}
        >
          <summary>
            <ms-icon name="chevron-right"></ms-icon>
            <span class="key">${service.prefix}</span>
            <span class="name">${name}</span>
            <span class="about">${this.usedAt(service.id)}</span>
            ${service.active ? nothing : html`<ms-badge>${words.inactive}</ms-badge>`}
          </summary>
          <div class="body">
            <div class="fields">
              ${this.nameFields(`${path}.name`, service.name, '', (value) => this.put(index, { name: value }, 'name'))}
            </div>
            <div class="fields">
              ${this.textField({
                path: `${path}.prefix`,
                label: words.prefix,
                hint: words.prefixHint,
                value: service.prefix,
                maxlength: 2,
                onValue: (value) => this.put(index, { prefix: value.trim().toUpperCase() }, 'prefix'),
              })}
              ${this.numberField({
                path: `${path}.dailyLimit`,
                label: words.dailyLimit,
                hint: words.dailyLimitHint,
                value: service.dailyLimit,
                min: 1,
                max: 9999,
                onValue: (value) => this.put(index, { dailyLimit: value }, 'dailyLimit'),
              })}
              ${this.numberField({
                path: `${path}.usualMinutes`,
                label: words.usualMinutes,
                hint: words.usualMinutesHint,
                value: service.usualMinutes,
                min: 0.5,
                max: 240,
                step: 'any',
                onValue: (value) => this.put(index, { usualMinutes: value ?? Number.NaN }, 'usualMinutes'),
              })}
              ${this.numberField({
                path: `${path}.waitLimitMinutes`,
                label: words.waitLimit,
                hint: words.waitLimitHint,
                value: service.waitLimitMinutes,
                min: 1,
                max: 480,
                onValue: (value) => this.put(index, { waitLimitMinutes: value ?? Number.NaN }, 'waitLimitMinutes'),
              })}
            </div>
            ${this.concern(service, all)}
            <div class="row">
              ${this.activeSwitch(service.active, (active) => this.put(index, { active }, 'active'))}
              <span class="quiet">${words.serviceId(service.id)}</span>
            </div>
            <p class="quiet">${isSaved ? words.serviceStays : nothing}</p>
          </div>
        </details>
        <div class="tools">
          ${this.moveButtons(name, index, all.length, (by) => this.edit({ services: moved(all, index, by) }, 'services'))}
          ${isSaved ? nothing : this.removeButton(name, () => this.takeAway(index))}
        </div>
      </li>
    `;
  }

  /** A letter that a loudspeaker makes hard to tell is allowed, and said. */
  private concern(service: Service, all: readonly Service[]) {
    const others = all.filter((other) => other !== service && other.active);
    const concern = prefixConcern(
      service.prefix,
      others.map((other) => other.prefix),
    );
    if (concern === null) return nothing;
    const { words } = this;
    const like = others.find((other) => concern.kind === 'alike' && other.prefix === concern.other);
    const text =
      concern.kind === 'alike' && like
        ? words.prefixSoundsAlike(service.prefix, concern.other, textOf(like.name, this.language.language))
        : words.prefixHardToHear(service.prefix);
    return html`<p class="note" role="note"><ms-icon name="triangle-alert"></ms-icon><span>${text}</span></p>`;
  }

  private usedAt(service: string): string {
    const counters = this.settings.counters
      .filter((counter) => counter.active && counter.services.includes(service))
      .map((counter) => textOf(counter.name, this.language.language));
    return counters.length === 0 ? this.words.serviceUsedNowhere : this.words.serviceUsedAt(counters.join(', '));
  }

  private put(index: number, part: Partial<Service>, field: string): void {
    this.edit({ services: replaced(this.settings.services, index, part) }, `services.${index}.${field}`);
  }

  private add(name: string): void {
    const { services } = this.settings;
    const id = idFrom(
      name,
      services.map((service) => service.id),
    );
    const service: Service = {
      id,
      prefix: freePrefix(services.map((other) => other.prefix)),
      name: { vi: name, en: name },
      dailyLimit: null,
      usualMinutes: 10,
      waitLimitMinutes: 30,
      active: true,
    };
    this.fold(id, true);
    this.edit({ services: [...services, service] }, 'services');
  }

  /** Takes the service off the counters too, since they may not name what is not there. */
  private takeAway(index: number): void {
    const { services, counters } = this.settings;
    const id = services[index]?.id;
    this.edit(
      {
        services: without(services, index),
        counters: counters.map((counter) => ({
          ...counter,
          services: counter.services.filter((service) => service !== id),
        })),
      },
      'services',
    );
  }
}
