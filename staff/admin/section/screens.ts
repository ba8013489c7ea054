import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../ui/component/select.ts';
import type { CentreSettings } from '../draft.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

type Kiosk = CentreSettings['kiosk'];

/** The kiosk's screen and the hall display. */
@customElement('ms-admin-screens')
export class AdminScreens extends SettingsSection {
  static override styles = sectionStyles;

  override render() {
    const { words } = this;
    const { kiosk, display } = this.settings;
    return html`
      <section class="part">
        <h3>${words.kiosk}</h3>
        <div class="fields">
          ${this.kioskField('diagonalInches', words.diagonal, words.diagonalHint, kiosk.diagonalInches, 7, 65, 'any')}
          ${this.kioskField('idleSeconds', words.idle, words.idleHint, kiosk.idleSeconds, 10, 600)}
          ${this.kioskField('warningSeconds', words.warning, words.warningHint, kiosk.warningSeconds, 20, 120)}
        </div>
      </section>
      <section class="part">
        <h3>${words.display}</h3>
        <div class="fields">
          ${this.numberField({
            path: 'display.speakWithinSeconds',
            label: words.speakWithin,
            hint: words.speakWithinHint,
            value: display.speakWithinSeconds,
            min: 5,
            max: 600,
            onValue: (value) =>
              this.edit(
                { display: { ...display, speakWithinSeconds: value ?? Number.NaN } },
                'display.speakWithinSeconds',
              ),
          })}
          <ms-select
            .label=${words.speechRegion}
            .options=${[{ value: 'south', label: words.speechSouth }, { value: 'north', label: words.speechNorth }]}
            .value=${display.speechRegion}
            @change=${(event: Event) => {
              const speechRegion = (event.target as HTMLSelectElement).value === 'north' ? 'north' : 'south';
              this.edit({ display: { ...display, speechRegion } }, 'display.speechRegion');
            }}
          ></ms-select>
        </div>
      </section>
    `;
  }

  private kioskField(
    key: keyof Kiosk,
    label: string,
    hint: string,
    value: number,
    min: number,
    max: number,
    step: number | 'any' = 1,
  ) {
    const path = `kiosk.${key}`;
    const onValue = (typed: number | null) =>
      this.edit({ kiosk: { ...this.settings.kiosk, [key]: typed ?? Number.NaN } }, path);
    return this.numberField({ path, label, hint, value, min, max, step, onValue });
  }
}
