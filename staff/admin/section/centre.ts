import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { CentreSettings } from '../draft.ts';
import { timeFrom } from '../hours.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

type Centre = CentreSettings['centre'];

/** The centre itself: its name, its clock, the address of its server. */
@customElement('ms-admin-centre')
export class AdminCentre extends SettingsSection {
  static override styles = [
    sectionStyles,
    css`
      /* A centre's official name is long: it is read whole. */
      .names {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];

  override render() {
    const { words } = this;
    const { centre } = this.settings;
    return html`
      <section class="part">
        <div class="names">
          ${this.nameFields('centre.name', centre.name, words.centreNameHint, (name) => this.put({ name }, 'name'))}
        </div>
        <div class="fields">
          ${this.textField({
            path: 'centre.timeZone',
            label: words.timeZone,
            hint: words.timeZoneHint,
            value: centre.timeZone,
            onValue: (value) => this.put({ timeZone: value.trim() }, 'timeZone'),
          })}
          ${this.dayChange(centre.dayChange)}
          ${this.textField({
            path: 'centre.address',
            label: words.address,
            hint: words.addressHint,
            value: centre.address,
            className: 'wide',
            onValue: (value) => this.put({ address: value.trim() }, 'address'),
          })}
        </div>
      </section>
    `;
  }

  private dayChange(value: string) {
    const path = 'centre.dayChange';
    return html`
      <ms-field label=${this.words.dayChange} hint=${this.words.dayChangeHint} error=${this.problem(path)}>
        <input
          name=${path}
          inputmode="numeric"
          maxlength="5"
          autocomplete="off"
          .value=${value}
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            input.value = timeFrom(input.value);
            this.put({ dayChange: input.value }, 'dayChange');
          }}
        >
      </ms-field>
    `;
  }

  private put(part: Partial<Centre>, field: string): void {
    this.edit({ centre: { ...this.settings.centre, ...part } }, `centre.${field}`);
  }
}
