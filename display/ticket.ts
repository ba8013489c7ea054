import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../ui/component/icon.ts';
import '../ui/component/language.ts';
import '../ui/component/status.ts';
import { isLanguage } from '../lang/names.ts';
import { keepTogether } from '../lang/phrases.ts';
import { onNewBuild } from '../ui/build.ts';
import { Connection } from '../ui/connection.ts';
import { MoisoElement } from '../ui/element.ts';
import { clock, textOf, waitText } from '../ui/format.ts';
import type { IconName } from '../ui/icons.ts';
import { Live } from '../ui/live.ts';
import type { StatusName, TicketView } from '../wire/client.ts';
import { LanguageController } from './phone/language.ts';
import './phone/rating.ts';
import { ticketPageStyles } from './phone/page.css.ts';
import { isNewCall, plainState } from './phone/state.ts';

/** Felt in a pocket: ms on, off, on… */
const vibration = [400, 200, 400, 200, 800];

const icons: Readonly<Record<StatusName, IconName>> = {
  waiting: 'hourglass',
  called: 'megaphone',
  serving: 'user-check',
  absent: 'triangle-alert',
  parked: 'pause',
  done: 'circle-check',
  cancelled: 'circle-x',
  leftOvernight: 'circle-x',
};

/** The page behind the QR code of a slip: one citizen's own number, and nothing of others. */
@customElement('moiso-ticket')
export class MoisoTicket extends MoisoElement {
  static override styles = ticketPageStyles;

  readonly #language = new LanguageController(this);
  readonly #connection = new Connection(null);
  readonly #ticketId = decodeURIComponent(window.location.pathname.split('/').pop() ?? '');
  readonly #centre = new Live(
    this,
    () => this.#connection,
    () => ({ view: 'centre' }),
  );
  readonly #ticket = new Live(
    this,
    () => this.#connection,
    () => ({ view: 'ticket', ticket: this.#ticketId }),
  );
  #before: TicketView | undefined;

  constructor() {
    super();
    onNewBuild(this.#connection, () => window.location.reload());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { view } = this.#ticket;
    if (!view || view === this.#before) return;
    if (!this.#before && isLanguage(view.language)) this.#language.set(view.language);
    // Phones without it, and those whose owner has not touched the page yet, stay still.
    if (isNewCall(this.#before, view) && 'vibrate' in navigator) navigator.vibrate(vibration);
    this.#before = view;
  }

  protected override updated(): void {
    const { view } = this.#ticket;
    const words = this.#language.words.ticket;
    document.title = view ? `${view.number} – ${plainState(view, words).heading}` : words.title;
  }

  override render(): TemplateResult {
    const centre = this.#centre.view;
    return html`<ms-status .connection=${this.#connection}></ms-status>
      <header>${centre ? keepTogether(textOf(centre.name, this.#language.language)) : nothing}</header>
      <main>${this.#content()}</main>
      <footer><ms-language></ms-language></footer>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { words } = this.#language;
    if (this.#ticket.problem) {
      return html`<section class="state gone">
        <h1>${words.ticket.notFound}</h1><p>${words.ticket.notFoundHint}</p>
      </section>`;
    }
    const { view } = this.#ticket;
    return view ? this.#ownTicket(view) : html`<p role="status">${words.common.connecting}</p>`;
  }

  #ownTicket(view: TicketView): TemplateResult {
    const words = this.#language.words.ticket;
    const centre = this.#centre.view;
    const service = centre?.services.find(({ id }) => id === view.service);
    const { heading, hint, again } = plainState(view, words);
    return html`<h1 class="number"><small>${words.yourNumber}</small> ${view.number}</h1>
      <p class="service">
        ${service ? textOf(service.name, this.#language.language) : nothing}
        ${centre ? html`<small>${words.takenAt(clock(view.issuedAt, centre.timeZone))}</small>` : nothing}
      </p>
      <section class="state ${view.status}" role="status" data-status=${view.status}>
        <ms-icon .name=${icons[view.status]}></ms-icon>
        <h2>${heading}</h2>
        ${again ? html`<p class="again">${again}</p>` : nothing}
        <p>${hint}</p>
      </section>
      ${view.status === 'waiting' ? this.#figures(view) : nothing}
      ${view.status === 'done' ? this.#rating(view) : nothing}`;
  }

  #figures(view: TicketView): TemplateResult {
    const { words } = this.#language;
    return html`<dl>
      <div><dt>${words.ticket.ahead}</dt><dd class="ahead">${view.ahead}</dd></div>
      <div><dt>${words.ticket.expectedWait}</dt><dd class="wait">${waitText(view.expectedWait, words)}</dd></div>
    </dl>`;
  }

  #rating(view: TicketView): TemplateResult {
    if (view.rated) return html`<p class="thanks" role="status">${this.#language.words.rating.rated}</p>`;
    return html`<ticket-rating
      .connection=${this.#connection}
      .scale=${this.#centre.view?.rating}
      .ticket=${view.id}
    ></ticket-rating>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'moiso-ticket': MoisoTicket;
  }
}
