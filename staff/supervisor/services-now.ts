import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/badge.ts';
import { MoisoElement } from '../../ui/element.ts';
import { span, textOf, waitText } from '../../ui/format.ts';
import type { SupervisedService } from '../../wire/client.ts';
import { LanguageController } from './language.ts';
import { tableStyles } from './table-styles.ts';

/** The services now: who waits, how long against the limit, how many were served. */
@customElement('ms-services-now')
export class ServicesNow extends MoisoElement {
  static override styles = [tableStyles];

  @property({ attribute: false }) services: readonly SupervisedService[] = [];
  /** How old the figures are, ms: whoever waits has waited that much longer. */
  @property({ type: Number }) age = 0;
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.supervisor;
    return html`
      <table class="cards" role="table" aria-label=${words.services}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.service}</th>
            <th role="columnheader" scope="col" class="figure">${words.waiting}</th>
            <th role="columnheader" scope="col">${words.longestWait}</th>
            <th role="columnheader" scope="col">${words.expectedWait}</th>
            <th role="columnheader" scope="col" class="figure">${words.issued}</th>
            <th role="columnheader" scope="col" class="figure">${words.served}</th>
            <th role="columnheader" scope="col" title=${words.meanWaitHint}>${words.meanWait}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.services.map((service) => this.row(service))}
        </tbody>
      </table>
    `;
  }

  private row(service: SupervisedService) {
    const all = this.language.words;
    const words = all.supervisor;
    return html`
      <tr role="row">
        <th role="rowheader" scope="row">${textOf(service.name, this.language.language)}</th>
        <td role="cell" class="figure strong" data-label=${words.waiting}>${service.waiting}</td>
        <td role="cell" data-label=${words.longestWait}>${this.longest(service)}</td>
        <td role="cell" data-label=${words.expectedWait}>
          ${service.expectedWait === null ? words.notAvailable : waitText(service.expectedWait, all)}
        </td>
        <td role="cell" class="figure" data-label=${words.issued}>${service.issued}</td>
        <td role="cell" class="figure" data-label=${words.served}>${service.served}</td>
        <td role="cell" data-label=${words.meanWait}>
          ${service.meanWaitMs === null ? words.notAvailable : span(service.meanWaitMs, all)}
        </td>
      </tr>
    `;
  }

  private longest(service: SupervisedService) {
    const all = this.language.words;
    const words = all.supervisor;
    if (service.longestWaitMs === null) return html`<span class="quiet">${words.nobodyWaits}</span>`;
    const wait = service.longestWaitMs + this.age;
    const isOver = wait > service.waitLimitMinutes * 60_000;
    return html`
      <span>
        ${words.longestOfLimit(span(wait, all), service.waitLimitMinutes)}
        ${isOver ? html`<ms-badge kind="danger">${words.overLimit}</ms-badge>` : nothing}
      </span>
    `;
  }
}
