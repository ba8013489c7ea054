import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Connection } from '../connection.ts';
import type { PageWords } from '../dictionary.ts';
import { MoisoElement } from '../element.ts';
import { span } from '../format.ts';
import { LanguageController } from '../language.ts';
import { Live } from '../live.ts';
import { Ticking } from '../ticking.ts';
import './banner.ts';

/** Says in words when the server is lost and how old the page's figures are, and that a demonstration is one. */
@customElement('ms-status')
export class MsStatus extends MoisoElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  @property({ attribute: false }) connection: Connection | null = null;
  /** Words of another language, said beside the page's own; null for none. */
  @property({ attribute: false }) second: PageWords<never> | null = null;
  readonly #language = new LanguageController(this);
  readonly #onState = () => this.requestUpdate();
  readonly #centre = new Live(
    this,
    () => this.connection,
    () => ({ view: 'centre' }),
  );

  constructor() {
    super();
    new Ticking(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('connection')) return;
    changed.get('connection')?.removeEventListener('state', this.#onState);
    this.connection?.addEventListener('state', this.#onState);
  }

  override render() {
    const { words } = this.#language;
    const lost = this.#lost(words);
    const { second } = this;
    // The running age is for the eye: read aloud each second it would be noise, so the ear gets a sentence that stays.
    return html`<aside aria-label=${words.common.notices}>
      <div class="visually-hidden" role="status">${lost ? words.common.noServer : ''}</div>
      ${lost ? html`<ms-banner kind="lost">${lost}${second ? html` <span lang="en">${this.#lost(second)}</span>` : nothing}</ms-banner>` : nothing}
      ${
        this.#centre.view?.demonstration
          ? html`<ms-banner kind="demonstration"
              >${words.common.demonstration}${second ? html` · <span lang="en">${second.common.demonstration}</span>` : nothing}</ms-banner
            >`
          : nothing
      }
    </aside>`;
  }

  /** What there is to say about the connection, or null when all is well. */
  #lost(words: PageWords<never>): string | null {
    if (this.connection?.problem) return words.errors[this.connection.problem.code];
    if (this.connection?.state !== 'lost') return null;
    const age = this.connection.silentMs();
    return age === null ? words.common.noServer : words.common.connectionLost(span(age, words));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-status': MsStatus;
  }
}
