import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../../ui/element.ts';
import { clock, localDate } from '../../ui/format.ts';
import { hallTheme } from '../theme.css.ts';

/** The time and the date at the centre, by the server's clock. */
@customElement('board-clock')
export class BoardClock extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        display: block;
        text-align: end;
        white-space: nowrap;
      }

      .time {
        font-size: calc(var(--u) * 3.4);
      }

      .date {
        color: var(--colour-text-soft);
        font-size: calc(var(--u) * 1.4);
      }

      /* It begins a line; within a sentence the weekday is small. */
      .date::first-letter {
        text-transform: uppercase;
      }
    `,
  ];

  /** ms since 1970 */
  @property({ type: Number }) now = 0;
  @property() timeZone = '';

  override render(): TemplateResult | typeof nothing {
    if (this.timeZone === '') return nothing;
    return html`<div class="time number">${clock(this.now, this.timeZone)}</div>
      <div class="date">${localDate(this.now, this.timeZone, 'vi')}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-clock': BoardClock;
  }
}
