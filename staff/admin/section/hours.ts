import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Weekday } from '../../../wire/client.ts';
import { replaced, without } from '../draft.ts';
import { isTime, mondayThroughFriday, nextWindow, timeFrom, type Week, type Window, weekOrder } from '../hours.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';

type WeekName = 'takingHours' | 'servingHours';

const mostWindows = 4;

/** When numbers can be taken and when counters serve, by weekday. */
@customElement('ms-admin-hours')
export class AdminHours extends SettingsSection {
  static override styles = [
    sectionStyles,
    css`
      .day {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        padding-block: var(--space-2);
        border-bottom: var(--line-width) solid var(--colour-line);
      }
      .day:last-child {
        border-bottom: 0;
      }
      .windows {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
      }
      .window {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .window input {
        width: 5rem;
        min-height: var(--target);
        padding: 0.3em 0.5em;
        border: 2px solid var(--colour-line-strong);
        border-radius: var(--radius-s);
        background: var(--colour-raised);
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      .window input[aria-invalid='true'] {
        border-color: var(--colour-danger);
      }
      h4 {
        margin: 0;
        font-size: var(--text-m);
      }
      @media (max-width: 45rem) {
        .day {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .windows {
          grid-column: 1 / -1;
          grid-row: 2;
        }
      }
    `,
  ];

  override render() {
    const { words } = this;
    return html`
      <p class="intro">${words.hoursIntro}</p>
      ${this.week('takingHours', words.takingHours, words.takingHoursHint)}
      ${this.week('servingHours', words.servingHours, words.servingHoursHint)}
    `;
  }

  private week(name: WeekName, heading: string, hint: string) {
    const { words } = this;
    const week = this.settings[name];
    return html`
      <section class="part" data-week=${name}>
        <div>
          <h3>${heading}</h3>
          <p class="quiet">${hint}</p>
        </div>
        <div>${weekOrder.map((day) => this.day(name, day))}</div>
        <div class="row">
          <ms-button @click=${() => this.put(name, mondayThroughFriday(week), name)}>${words.copyToWeekdays}</ms-button>
          ${
            name === 'servingHours'
              ? html`
                  <ms-button @click=${() => this.put(name, this.settings.takingHours, name)}>
                    ${words.copyTakingHours}
                  </ms-button>
                `
              : nothing
          }
        </div>
      </section>
    `;
  }

  private day(name: WeekName, day: Weekday) {
    const { words } = this;
    const week = this.settings[name];
    const windows = week[day];
    const path = `${name}.${day}`;
    return html`
      <div class="day" data-day=${day}>
        <h4>${words.weekday[day]}</h4>
        <div class="windows">
          ${windows.length === 0 ? html`<span class="quiet">${words.dayOff}</span>` : nothing}
          ${windows.map((window, index) => {
            const put = (part: Partial<typeof window>) =>
              this.put(name, { ...week, [day]: replaced(windows, index, part) }, `${path}.${index}`);
            const label = words.windowOf(words.weekday[day], index + 1);
            return html`
              <span class="window">
                ${this.time(`${path}.${index}.from`, `${label}: ${words.from}`, window.from, (from) => put({ from }))}
                –
                ${this.time(`${path}.${index}.to`, `${label}: ${words.to}`, window.to, (to) => put({ to }))}
                <ms-button
                  variant="quiet"
                  label="${words.weekday[day]}: ${words.removeWindow(window.from, window.to)}"
                  @click=${() => this.put(name, { ...week, [day]: without(windows, index) }, path)}
                  ><ms-icon name="x"></ms-icon
                ></ms-button>
              </span>
              ${
                this.hasProblemUnder(`${path}.${index}`)
                  ? html`<span class="problem"><ms-icon name="circle-alert"></ms-icon>${this.windowProblem(window)}</span>`
                  : nothing
              }
            `;
          })}
        </div>
        <ms-button
          variant="quiet"
          label="${words.weekday[day]}: ${words.addWindow}"
          ?disabled=${windows.length >= mostWindows}
          @click=${() => this.put(name, { ...week, [day]: [...windows, nextWindow(windows)] }, path)}
          ><ms-icon slot="start" name="plus"></ms-icon>${words.addWindow}</ms-button
        >
      </div>
    `;
  }

  /** One sentence for a window, whichever of its two fields was refused. */
  private windowProblem({ from, to }: Window): string {
    return isTime(from) && isTime(to) ? this.words.problem.window : this.words.problem.windowTime;
  }

  /** A native time field knows no 24:00 and shows AM and PM on many PCs: this one takes "7:30", "730", "7h30". */
  private time(path: string, label: string, value: string, onValue: (value: string) => void) {
    return html`
      <input
        name=${path}
        aria-label=${label}
        aria-invalid=${this.draft.refused.has(path) ? 'true' : 'false'}
        inputmode="numeric"
        maxlength="5"
        autocomplete="off"
        .value=${value}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          input.value = timeFrom(input.value);
          onValue(input.value);
        }}
      >
    `;
  }

  private put(name: WeekName, week: Week, path: string): void {
    this.edit({ [name]: week }, path);
  }
}
