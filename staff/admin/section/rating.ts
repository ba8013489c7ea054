import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../../ui/component/select.ts';
import type { CentreSettings } from '../draft.ts';
import { idFrom } from '../draft.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

type Rating = CentreSettings['rating'];

const levelChoices = [3, 4, 5] as const;

/** How citizens rate a visit, and the reasons asked for after a low mark. */
@customElement('ms-admin-rating')
export class AdminRating extends SettingsSection {
  static override styles = sectionStyles;

  override render() {
    const { words } = this;
    const { rating } = this.settings;
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`
      <section class="part">
        <p class="quiet">${words.ratingIntro}</p>
        <div class="fields">
          <ms-select
            .label=${words.ratingStyle}
            .options=${[{ value: 'faces', label: words.ratingFaces }, { value: 'stars', label: words.ratingStars }]}
            .value=${rating.style}
            @change=${(event: Event) => this.put({ style: chosen(event) === 'stars' ? 'stars' : 'faces' }, 'style')}
          ></ms-select>
          <ms-select
            .label=${words.ratingLevels}
            .options=${levelChoices.map((n) => ({ value: String(n), label: words.ratingLevelsOption(n) }))}
            .value=${String(rating.levels)}
            @change=${(event: Event) => {
              const levels = levelChoices.find((n) => String(n) === chosen(event)) ?? rating.levels;
              this.put({ levels }, 'levels');
            }}
          ></ms-select>
          ${this.numberField({
            path: 'rating.lowUpTo',
            label: words.ratingLowUpTo,
            hint: words.ratingLowUpToHint,
            value: rating.lowUpTo,
            min: 0,
            max: rating.levels - 1,
            onValue: (value) => this.put({ lowUpTo: value ?? Number.NaN }, 'lowUpTo'),
          })}
        </div>
      </section>
      <section class="part">
        <h3>${words.ratingReasons}</h3>
        ${this.namedList('rating.reasons', rating.reasons, (reasons, path) =>
          this.edit({ rating: { ...rating, reasons } }, path),
        )}
        ${this.addLine({
          label: words.newReason,
          action: words.addReason,
          onAdd: (name) => {
            const id = idFrom(
              name,
              rating.reasons.map((reason) => reason.id),
            );
            this.put({ reasons: [...rating.reasons, { id, name: { vi: name, en: name } }] }, 'reasons');
          },
        })}
      </section>
    `;
  }

  private put(part: Partial<Rating>, field: string): void {
    this.edit({ rating: { ...this.settings.rating, ...part } }, `rating.${field}`);
  }
}
