import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keepTogether } from '../../lang/phrases.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { BoardLine } from '../../wire/client.ts';
import { bilingual, both, hallWords } from '../bilingual.ts';
import { pageAt } from '../paging.ts';
import { hallTheme } from '../theme.css.ts';
import { pageMark } from './page-mark.ts';

const mostAtOnce = 6;

/** Who waits where: each service with the people in its line and the next numbers. */
@customElement('board-lines')
export class BoardLines extends MoisoElement {
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
        grid-template-columns: repeat(3, minmax(0, 1fr));
        list-style: none;
        min-height: 0;
      }

      @media (orientation: portrait) {
        ul {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }

      li {
        align-content: center;
        display: grid;
        gap: 0 calc(var(--u) * 0.8);
        grid-template-columns: minmax(0, 1fr) auto;
        padding: calc(var(--u) * 0.1) calc(var(--u) * 1);
      }

      /* Two lines of Vietnamese, or one with its English: what does not fit is pushed out whole. */
      .name {
        font-size: calc(var(--u) * 1.55);
        height: calc(var(--u) * 3.75);
        line-height: 1.2;
        overflow: hidden;
      }

      .name .bilingual {
        display: block;
      }

      .name .vi {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        line-clamp: 2;
        overflow: hidden;
      }

      .name .en {
        display: block;
        line-height: 1.4;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .waiting {
        align-items: center;
        display: flex;
        font-size: calc(var(--u) * 1.3);
        gap: 0.3em;
      }

      .waiting .vi {
        font-weight: 400;
      }

      .waiting .bilingual {
        align-items: flex-start;
        flex-direction: column;
        line-height: 1.1;
      }

      .waiting .number {
        font-size: calc(var(--u) * 2.6);
      }

      /* One line: a number that does not fit goes to the next one, which is not seen. */
      .next {
        column-gap: 0.55em;
        display: flex;
        flex-wrap: wrap;
        font-size: calc(var(--u) * 1.65);
        grid-column: 1 / -1;
        height: 1.25em;
        line-height: 1.25;
        overflow: hidden;
      }

      .next .bilingual {
        align-items: baseline;
        column-gap: 0.5em;
        flex-direction: row;
        white-space: nowrap;
      }

      .next .number {
        line-height: inherit;
      }

      .next .label {
        color: var(--colour-text-soft);
      }

      .empty .vi,
      .empty .next {
        color: var(--colour-text-soft);
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) lines: readonly BoardLine[] = [];
  /** Which part of a long list stands. */
  @property({ type: Number }) turn = 0;

  override render(): TemplateResult {
    const page = pageAt(this.lines, mostAtOnce, this.turn);
    return html`<h2>${both('lines')}${pageMark(page)}</h2>
      <ul>${page.items.map(row)}</ul>`;
  }
}

function row(line: BoardLine): TemplateResult {
  return html`<li class=${classMap({ panel: true, empty: line.waiting === 0 })} data-service=${line.service}>
    <span class="name">${bilingual(keepTogether(line.name.vi), line.name.en)}</span>
    <span class="waiting">${line.waiting === 0 ? nothing : html`<span class="number">${line.waiting}</span>${both('people')}`}</span>
    <span class="next">
      ${
        line.waiting === 0
          ? both('nobodyWaiting')
          : html`<span class="label">${hallWords.vi.next}:</span>${line.next.map((n) => html`<span class="number">${n}</span>`)}`
      }
    </span>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'board-lines': BoardLines;
  }
}
