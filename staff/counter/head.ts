import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/badge.ts';
import '../../ui/component/button.ts';
import { MoisoElement } from '../../ui/element.ts';
import { clock, span, textOf } from '../../ui/format.ts';
import type { CounterView } from '../../wire/client.ts';
import { type ActionContext, actionButton, keyStyles } from './action-button.ts';
import type { Action, Refusals } from './actions.ts';
import { LanguageController } from './language.ts';

/** Which counter it is, how it stands and what it did today, and what is done with the counter itself. Fires `act` and `leave`. */
@customElement('ms-desk-head')
export class DeskHead extends MoisoElement {
  static override styles = [
    keyStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }
      h1 {
        font-size: var(--text-xl);
      }
      .since {
        color: var(--colour-text-soft);
      }
      .figures {
        display: flex;
        gap: var(--space-5);
        margin-inline: auto var(--space-3);
      }
      .figures div {
        display: flex;
        flex-direction: column-reverse;
        line-height: 1.3;
      }
      .figures dt {
        color: var(--colour-text-soft);
        font-size: var(--text-s);
      }
      .figures dd {
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      @media (max-width: 62rem) {
        .figures {
          margin-inline: 0;
        }
        .tools [data-action='help'] {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: CounterView | null = null;
  @property({ attribute: false }) refusals: Refusals | null = null;
  @property() busy: string | null = null;
  /** Who is signed in. */
  @property() user = '';
  /** IANA name of the centre's time zone; empty until it is known. */
  @property() timeZone = '';
  /** Whether this person may go to another counter. */
  @property({ type: Boolean }) several = false;
  private readonly language = new LanguageController(this);

  override render() {
    const { view, refusals, timeZone } = this;
    if (!view || !refusals) return nothing;
    const all = this.language.words;
    const words = all.counter;
    const kinds = { closed: 'neutral', open: 'success', paused: 'warning' } as const;
    return html`
      <header class="head">
        <h1>${textOf(view.name, this.language.language)}</h1>
        <ms-badge kind=${kinds[view.state]}>${words.states[view.state]}</ms-badge>
        ${
          view.since !== null && timeZone
            ? html`<span class="since">${words.openSince(clock(view.since, timeZone))}</span>`
            : nothing
        }
        ${
          view.clerk !== null && view.clerk !== this.user
            ? html`<span class="since">${words.heldBy(view.clerk)}</span>`
            : nothing
        }
        <dl class="figures" aria-label=${words.today}>
          <div><dt>${words.servedToday}</dt><dd>${words.visits(view.served)}</dd></div>
          <div>
            <dt>${words.meanTime}</dt>
            <dd>${view.meanServiceMs === null ? words.noFigure : span(view.meanServiceMs, all)}</dd>
          </div>
        </dl>
        ${this.tools(view, refusals)}
      </header>
    `;
  }

  private tools(view: CounterView, refusals: Refusals) {
    const words = this.language.words.counter;
    const act = (action: Action) => this.dispatchEvent(new CustomEvent<Action>('act', { detail: action }));
    const context: ActionContext = { words, refusals, busy: this.busy, act };
    return html`
      <div class="tools">
        ${view.state === 'open' ? actionButton(context, 'pause') : nothing}
        ${view.state === 'closed' ? nothing : actionButton(context, 'close')} ${actionButton(context, 'take')}
        ${actionButton(context, 'help', 'quiet')}
        ${
          this.several
            ? html`<ms-button variant="quiet" @click=${() => this.dispatchEvent(new Event('leave'))}
                >${words.otherCounter}</ms-button
              >`
            : nothing
        }
      </div>
    `;
  }
}
