import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../../ui/element.ts';
import type { RatableVisit, RatingView } from '../../wire/client.ts';
import { stepStyles } from '../style.ts';
import { LanguageController } from './language.ts';
import { face, moodOf, stars } from './picture.ts';
import { PanelRequest } from './request.ts';

/** How satisfied: the best mark first, as people read. Each has its words; the colour only helps. */
@customElement('mark-question')
export class MarkQuestion extends MoisoElement {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: calc(var(--u) * 8);
        text-align: center;
      }
      .visit {
        display: inline-block;
        padding: calc(var(--u) * 2) calc(var(--u) * 8);
        margin-bottom: calc(var(--u) * 5);
        border-radius: calc(var(--u) * 10);
        background: var(--colour-primary-soft);
        color: var(--colour-on-primary-soft);
        font-weight: 700;
        font-size: calc(var(--kiosk-text) * 1.15);
      }
      .marks {
        display: grid;
        grid-template-columns: repeat(var(--levels), minmax(0, 1fr));
        gap: var(--kiosk-gap);
        align-items: stretch;
        align-content: center;
      }
      button {
        display: grid;
        grid-template-rows: auto minmax(2.5em, auto);
        justify-items: center;
        align-items: center;
        gap: calc(var(--u) * 4);
        padding: calc(var(--u) * 9) calc(var(--u) * 3) calc(var(--u) * 5);
        border: calc(var(--u) * 0.6) solid var(--colour-line);
        border-radius: calc(var(--u) * 6);
        background: var(--colour-raised);
        color: var(--colour-text);
        font-weight: 700;
        font-size: calc(var(--kiosk-text) * 1.15);
        line-height: 1.25;
      }
      button:active {
        border-color: var(--tone);
        background: var(--colour-primary-soft);
      }
      .picture {
        display: grid;
        justify-items: center;
        width: 100%;
        color: var(--tone);
      }
      .picture svg {
        display: block;
        height: auto;
        width: min(calc(var(--u) * 62), 100%);
      }
      .picture.stars svg {
        width: min(calc(var(--u) * 80), 100%);
      }
      .good {
        --tone: var(--colour-success);
        --face: var(--colour-success-soft);
      }
      .fair {
        --tone: var(--colour-warning);
        --face: var(--colour-warning-soft);
      }
      .poor {
        --tone: var(--colour-danger);
        --face: var(--colour-danger-soft);
      }
      @media (orientation: portrait) {
        .marks {
          grid-template-columns: 1fr;
        }
        button {
          grid-template: auto / auto 1fr;
          text-align: left;
          padding: calc(var(--u) * 7) calc(var(--u) * 12);
          justify-items: start;
          gap: calc(var(--u) * 10);
          font-size: calc(var(--kiosk-text) * 1.4);
        }
        .picture {
          width: auto;
        }
        .picture svg {
          width: calc(var(--u) * 40);
        }
        .picture.stars svg {
          width: calc(var(--u) * 90);
        }
      }
      .columns-3 {
        --levels: 3;
      }
      .columns-4 {
        --levels: 4;
      }
      .columns-5 {
        --levels: 5;
      }
    `,
  ];

  @property({ attribute: false }) visit!: RatableVisit;
  @property({ attribute: false }) scale!: RatingView['scale'];
  readonly #language = new LanguageController(this);

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { rating, common } = this.#language.words;
    const { levels } = this.scale;
    const scores = Array.from({ length: levels }, (_, index) => levels - index);
    return html`
      <div>
        <p class="visit">${rating.visit(this.visit.number, common.counterName(this.visit.counter))}</p>
        <h1 tabindex="-1">${rating.ask}</h1>
      </div>
      <div class="marks columns-${levels}" role="group" aria-label=${rating.title}>
        ${scores.map((score) => this.#mark(score, rating.marks[levels][score - 1] ?? ''))}
      </div>
      <p class="hint">${rating.askHint}</p>
    `;
  }

  #mark(score: number, name: string): TemplateResult {
    const { style, levels } = this.scale;
    const picture = style === 'stars' ? stars(score, levels) : face(moodOf(score, levels));
    return html`<button class=${toneOf(moodOf(score, levels))} data-score=${score} @click=${() => this.#choose(score)}>
      <span class="picture ${style}">${picture}</span><span>${name}</span>
    </button>`;
  }

  #choose(score: number): void {
    this.dispatchEvent(new PanelRequest({ type: 'mark', score, asksReasons: asksReasons(score, this.scale) }));
  }
}

const asksReasons = (score: number, scale: RatingView['scale']): boolean =>
  score <= scale.lowUpTo && scale.reasons.length > 0;

const toneOf = (mood: number): 'good' | 'fair' | 'poor' => (mood > 0 ? 'good' : mood < 0 ? 'poor' : 'fair');
