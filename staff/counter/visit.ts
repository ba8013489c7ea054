import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/badge.ts';
import { MoisoElement } from '../../ui/element.ts';
import { clock, span, stopwatch } from '../../ui/format.ts';
import { Ticking } from '../../ui/ticking.ts';
import type { CounterTicket, CounterView } from '../../wire/client.ts';
import { type ActionContext, actionButton, keyStyles } from './action-button.ts';
import { type Action, primaryAction, type Refusals } from './actions.ts';
import { LanguageController } from './language.ts';

const besides: readonly Action[] = ['recall', 'absent', 'park', 'transfer', 'reprint'];

/** The visit of the moment and what can be done with it; the one thing to do next is the largest. Fires `act`. */
@customElement('ms-visit')
export class Visit extends MoisoElement {
  static override styles = [
    keyStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-4);
        min-width: 0;
        padding: var(--space-3) var(--space-5) var(--space-4);
      }
      .now {
        flex: 1;
      }
      .nobody {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--space-2);
        text-align: center;
      }
      .top {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-4);
      }
      .headline {
        font-size: var(--text-xl);
      }
      .called {
        color: var(--colour-called);
      }
      .serving {
        color: var(--colour-success);
      }
      .timer {
        font-size: var(--text-2xl);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
      }
      .number {
        font-size: clamp(4.5rem, min(13vw, 30vh - 5rem), 16rem);
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.02em;
        line-height: 1.15;
      }
      .service {
        font-size: var(--text-l);
        font-weight: 600;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-4);
        margin-top: var(--space-1);
        color: var(--colour-text-soft);
      }
      @media (min-height: 55rem) {
        .service {
          font-size: var(--text-xl);
        }
        .facts {
          font-size: var(--text-l);
        }
      }
      .hint {
        color: var(--colour-text-soft);
        font-size: var(--text-l);
      }
      .do {
        display: grid;
        gap: var(--space-3);
      }
      .primary {
        display: grid;
        --target: clamp(4rem, 11vh, 7rem);
        --text-m: clamp(1.5rem, 3.4vh, 2rem);
      }
      .besides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 40%), 1fr));
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) view: CounterView | null = null;
  @property({ attribute: false }) refusals: Refusals | null = null;
  @property() busy: string | null = null;
  @property({ attribute: false }) now: () => number = () => 0;
  @property({ attribute: false }) serviceName: (id: string) => string = (id) => id;
  @property({ attribute: false }) priorityWords: (priority: string) => string = (priority) => priority;
  /** IANA name of the centre's time zone; empty until it is known. */
  @property() timeZone = '';
  private readonly language = new LanguageController(this);

  constructor() {
    super();
    new Ticking(this);
  }

  override render() {
    const { view, refusals } = this;
    if (!view || !refusals) return nothing;
    const context: ActionContext = {
      words: this.language.words.counter,
      refusals,
      busy: this.busy,
      act: (action) => this.dispatchEvent(new CustomEvent<Action>('act', { detail: action })),
    };
    const primary = primaryAction(view);
    return html`
      <div class=${view.ticket ? 'now' : 'now nobody'}>${view.ticket ? this.visit(view.ticket) : this.nobody(view)}</div>
      <div class="do">
        <div class="primary">${actionButton(context, primary, 'primary')}</div>
        ${
          view.ticket
            ? html`<div class="besides">
                ${besides.map((action) => actionButton(context, action))}
                ${view.ticket.status === 'called' ? actionButton(context, 'finish') : nothing}
              </div>`
            : nothing
        }
      </div>
    `;
  }

  private nobody(view: CounterView) {
    const words = this.language.words.counter;
    const [headline, hint] = {
      closed: [words.headlines.closed, words.headlines.closedHint],
      paused: [words.headlines.paused, view.reason ? words.pausedFor(view.reason) : ''],
      open: [words.headlines.idle, words.headlines.idleHint(view.waiting.length)],
    }[view.state];
    const next = view.state === 'open' ? view.waiting.find((ticket) => ticket.id === view.next) : undefined;
    return html`
      <h2 class="headline">${headline}</h2>
      <p class="hint">${hint} ${next ? words.nextIs(next.number) : nothing}</p>
    `;
  }

  private visit(ticket: CounterTicket) {
    const all = this.language.words;
    const words = all.counter;
    const isCalled = ticket.status === 'called';
    return html`
      <div class="top">
        <h2 class="headline ${ticket.status}">${isCalled ? words.headlines.called : words.headlines.serving}</h2>
        <span class="timer" aria-label=${isCalled ? words.calledFor : words.servedFor} role="timer"
          >${stopwatch(this.now() - ticket.since)}</span
        >
      </div>
      <p class="number">${ticket.number}</p>
      <p class="service">${this.serviceName(ticket.service)}</p>
      <p class="facts">
        ${ticket.priority ? html`<ms-badge kind="called">${this.priorityWords(ticket.priority)}</ms-badge>` : nothing}
        ${ticket.slip.state === 'failed' ? html`<ms-badge kind="danger">${words.slipMissing}</ms-badge>` : nothing}
        ${this.timeZone ? html`<span>${words.takenAt(clock(ticket.issuedAt, this.timeZone))}</span>` : nothing}
        <span>${words.waited(span(ticket.waitedMs, all))}</span>
        ${ticket.recalls > 0 ? html`<span>${words.recalled(ticket.recalls)}</span>` : nothing}
      </p>
    `;
  }
}
