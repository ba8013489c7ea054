import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keepTogether } from '../../lang/phrases.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { BoardCall, BoardCounter } from '../../wire/client.ts';
import { bilingual } from '../bilingual.ts';
import { turnAt } from '../paging.ts';
import '../part/call.ts';
import '../part/clock.ts';
import '../part/counters.ts';
import '../part/lines.ts';
import '../part/recent.ts';
import '../part/subtitle.ts';
import { hallTheme } from '../theme.css.ts';
import type { ScreenContent } from './screen.ts';

/** Whether the citizen of a call is still to come to the counter. */
const isAwaited = (call: BoardCall, counters: readonly BoardCounter[]): boolean =>
  counters.some(({ number, ticketState }) => number === call.number && ticketState === 'called');

/** How long a call counts as new on screen, ms. */
const freshFor = 15_000;
const shownRecent = 4;

/** The layout for one screen in the hall: one big call, the recent ones, every counter, who waits where. */
@customElement('board-hall')
export class BoardHall extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        --subtitle-height: calc(var(--u) * 4.2);
        display: block;
        min-height: 0;
      }

      main {
        display: grid;
        gap: calc(var(--u) * 0.9) calc(var(--u) * 1.4);
        grid-template:
          'head head' auto
          'call counters' minmax(0, 1fr)
          'recent counters' auto
          'lines lines' calc(var(--u) * 16) / minmax(0, 1.6fr) minmax(0, 1fr);
        height: 100%;
        padding: calc(var(--u) * 0.8) calc(var(--u) * 1.4) calc(var(--u) * 1.2);
      }

      @media (orientation: portrait) {
        main {
          grid-template:
            'head' auto
            'call' minmax(0, 1.35fr)
            'recent' auto
            'counters' minmax(0, 1fr)
            'lines' calc(var(--u) * 22.5) / minmax(0, 1fr);
        }
      }

      header {
        align-items: center;
        display: flex;
        gap: calc(var(--u) * 2);
        grid-area: head;
        justify-content: space-between;
      }

      h1 {
        font-size: calc(var(--u) * 2.3);
        line-height: 1.2;
        min-width: 0;
      }

      h1 .vi,
      h1 .en {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-clamp: 2;
        overflow: hidden;
        padding-block: 0.08em;
      }

      h1 .en {
        -webkit-line-clamp: 1;
        line-clamp: 1;
      }

      @media (orientation: portrait) {
        h1 {
          font-size: calc(var(--u) * 2);
        }
      }

      board-call {
        grid-area: call;
      }

      board-subtitle {
        align-self: end;
        grid-area: call;
        margin-inline: calc(var(--u) * 1.8);
        z-index: 1;
      }

      board-recent {
        grid-area: recent;
      }

      board-counters {
        grid-area: counters;
      }

      board-lines {
        grid-area: lines;
      }
    `,
  ];

  @property({ attribute: false }) content: ScreenContent | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.content) return nothing;
    const { centre, board, speaking, sentences, now } = this.content;
    // Ear and eye agree: while a call is said, that one is large.
    const main = board.calls.find(({ id }) => id === speaking) ?? board.calls[0] ?? null;
    const fresh = new Set(board.calls.filter(({ at }) => now - at < freshFor).map(({ id }) => id));
    const recent = board.calls.filter((call) => call !== main).slice(0, shownRecent);
    return html`<main>
      <header>
        <h1>${bilingual(keepTogether(centre.name.vi), centre.name.en)}</h1>
        <board-clock .now=${now} .timeZone=${centre.timeZone}></board-clock>
      </header>
      <board-call
        .call=${main}
        ?fresh=${main !== null && fresh.has(main.id)}
        ?past=${main !== null && main.id !== speaking && !isAwaited(main, board.counters)}
      ></board-call>
      <board-subtitle .sentences=${sentences}></board-subtitle>
      ${recent.length > 0 ? html`<board-recent .calls=${recent} .fresh=${fresh}></board-recent>` : nothing}
      <board-counters .counters=${board.counters} .turn=${turnAt(now)}></board-counters>
      <board-lines .lines=${board.lines} .turn=${turnAt(now)}></board-lines>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-hall': BoardHall;
  }
}
