import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { stepStyles } from '../style.ts';
import { KioskStep } from './step.ts';

/** The number is on its way: at most as long as a call may last, then the number or a problem follows. */
@customElement('kiosk-taking')
export class KioskTaking extends KioskStep {
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
      .wheel {
        width: calc(var(--u) * 30);
        height: calc(var(--u) * 30);
        border-radius: 50%;
        border: calc(var(--u) * 3) solid var(--colour-line);
        border-top-color: var(--colour-primary);
        animation: turn 1s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(360deg);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .wheel {
          animation-duration: 4s;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const words = this.words.kiosk;
    return html`
      <div class="wheel"></div>
      <h1 tabindex="-1">${words.taking}</h1>
      <p class="hint">${words.takingHint}</p>
    `;
  }
}
