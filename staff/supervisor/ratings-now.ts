import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../../ui/element.ts';
import type { RatingFigures } from '../../wire/client.ts';
import { decimal, markNames, meanMark, percent } from './figures.ts';
import { LanguageController } from './language.ts';

/** Marks are shown for groups of at least so many, as in reports: nobody can be made out. */
const smallestGroup = 5;

/** Today's ratings: how many of how many, and how they spread. */
@customElement('ms-ratings-now')
export class RatingsNow extends MoisoElement {
  static override styles = [
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
      .spread {
        display: grid;
        grid-template-columns: auto minmax(3rem, 1fr) auto;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        list-style: none;
      }
      .spread li {
        display: contents;
      }
      .spread svg {
        border-radius: var(--radius-s);
        background: var(--colour-sunken);
      }
      .bar {
        fill: var(--colour-primary);
      }
      .count {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .quiet,
      .note {
        color: var(--colour-text-soft);
      }
      .note {
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) ratings!: RatingFigures;
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.supervisor;
    const { language } = this.language;
    const { visits, rated, levels, counts } = this.ratings;
    const mean = meanMark(counts);
    return html`
      ${
        visits === 0 || rated === 0
          ? html`<p class="quiet">${visits === 0 ? words.noVisits : words.noRatings(visits)}</p>`
          : html`
              <p><strong>${words.responseRate(rated, visits, percent(rated, visits, language))}</strong></p>
              ${
                rated < smallestGroup || mean === null
                  ? html`<p class="quiet">${words.tooFewRatings}</p>`
                  : html`<p>${words.meanMark(decimal(mean, language, 2), levels)}</p>
                      ${this.spread()}`
              }
            `
      }
      <p class="note">${words.ratingsNote}</p>
    `;
  }

  private spread() {
    const words = this.language.words.supervisor;
    const { counts, levels, rated } = this.ratings;
    const names = markNames(levels, words);
    const most = Math.max(1, ...counts);
    return html`
      <ol class="spread" reversed>
        ${[...counts.entries()].reverse().map(
          ([index, count]) => html`
            <li>
              <span class="mark">${names[index] ?? `${words.mark} ${index + 1}`}</span>
              <svg aria-hidden="true" width="100%" height="14">
                ${svg`<rect class="bar" width="${(count / most) * 100}%" height="14" rx="2"></rect>`}
              </svg>
              <span class="count">${words.countOfShare(count, percent(count, rated, this.language.language))}</span>
            </li>
          `,
        )}
      </ol>
    `;
  }
}
