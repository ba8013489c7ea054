import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../../ui/element.ts';
import type { BoardCall } from '../../wire/client.ts';
import { both, hallWords } from '../bilingual.ts';
import { hallTheme } from '../theme.css.ts';

/** The calls before the big one, newest first: whoever looked away finds the own number here. */
@customElement('board-recent')
export class BoardRecent extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        align-items: center;
        display: flex;
        gap: calc(var(--u) * 1);
        min-width: 0;
      }

      h2 {
        flex: none;
        font-size: calc(var(--u) * 1.6);
      }

      h2 .bilingual {
        flex-direction: column;
        gap: 0;
      }

      ol {
        display: grid;
        flex: 1;
        gap: calc(var(--u) * 0.7);
        grid-template-columns: repeat(4, minmax(0, 1fr));
        list-style: none;
      }

      li {
        align-items: center;
        display: flex;
        gap: calc(var(--u) * 0.4);
        justify-content: space-around;
        min-height: calc(var(--u) * 4.6);
        padding: calc(var(--u) * 0.3);
      }

      li[data-fresh] {
        border-color: var(--colour-called);
        border-width: calc(var(--u) * 0.3);
      }

      .called {
        font-size: calc(var(--u) * 2.7);
      }

      .called.long {
        font-size: calc(var(--u) * 2);
      }

      .counter {
        color: var(--colour-text-soft);
        font-size: calc(var(--u) * 1.15);
        line-height: 1.1;
        text-align: center;
      }

      .counter b {
        color: var(--colour-text);
        display: block;
        font-size: calc(var(--u) * 2.1);
      }

      @media (orientation: portrait) {
        :host {
          align-items: stretch;
          flex-direction: column;
          gap: calc(var(--u) * 0.4);
        }

        h2 .bilingual {
          flex-direction: row;
          gap: 0.5em;
        }
      }
    `,
  ];

  @property({ attribute: false }) calls: readonly BoardCall[] = [];
  /** Ids of calls that came a moment ago. */
  @property({ attribute: false }) fresh: ReadonlySet<string> = new Set();

  override render(): TemplateResult {
    return html`<h2>${both('recentCalls')}</h2>
      <ol>${this.calls.map((call) => this.#row(call))}</ol>`;
  }

  #row(call: BoardCall): TemplateResult {
    return html`<li class="panel" data-call=${call.id} ?data-fresh=${this.fresh.has(call.id)}>
      <span class=${call.number.length > 4 ? 'called number long' : 'called number'}>${call.number}</span>
      <span class="counter">${hallWords.vi.counter}<b class="number">${call.counter}</b></span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-recent': BoardRecent;
  }
}
