import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/component/badge.ts';
import '../../ui/component/button.ts';
import '../../ui/component/icon.ts';
import { MoisoElement } from '../../ui/element.ts';
import { span } from '../../ui/format.ts';
import { Ticking } from '../../ui/ticking.ts';
import type { CounterTicket, CounterView } from '../../wire/client.ts';
import type { Question } from './about-ticket.ts';
import { isPageKey, keyName } from './keys.ts';
import { LanguageController } from './language.ts';

type List = 'waiting' | 'absent' | 'parked';

/** A ticket that the clerk wants to do something else with. */
export interface QueueQuestion {
  readonly ticket: CounterTicket;
  readonly question: Question;
}

/** Who waits, in the order of calling, who is absent and who was set aside. Fires `call` and `return` with a ticket's id, `move` with a ticket that
 * is to go elsewhere and `about` with a QueueQuestion. */
@customElement('ms-queue')
export class Queue extends MoisoElement {
  static override styles = [
    css`
      :host {
        display: block;
        min-width: 0;
        overflow: auto;
        border: var(--line-width) solid var(--colour-line);
        border-radius: var(--radius-l);
        background: var(--colour-raised);
        box-shadow: var(--shadow-raised);
      }
      section + section {
        border-top: var(--space-1) solid var(--colour-sunken);
      }
      .lists {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      section {
        overflow: auto;
        flex: 0 2 auto;
        min-height: 7rem;
      }
      .waiting {
        flex: 1 1 auto;
        min-height: 9rem;
      }
      @media (max-width: 62rem) {
        .lists {
          height: auto;
        }
      }
      h2 {
        position: sticky;
        top: 0;
        z-index: 1;
        padding: var(--space-2) var(--space-4);
        border-bottom: var(--line-width) solid var(--colour-line);
        background: var(--colour-raised);
        font-size: var(--text-m);
      }
      .count {
        color: var(--colour-text-soft);
        font-weight: 600;
      }
      .none {
        padding: var(--space-4);
        color: var(--colour-text-soft);
      }
      ol {
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        padding: var(--space-2) var(--space-3) var(--space-2) var(--space-4);
        border-bottom: var(--line-width) solid var(--colour-line);
      }
      li.next {
        box-shadow: inset 4px 0 0 var(--colour-primary);
      }
      li ms-button {
        --button-padding: 0.6em;
      }
      li .more {
        --button-padding: 0;
      }
      .number {
        min-width: 3.3em;
        font-size: var(--text-l);
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .about {
        display: grid;
        flex: 1;
        gap: 2px;
        min-width: 6.5rem;
      }
      .service {
        overflow-wrap: anywhere;
        line-height: 1.35;
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--space-2);
        font-size: var(--text-s);
      }
      .age {
        color: var(--colour-text-soft);
        font-variant-numeric: tabular-nums;
      }
      .over {
        color: var(--colour-danger);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) view: CounterView | null = null;
  @property({ attribute: false }) now: () => number = () => 0;
  @property({ attribute: false }) serviceName: (id: string) => string = (id) => id;
  /** Whether a chosen ticket may be called now. */
  @property({ type: Boolean }) mayCall = false;
  /** Whether a ticket may be sent back to the line or out of it now. */
  @property({ type: Boolean }) mayReturn = false;
  /** The command under way, or null. */
  @property() busy: string | null = null;
  private readonly language = new LanguageController(this);

  constructor() {
    super();
    new Ticking(this, 5000);
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const words = this.language.words.counter;
    return html`
      <div class="lists" @keydown=${this.onKey}>
        ${this.list('waiting', words.waiting, view.waiting, words.waitingNone)}
        ${this.list('absent', words.absentList, view.absent)} ${this.list('parked', words.parkedList, view.parked)}
      </div>
    `;
  }

  /** Goes to the first ticket that can be called. */
  focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>('ms-button:not([disabled])')?.focus();
  }

  private list(list: List, heading: string, tickets: readonly CounterTicket[], empty?: string) {
    if (tickets.length === 0 && empty === undefined) return nothing;
    return html`
      <section class=${list} aria-labelledby="${list}-heading">
        <h2 id="${list}-heading">${heading} <span class="count">${tickets.length}</span></h2>
        ${
          tickets.length === 0
            ? html`<p class="none">${empty}</p>`
            : html`<ol>
                ${repeat(
                  tickets,
                  (ticket) => ticket.id,
                  (ticket) => this.row(list, ticket),
                )}
              </ol>`
        }
      </section>
    `;
  }

  private row(list: List, ticket: CounterTicket) {
    const all = this.language.words;
    const words = all.counter;
    const ms = Math.max(0, this.now() - ticket.since);
    const isNext = this.view?.next === ticket.id;
    return html`
      <li class=${isNext ? 'next' : ''} data-number=${ticket.number}>
        <span class="number">${ticket.number}</span>
        <span class="about">
          <span class="service">${this.serviceName(ticket.service)}</span>
          <span class="state">
            ${isNext ? html`<ms-badge kind="info">${words.upNext}</ms-badge>` : nothing}
            ${ticket.priority ? html`<ms-badge kind="called">${words.priority}</ms-badge>` : nothing}
            ${ticket.slip.state === 'failed' ? html`<ms-badge kind="warning">${words.slipMissingShort}</ms-badge>` : nothing}
            <span class=${ticket.overLimit ? 'age over' : 'age'}>
              ${list === 'waiting' ? span(ms, all) : this.asideFor(list, ms)}${
                ticket.overLimit ? html` · <strong>${words.overLimit}</strong>` : nothing
              }
            </span>
          </span>
        </span>
        ${
          list === 'waiting'
            ? nothing
            : html`
                <ms-button
                  variant="quiet"
                  class="return"
                  label=${words.waitsAgainNumber(ticket.number)}
                  ?busy=${this.busy === `return ${ticket.id}`}
                  ?disabled=${!this.mayReturn}
                  @click=${() => this.tell('return', ticket)}
                  >${words.waitsAgain}</ms-button
                >
              `
        }
        <ms-button
          class="call"
          label=${words.callNumber(ticket.number)}
          ?busy=${this.busy === `call ${ticket.id}`}
          ?disabled=${!this.mayCall}
          @click=${() => this.tell('call', ticket)}
          >${words.call}</ms-button
        >
        <ms-button
          variant="quiet"
          class="more"
          label=${words.aboutTicket(ticket.number)}
          ?disabled=${!this.mayReturn}
          @click=${() => this.ask(ticket, 'what')}
          ><ms-icon name="ellipsis"></ms-icon
        ></ms-button>
      </li>
    `;
  }

  /** How long somebody has been absent or parked: below a minute no seconds that hurry anybody. */
  private asideFor(list: Exclude<List, 'waiting'>, ms: number): string {
    const all = this.language.words;
    const isAbsent = list === 'absent';
    if (ms < 60_000) return isAbsent ? all.counter.justAbsent : all.counter.justParked;
    return isAbsent ? all.counter.absentFor(span(ms, all)) : all.counter.parkedFor(span(ms, all));
  }

  private tell(what: 'call' | 'return', ticket: CounterTicket): void {
    this.dispatchEvent(new CustomEvent<string>(what, { detail: ticket.id }));
  }

  private ask(ticket: CounterTicket, question: Question): void {
    this.dispatchEvent(new CustomEvent<QueueQuestion>('about', { detail: { ticket, question } }));
  }

  /** ↑ and ↓ go from ticket to ticket; C and X mean the ticket of the row, not the visit of the moment. */
  private onKey(event: KeyboardEvent): void {
    const row = event.composedPath().find((target) => target instanceof HTMLLIElement);
    if (!(row instanceof HTMLLIElement) || !isPageKey(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) this.onLetter(keyName(event), row, event);
    else if (this.focusRow(row, step)) event.preventDefault();
  }

  private onLetter(key: string, row: HTMLLIElement, event: KeyboardEvent): void {
    const { view } = this;
    const tickets = view ? [...view.waiting, ...view.absent, ...view.parked] : [];
    const ticket = tickets.find(({ number }) => number === row.dataset.number);
    if (!ticket || (key !== 'C' && key !== 'X')) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'X') this.ask(ticket, 'cancel');
    else this.dispatchEvent(new CustomEvent<CounterTicket>('move', { detail: ticket }));
  }

  /** Whether there was a row to go to. */
  private focusRow(from: HTMLLIElement, step: 1 | -1): boolean {
    const rows = [...this.renderRoot.querySelectorAll('li')];
    const there = rows[rows.indexOf(from) + step];
    const button =
      there?.querySelector<HTMLElement>('.call:not([disabled])') ?? there?.querySelector<HTMLElement>('.more');
    button?.focus();
    return button !== undefined;
  }
}
