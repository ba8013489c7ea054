import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { textOf } from '../../ui/format.ts';
import type { IconName } from '../../ui/icons.ts';
import type { CentreView } from '../../wire/client.ts';
import { LanguageController } from './language.ts';

type Scale = CentreView['rating'];

/** Faces from the worst to the best, by the number of levels. */
const faces: Readonly<Record<Scale['levels'], readonly IconName[]>> = {
  3: ['frown', 'meh', 'smile'],
  4: ['frown', 'meh', 'smile', 'laugh'],
  5: ['angry', 'frown', 'meh', 'smile', 'laugh'],
};

/** Asks whoever was served how it was: one tap, and for a bad mark the reasons. */
@customElement('ticket-rating')
export class TicketRating extends MoisoElement {
  static override styles = css`
    :host {
      display: grid;
      gap: var(--space-3);
    }

    h2 {
      font-size: var(--text-l);
    }

    .marks {
      display: grid;
      gap: var(--space-2);
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    .marks button {
      align-items: center;
      background: var(--colour-raised);
      border: 2px solid var(--colour-line-strong);
      border-radius: var(--radius-m);
      display: flex;
      flex-direction: column;
      font-size: 0.8125rem;
      gap: var(--space-1);
      line-height: 1.3;
      padding: var(--space-2) var(--space-1);
    }

    .marks button[aria-pressed='true'] {
      background: var(--colour-primary);
      border-color: var(--colour-primary);
      color: var(--colour-on-primary);
    }

    .marks ms-icon {
      font-size: 1.9rem;
    }

    .reasons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }

    .problem:empty {
      display: none;
    }

    .problem {
      color: var(--colour-danger);
      font-weight: 600;
    }

    .note {
      color: var(--colour-text-soft);
      font-size: var(--text-s);
    }
  `;

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) scale: Scale | undefined;
  /** The citizen's key. */
  @property() ticket = '';
  @state() private score: number | null = null;
  @state() private reasons: ReadonlySet<string> = new Set();
  @state() private problem = '';
  @state() private isSending = false;

  readonly #language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (!this.scale) return nothing;
    const words = this.#language.words.rating;
    const { levels } = this.scale;
    return html`<h2 id="ask">${words.ask}</h2>
      <div class="marks" role="group" aria-labelledby="ask">${words.marks[levels].map((_, i) => this.#mark(i + 1, levels))}</div>
      ${this.score !== null && this.score <= this.scale.lowUpTo ? this.#askReasons(this.scale) : nothing}
      <p class="problem" role="alert">${this.problem}</p>
      <p class="note">${words.askHint}</p>`;
  }

  #mark(score: number, levels: Scale['levels']): TemplateResult {
    const { words } = this.#language;
    const isStars = this.scale?.style === 'stars';
    return html`<button
      type="button"
      aria-pressed=${this.score === score ? 'true' : 'false'}
      ?disabled=${this.isSending}
      @click=${() => this.#choose(score)}
    >
      <ms-icon .name=${isStars ? 'star' : faces[levels][score - 1]!}></ms-icon>
      ${isStars ? words.rating.stars(score) : words.rating.marks[levels][score - 1]}
    </button>`;
  }

  #askReasons(scale: Scale): TemplateResult {
    const words = this.#language.words.rating;
    return html`<h2 id="why">${words.askReasons}</h2>
      <p class="note">${words.askReasonsHint}</p>
      <div class="reasons" role="group" aria-labelledby="why">
        ${scale.reasons.map(
          ({ id, name }) =>
            html`<ms-button .pressed=${this.reasons.has(id) ? 'true' : 'false'} @click=${() => this.#toggle(id)}
              >${textOf(name, this.#language.language)}</ms-button
            >`,
        )}
      </div>
      <ms-button variant="primary" size="large" ?busy=${this.isSending} @click=${() => void this.#send()}
        >${words.send}</ms-button
      >`;
  }

  #choose(score: number): void {
    this.score = score;
    if (this.scale && score > this.scale.lowUpTo) void this.#send();
  }

  #toggle(reason: string): void {
    const next = new Set(this.reasons);
    if (!next.delete(reason)) next.add(reason);
    this.reasons = next;
  }

  async #send(): Promise<void> {
    if (!this.connection || !this.scale || this.score === null || this.isSending) return;
    this.isSending = true;
    this.problem = '';
    const reasons = this.score <= this.scale.lowUpTo ? [...this.reasons] : [];
    try {
      await this.connection.call('rateVisit', {
        params: { ticket: this.ticket },
        body: { score: this.score, reasons },
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problem = error.message;
    } finally {
      this.isSending = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-rating': TicketRating;
  }
}
