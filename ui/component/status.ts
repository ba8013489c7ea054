import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Connection } from '../connection.ts';
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
  readonly #language = new LanguageController(this);
  readonly #centre = new Live(
    this,
    () => this.connection,
    () => ({ view: 'centre' }),
  );

  constructor() {
    super();
    new Ticking(this);
  }

  override render() {
    const { words } = this.#language;
    return html`
      <div role="status">${this.#lost()}</div>
      ${
        this.#centre.view?.demonstration
          ? html`<ms-banner kind="demonstration">${words.common.demonstration}</ms-banner>`
          : nothing
      }
    `;
  }

  #lost() {
    const { words } = this.#language;
    const state = this.connection?.state;
    if (state === 'refused' && this.connection?.problem) {
      return html`<ms-banner kind="lost">${words.errors[this.connection.problem.code]}</ms-banner>`;
    }
    if (state !== 'lost') return nothing;
    const age = this.connection?.silentMs() ?? null;
    // The age runs for the eye; read aloud each second it would be noise.
    return html`<ms-banner kind="lost">${
      age === null ? words.common.noServer : words.common.connectionLost(span(age, words))
    }</ms-banner>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-status': MsStatus;
  }
}
