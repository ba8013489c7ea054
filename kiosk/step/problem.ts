import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/icon.ts';
import type { ProblemCode } from '../../wire/client.ts';
import { isPassing } from '../passing.ts';
import { stepStyles } from '../style.ts';
import { KioskStep } from './step.ts';

/** No number was taken: why, what to do next, and a way on. */
@customElement('kiosk-problem')
export class KioskProblem extends KioskStep {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: calc(var(--u) * 8);
        text-align: center;
      }
      ms-icon.sign {
        font-size: calc(var(--u) * 28);
        color: var(--colour-warning);
      }
      .why {
        font-size: calc(var(--kiosk-text) * 1.2);
        max-width: 32ch;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--kiosk-gap);
        margin-top: calc(var(--u) * 6);
      }
    `,
  ];

  @property() code!: ProblemCode;

  protected override render(): TemplateResult {
    const words = this.words.kiosk;
    return html`
      <ms-icon class="sign" name="triangle-alert"></ms-icon>
      <h1 tabindex="-1">${words.problem}</h1>
      <p class="why" role="alert">${this.words.errors[this.code]}</p>
      <div class="ways">
        ${
          isPassing(this.code)
            ? html`<ms-button size="kiosk" variant="primary" @click=${() => this.ask({ type: 'try-again' })}>
                <ms-icon slot="start" name="refresh-cw"></ms-icon>${words.tryAgain}
              </ms-button>`
            : nothing
        }
        <ms-button size="kiosk" variant=${isPassing(this.code) ? 'secondary' : 'primary'}
          @click=${() => this.ask({ type: 'choose-again' })}>${words.chooseAgain}</ms-button>
      </div>
      <p class="hint">${words.help}</p>
    `;
  }
}
