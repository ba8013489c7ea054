import { css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/empty.ts';
import type { Connection } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { textOf } from '../../ui/format.ts';
import { Live } from '../../ui/live.ts';
import type { BoardCounter, Session } from '../../wire/client.ts';
import { LanguageController } from './language.ts';
import './desk.ts';

/** The counter page: a clerk with one counter goes right to it, others choose theirs. The address keeps the choice. */
@customElement('ms-counter')
export class CounterPage extends MoisoElement {
  static override styles = [
    css`
      :host {
        display: block;
        height: 100%;
      }
      .choice,
      .hint {
        max-width: 46rem;
        margin-inline: auto;
      }
      .choice {
        padding: var(--space-6) var(--space-4);
      }
      .hint {
        color: var(--colour-text-soft);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
        gap: var(--space-3);
        margin-top: var(--space-5);
        list-style: none;
      }
      ms-button {
        width: 100%;
      }
      .label {
        display: grid;
      }
      .state {
        font-size: var(--text-s);
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @state() private chosen: string | null = null;
  private readonly language = new LanguageController(this);
  private readonly board = new Live(
    this,
    () => this.connection,
    () => (this.chosen === null ? { view: 'board' } : null),
  );

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('session') || !this.session) return;
    const { role, counters } = this.session;
    const named = new URLSearchParams(location.search).get('counter');
    const isAllowed = named !== null && (role !== 'clerk' || counters.includes(named));
    this.chosen = isAllowed ? named : role === 'clerk' && counters.length === 1 ? (counters[0] ?? null) : null;
  }

  override render() {
    const { session, connection } = this;
    if (!session) return '';
    if (this.chosen === null) return this.choice(session);
    return html`
      <ms-desk
        .connection=${connection}
        .session=${session}
        .counter=${this.chosen}
        ?several=${session.role !== 'clerk' || session.counters.length > 1}
        @leave=${() => this.choose(null)}
      ></ms-desk>
    `;
  }

  private choice(session: Session) {
    const words = this.language.words.counter;
    const counters = (this.board.view?.counters ?? []).filter(
      ({ id }) => session.role !== 'clerk' || session.counters.includes(id),
    );
    if (session.role === 'clerk' && session.counters.length === 0) return html`<ms-empty>${words.noCounter}</ms-empty>`;
    if (!this.board.view) return html`<p class="hint" role="status">${words.loading}</p>`;
    return html`
      <section class="choice">
        <h1>${words.chooseCounter}</h1>
        <p class="hint">${words.chooseCounterHint}</p>
        <ul>
          ${counters.map((counter) => html`<li>${this.button(counter)}</li>`)}
        </ul>
      </section>
    `;
  }

  private button(counter: BoardCounter) {
    return html`
      <ms-button size="large" @click=${() => this.choose(counter.id)}>
        <span class="label">
          <span>${textOf(counter.name, this.language.language)}</span>
          <span class="state">${this.language.words.counter.states[counter.state]}</span>
        </span>
      </ms-button>
    `;
  }

  private choose(counter: string | null): void {
    this.chosen = counter;
    const address = new URL(location.href);
    if (counter === null) address.searchParams.delete('counter');
    else address.searchParams.set('counter', counter);
    history.replaceState(null, '', address);
  }
}
