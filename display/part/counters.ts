import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../../ui/element.ts';
import type { BoardCounter } from '../../wire/client.ts';
import { bilingual, both } from '../bilingual.ts';
import { pageAt } from '../paging.ts';
import { hallTheme } from '../theme.css.ts';
import { pageMark } from './page-mark.ts';

const mostAtOnce = 8;
const mostInOneColumn = 4;

/** Every counter and whom it serves; a paused one says so with its reason, a closed one is dim. */
@customElement('board-counters')
export class BoardCounters extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: calc(var(--u) * 0.5);
        min-height: 0;
        min-width: 0;
      }

      ul {
        display: grid;
        flex: 1;
        gap: calc(var(--u) * 0.7);
        grid-auto-rows: minmax(0, 1fr);
        list-style: none;
        min-height: 0;
      }

      ul.many {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      li.panel {
        align-items: center;
        border-inline-start-width: calc(var(--u) * 0.6);
        column-gap: calc(var(--u) * 1);
        display: grid;
        grid-template: 'name state number' 1fr / auto minmax(0, 1fr) auto;
        padding: calc(var(--u) * 0.2) calc(var(--u) * 1);
      }

      .none {
        align-content: center;
        display: grid;
        flex: 1;
        font-size: calc(var(--u) * 2.2);
        justify-items: center;
        padding: calc(var(--u) * 1);
        text-align: center;
      }

      .name {
        font-size: calc(var(--u) * 2);
        grid-area: name;
        max-width: calc(var(--u) * 14);
        min-width: 0;
      }

      .name .bilingual {
        display: flex;
      }

      .name .vi,
      .name .en {
        overflow: hidden;
        padding-block: 0.05em;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .state {
        font-size: calc(var(--u) * 1.5);
        grid-area: state;
        line-height: 1.15;
        text-align: end;
      }

      .reason {
        color: var(--colour-text-soft);
        font-size: calc(var(--u) * 1.3);
        line-height: 1.2;
      }

      .number {
        font-size: calc(var(--u) * 3.5);
        grid-area: number;
      }

      .many li.panel {
        column-gap: calc(var(--u) * 0.5);
        grid-template: 'name number' auto 'state number' auto / minmax(0, 1fr) auto;
        place-content: center stretch;
      }

      @media (orientation: portrait) {
        ul {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }

        li.panel {
          grid-template: 'name number' auto 'state number' auto / minmax(0, 1fr) auto;
          place-content: center stretch;
        }

        .name .en {
          display: none;
        }

        .state {
          text-align: start;
        }
      }

      .many .name {
        font-size: calc(var(--u) * 1.6);
      }

      .many .name .en,
      .many .state .en,
      .many .reason {
        display: none;
      }

      .many .state {
        font-size: calc(var(--u) * 1.2);
        text-align: start;
        white-space: nowrap;
      }

      .many .number {
        font-size: calc(var(--u) * 2.25);
      }

      li.called {
        border-color: var(--colour-called);
      }

      .called .number,
      .called .state .vi {
        color: var(--colour-called);
      }

      li.serving,
      li.free {
        border-inline-start-color: var(--colour-success);
      }

      .serving .state .vi,
      .free .state .vi {
        color: var(--colour-success);
      }

      li.paused {
        border-color: var(--colour-warning);
        border-style: dashed;
      }

      .paused .state .vi {
        color: var(--colour-warning);
      }

      /* On one line, for the reason needs the next. */
      .paused .state .bilingual {
        align-items: baseline;
        flex-flow: row wrap;
        column-gap: 0.5em;
      }

      li.closed {
        background: transparent;
      }

      .closed .vi {
        color: var(--colour-text-soft);
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) counters: readonly BoardCounter[] = [];
  /** Which part of a long list stands. */
  @property({ type: Number }) turn = 0;

  override render(): TemplateResult {
    // Where there are many, or all are closed, the closed ones only take the room of the others.
    const isLong = this.counters.length > mostAtOnce;
    const isAllClosed = this.counters.every(({ state }) => state === 'closed');
    const shown = isLong || isAllClosed ? this.counters.filter(({ state }) => state !== 'closed') : this.counters;
    const page = pageAt(shown, mostAtOnce, this.turn);
    return html`<h2>${both('counters')}${pageMark(page)}</h2>
      ${
        shown.length === 0
          ? html`<p class="panel none">${both('allCountersClosed')}</p>`
          : html`<ul class=${page.items.length > mostInOneColumn ? 'many' : ''}>${page.items.map(row)}</ul>`
      }`;
  }
}

/** What a counter does, as one word for the style sheet and for tests. */
function stateOf(counter: BoardCounter): 'called' | 'serving' | 'free' | 'paused' | 'closed' {
  return counter.state === 'open' ? (counter.ticketState ?? 'free') : counter.state;
}

const labels = {
  called: 'counterCalling',
  serving: 'counterServing',
  free: 'counterReady',
  paused: 'counterPaused',
  closed: 'counterClosed',
} as const;

function row(counter: BoardCounter): TemplateResult {
  const state = stateOf(counter);
  return html`<li class="panel ${state}" data-counter=${counter.id} data-state=${state}>
    <span class="name">${bilingual(counter.name.vi, counter.name.en)}</span>
    <span class="state">
      ${both(labels[state])}
      ${counter.reason ? html`<span class="reason clamped">${counter.reason}</span>` : nothing}
    </span>
    ${counter.number === null ? nothing : html`<span class="number">${counter.number}</span>`}
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'board-counters': BoardCounters;
  }
}
