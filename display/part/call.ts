import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { MoisoElement } from '../../ui/element.ts';
import type { BoardCall } from '../../wire/client.ts';
import { bilingual, both, hallWords } from '../bilingual.ts';
import { hallTheme } from '../theme.css.ts';

/** The call that everyone looks at: the number and its counter as large as they fit. A new one flashes three times in three seconds. */
@customElement('board-call')
export class BoardCallElement extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        container-type: size;
        display: block;
        min-height: 0;
        min-width: 0;
      }

      .call,
      .none {
        border-radius: calc(var(--u) * 0.9);
        display: grid;
        height: 100%;
      }

      /* The lower edge is left to the subtitle. */
      .call {
        --size: min(100cqh - var(--u) * 9.6, 118cqw / (var(--letters) + var(--counter-letters)));
        align-items: center;
        background: var(--colour-called);
        color: var(--colour-on-accent);
        grid-template: 'called-label . counter-label' auto 'called arrow counter' minmax(0, 1fr) / auto 1fr auto;
        padding: calc(var(--u) * 0.9) calc(var(--u) * 1.8) var(--subtitle-height);
      }

      .call .en {
        color: inherit;
      }

      .called-label,
      .counter-label {
        font-size: calc(var(--u) * 2.1);
      }

      .called-label {
        align-items: baseline;
        display: flex;
        gap: 0.6em;
        grid-area: called-label;
      }

      .counter-label {
        grid-area: counter-label;
        text-align: end;
      }

      .again {
        border: 0.09em solid currentcolor;
        border-radius: 0.4em;
        font-size: 0.8em;
        padding: 0 0.5em;
      }

      .called,
      .counter {
        font-size: var(--size);
        line-height: 1;
      }

      .called {
        grid-area: called;
      }

      .counter {
        grid-area: counter;
        justify-self: end;
      }

      .arrow {
        fill: none;
        grid-area: arrow;
        height: calc(var(--u) * 5);
        justify-self: center;
        stroke: currentcolor;
        stroke-linecap: round;
        stroke-linejoin: round;
        stroke-width: 3;
        width: calc(var(--u) * 5);
      }

      .past {
        background: var(--colour-raised);
        border: calc(var(--u) * 0.1) solid var(--colour-line);
        color: var(--colour-text-soft);
      }

      .none {
        align-content: center;
        background: var(--colour-raised);
        border: calc(var(--u) * 0.1) solid var(--colour-line);
        font-size: calc(var(--u) * 3.6);
        justify-items: center;
        padding: calc(var(--u) * 1.6);
        text-align: center;
      }

      .none .hint {
        font-size: calc(var(--u) * 2.1);
        margin-top: calc(var(--u) * 1.6);
      }

      .fresh {
        animation: flash 1s step-end 3;
        box-shadow: inset 0 0 0 calc(var(--u) * 0.45) var(--colour-text);
      }

      @keyframes flash {
        0% {
          background: var(--colour-text);
        }
        50% {
          background: var(--colour-called);
        }
      }

      @media (orientation: portrait) {
        .call {
          --size: min((100cqh - var(--u) * 10) * 0.62, 148cqw / var(--letters));
          grid-template: 'called-label called-label' auto 'called called' minmax(0, 1.5fr) 'counter-label counter' minmax(0, 1fr) / minmax(0, 1.7fr) minmax(0, 1fr);
        }

        .called {
          justify-self: center;
        }

        .counter-label {
          font-size: calc(var(--u) * 3.6);
          padding-inline-end: calc(var(--u) * 2);
        }

        .counter {
          font-size: min((100cqh - var(--u) * 10) * 0.38, 45cqw / var(--counter-letters));
          justify-self: start;
        }

        .arrow {
          display: none;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .fresh {
          animation: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) call: BoardCall | null = null;
  /** Whether the call came a moment ago. */
  @property({ type: Boolean }) fresh = false;
  /** Whether the citizen is no longer awaited: served by now, or gone. */
  @property({ type: Boolean }) past = false;

  /** Longer numbers get smaller letters. Set through the object model: the strict content policy forbids style attributes. */
  protected override willUpdate(): void {
    this.style.setProperty('--letters', String(Math.max(4, this.call?.number.length ?? 0)));
    this.style.setProperty('--counter-letters', String(Math.max(1.5, this.call?.counter.length ?? 0)));
  }

  override render(): TemplateResult {
    const { call } = this;
    if (call === null) {
      return html`<div class="none"><div>${both('noCall')}<div class="hint">${both('noCallHint')}</div></div></div>`;
    }
    return html`${keyed(
      call.id,
      html`<div class=${classMap({ call: true, fresh: this.fresh && !this.past, past: this.past })}>
        <div class="called-label">${both(this.past ? 'lastCalled' : 'calling')}${call.time > 1 && !this.past ? again(call.time) : nothing}</div>
        <div class="called number">${call.number}</div>
        <svg class="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 12h18M13 4l8 8-8 8" /></svg>
        <div class="counter-label">${both(this.past ? 'counter' : 'toCounter')}</div>
        <div class="counter number">${call.counter}</div>
      </div>`,
    )}`;
  }
}

const again = (time: number): TemplateResult =>
  html`<span class="again">${bilingual(hallWords.vi.callTime(time), hallWords.en.callTime(time))}</span>`;

declare global {
  interface HTMLElementTagNameMap {
    'board-call': BoardCallElement;
  }
}
