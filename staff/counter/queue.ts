import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/component/badge.ts';
import '../../ui/component/button.ts';
import { MoisoElement } from '../../ui/element.ts';
import { span } from '../../ui/format.ts';
import { Ticking } from '../../ui/ticking.ts';
import type { CounterTicket, CounterView } from '../../wire/client.ts';
import { LanguageController } from './language.ts';

type List = 'waiting' | 'absent' | 'parked';

/** Who waits, in the order of calling, who is absent and who was set aside. Fires `call` and `return` with a ticket's id. */
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
  /** Whether an absent or parked ticket may be sent back to the line now. */
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
    const age = span(Math.max(0, this.now() - ticket.since), all);
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
              ${list === 'absent' ? words.absentFor(age) : list === 'parked' ? words.parkedFor(age) : age}${
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
      </li>
    `;
  }

  private tell(what: 'call' | 'return', ticket: CounterTicket): void {
    this.dispatchEvent(new CustomEvent<string>(what, { detail: ticket.id }));
  }

  /** ↑ and ↓ go from ticket to ticket. */
  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('ms-button.call')];
    const row = event.composedPath().find((target) => target instanceof HTMLLIElement);
    const here = buttons.findIndex((button) => row instanceof HTMLLIElement && row.contains(button));
    const there = buttons[here + step];
    if (here < 0 || !there) return;
    event.preventDefault();
    there.focus();
  }
}
