import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { idFrom } from '../draft.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

/** Usual share of priority calls when they are interleaved: one in three. */
const usualEvery = 3;

/** Who comes first: priority citizens, and the place of those who were absent. */
@customElement('ms-admin-order')
export class AdminOrder extends SettingsSection {
  static override styles = sectionStyles;

  override render() {
    const { words } = this;
    const { priorities, priorityOrder, absentGraceMinutes } = this.settings;
    const every = priorityOrder.mode === 'interleaved' ? priorityOrder.every : usualEvery;
    return html`
      <section class="part">
        <fieldset>
          <legend>${words.priorityOrder}</legend>
          ${this.choice('first', words.priorityFirst, words.priorityFirstHint)}
          ${this.choice('interleaved', words.priorityInterleaved, words.priorityInterleavedHint(every))}
        </fieldset>
        <div class="fields">
          ${
            priorityOrder.mode === 'interleaved'
              ? this.numberField({
                  path: 'priorityOrder.every',
                  label: words.priorityEvery,
                  hint: words.priorityEveryHint,
                  value: priorityOrder.every,
                  min: 2,
                  max: 20,
                  onValue: (value) =>
                    this.edit(
                      { priorityOrder: { mode: 'interleaved', every: value ?? Number.NaN } },
                      'priorityOrder.every',
                    ),
                })
              : nothing
          }
          ${this.numberField({
            path: 'absentGraceMinutes',
            label: words.absentGrace,
            hint: words.absentGraceHint,
            value: absentGraceMinutes,
            min: 0,
            max: 480,
            onValue: (value) => this.edit({ absentGraceMinutes: value ?? Number.NaN }, 'absentGraceMinutes'),
          })}
        </div>
      </section>
      <section class="part">
        <div>
          <h3>${words.priorities}</h3>
          <p class="quiet">${words.prioritiesIntro}</p>
        </div>
        ${this.namedList('priorities', priorities, (list, path) => this.edit({ priorities: list }, path))}
        ${this.addLine({
          label: words.newPriority,
          action: words.addPriority,
          onAdd: (name) => {
            const id = idFrom(
              name,
              priorities.map((priority) => priority.id),
            );
            this.edit({ priorities: [...priorities, { id, name: { vi: name, en: name } }] }, 'priorities');
          },
        })}
      </section>
    `;
  }

  private choice(mode: 'first' | 'interleaved', label: string, hint: string) {
    return html`
      <label class="choice">
        <input
          type="radio"
          name="priorityOrder"
          value=${mode}
          .checked=${this.settings.priorityOrder.mode === mode}
          @change=${() =>
            this.edit({ priorityOrder: mode === 'first' ? { mode } : { mode, every: usualEvery } }, 'priorityOrder')}
        >
        <span>${label}<small>${hint}</small></span>
      </label>
    `;
  }
}
