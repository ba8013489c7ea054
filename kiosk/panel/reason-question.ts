import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/icon.ts';
import { MoisoElement } from '../../ui/element.ts';
import { textOf } from '../../ui/format.ts';
import type { RatingView } from '../../wire/client.ts';
import { stepStyles } from '../style.ts';
import type { Answer } from './flow.ts';
import { LanguageController } from './language.ts';
import { PanelRequest } from './request.ts';

/** After a low mark: what went wrong, if the citizen wants to say. The mark is sent in any case. */
@customElement('reason-question')
export class ReasonQuestion extends MoisoElement {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: calc(var(--u) * 8);
        text-align: center;
      }
      .chosen {
        color: var(--colour-text-soft);
        font-weight: 600;
        margin-bottom: calc(var(--u) * 3);
      }
      .reasons {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--kiosk-gap);
        align-content: center;
      }
      .reasons button {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: calc(var(--u) * 6);
        min-height: max(calc(var(--u) * 28), var(--kiosk-target));
        padding: calc(var(--u) * 3) calc(var(--u) * 8);
        border: calc(var(--u) * 0.6) solid var(--colour-line-strong);
        border-radius: calc(var(--u) * 5);
        background: var(--colour-raised);
        color: var(--colour-text);
        text-align: left;
        font-weight: 600;
        font-size: calc(var(--kiosk-text) * 1.1);
        line-height: 1.3;
      }
      .box {
        display: grid;
        place-items: center;
        width: calc(var(--u) * 12);
        height: calc(var(--u) * 12);
        border: calc(var(--u) * 0.8) solid var(--colour-line-strong);
        border-radius: calc(var(--u) * 2.5);
        font-size: calc(var(--u) * 8);
      }
      [aria-checked="true"] {
        border-color: var(--colour-primary) !important;
        background: var(--colour-primary-soft) !important;
        color: var(--colour-on-primary-soft) !important;
      }
      [aria-checked="true"] .box {
        background: var(--colour-primary);
        border-color: var(--colour-primary);
        color: var(--colour-on-primary);
      }
      .ways {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: var(--kiosk-gap);
      }
      .ways div {
        display: flex;
        gap: var(--kiosk-gap);
      }
      .count {
        color: var(--colour-text-soft);
        font-size: var(--kiosk-text-small);
        font-variant-numeric: tabular-nums;
      }
      @media (orientation: portrait) {
        .reasons {
          grid-template-columns: 1fr;
        }
        .ways {
          grid-template-columns: 1fr;
          justify-items: center;
        }
        .ways div {
          flex-wrap: wrap;
          justify-content: center;
        }
      }
    `,
  ];

  @property({ attribute: false }) answer!: Answer;
  @property({ attribute: false }) scale!: RatingView['scale'];
  /** Seconds until the mark is sent by itself. */
  @property({ attribute: false }) remaining: number | null = null;
  readonly #language = new LanguageController(this);

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { rating } = this.#language.words;
    const { levels, reasons } = this.scale;
    return html`
      <div>
        <p class="chosen">${rating.yourMark(rating.marks[levels][this.answer.score - 1] ?? '')}</p>
        <h1 tabindex="-1">${rating.askReasons}</h1>
        <p class="hint">${rating.askReasonsHint}</p>
      </div>
      <div class="reasons" role="group" aria-label=${rating.askReasons}>
        ${reasons.map((reason) => this.#reason(reason.id, textOf(reason.name, this.#language.language)))}
      </div>
      <div class="ways">
        <ms-button size="kiosk" @click=${() => this.dispatchEvent(new PanelRequest({ type: 'change-mark' }))}
          ><ms-icon slot="start" name="arrow-left"></ms-icon>${rating.changeMark}</ms-button>
        <p class="count">${this.remaining === null ? nothing : rating.sendsIn(this.remaining)}</p>
        <div>
          <ms-button size="kiosk" @click=${() => this.dispatchEvent(new PanelRequest({ type: 'skip' }))}>${rating.skip}</ms-button>
          <ms-button size="kiosk" variant="primary" @click=${() => this.dispatchEvent(new PanelRequest({ type: 'send' }))}>${rating.send}</ms-button>
        </div>
      </div>
    `;
  }

  #reason(id: string, name: string): TemplateResult {
    const isChosen = this.answer.reasons.includes(id);
    return html`<button role="checkbox" data-reason=${id} aria-checked=${isChosen ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new PanelRequest({ type: 'toggle-reason', reason: id }))}>
      <span class="box">${isChosen ? html`<ms-icon name="check"></ms-icon>` : nothing}</span><span>${name}</span>
    </button>`;
  }
}
