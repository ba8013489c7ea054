import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/badge.ts';
import { MoisoElement } from '../../ui/element.ts';
import { span, textOf } from '../../ui/format.ts';
import type { SupervisedCounter } from '../../wire/client.ts';
import { unknownFigure } from './figures.ts';
import { LanguageController } from './language.ts';
import { tableStyles } from './table-styles.ts';

/** The counters now: who is there, whom they have, since when. */
@customElement('ms-counters-now')
export class CountersNow extends MoisoElement {
  static override styles = [tableStyles];

  @property({ attribute: false }) counters: readonly SupervisedCounter[] = [];
  /** Names of staff by sign-in name. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  /** The server's clock, ms since 1970. */
  @property({ type: Number }) now = 0;
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.supervisor;
    return html`
      <table class="cards short" role="table" aria-label=${words.counters}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.counter}</th>
            <th role="columnheader" scope="col">${words.state}</th>
            <th role="columnheader" scope="col">${words.clerk}</th>
            <th role="columnheader" scope="col">${words.currentNumber}</th>
            <th role="columnheader" scope="col" class="figure">${words.served}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.counters.map((counter) => this.row(counter))}
        </tbody>
      </table>
    `;
  }

  private row(counter: SupervisedCounter) {
    const words = this.language.words.supervisor;
    return html`
      <tr role="row" data-counter=${counter.id}>
        <th role="rowheader" scope="row">${textOf(counter.name, this.language.language)}</th>
        <td role="cell" data-label=${words.state}>${this.state(counter)}</td>
        <td role="cell" data-label=${words.clerk}>
          ${counter.clerk === null ? unknownFigure : (this.names.get(counter.clerk) ?? counter.clerk)}
        </td>
        <td role="cell" data-label=${words.currentNumber}>${this.ticket(counter)}</td>
        <td role="cell" class="figure" data-label=${words.served}>${counter.served}</td>
      </tr>
    `;
  }

  private state(counter: SupervisedCounter) {
    const all = this.language.words;
    const words = all.supervisor;
    const names = { closed: words.stateClosed, open: words.stateOpen, paused: words.statePaused };
    const kinds = { closed: 'neutral', open: 'success', paused: 'warning' } as const;
    return html`
      <span>
        <ms-badge kind=${kinds[counter.state]}>${names[counter.state]}</ms-badge>
        ${counter.since === null ? nothing : words.forDuration(span(this.now - counter.since, all))}
        ${counter.reason ? html`<span class="quiet">– ${counter.reason}</span>` : nothing}
      </span>
    `;
  }

  private ticket(counter: SupervisedCounter) {
    const all = this.language.words;
    const words = all.supervisor;
    if (counter.number === null || counter.ticketSince === null)
      return counter.state === 'open' ? html`<span class="quiet">${words.idle}</span>` : unknownFigure;
    const duration = span(this.now - counter.ticketSince, all);
    return counter.ticketState === 'serving'
      ? words.servingFor(counter.number, duration)
      : words.calledFor(counter.number, duration);
  }
}
