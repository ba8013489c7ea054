import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MoisoElement } from '../element.ts';
import { LanguageController } from '../language.ts';

/** What a device shows while it waits to be let in: the code that an administrator types. */
@customElement('ms-pairing')
export class MsPairing extends MoisoElement {
  static override styles = css`
    :host {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: var(--space-5);
      min-height: 80vh;
      padding: var(--space-6);
      text-align: center;
    }
    h1 {
      font-size: var(--text-2xl);
    }
    .code {
      padding: 0.1em 0.5em;
      border: 3px solid var(--colour-accent);
      border-radius: var(--radius-l);
      background: var(--colour-raised);
      font-size: clamp(3rem, 14vmin, 9rem);
      font-weight: 700;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.12em;
    }
    p {
      max-width: 34ch;
      font-size: var(--text-l);
    }
  `;

  /** null: the server has not given one yet. */
  @property() code: string | null = null;
  readonly #language = new LanguageController(this);

  override render() {
    const { common } = this.#language.words;
    if (this.code === null) return html`<p role="status">${common.connecting}</p>`;
    return html`<h1>${common.pairingTitle}</h1><div class="code">${this.code}</div><p>${common.pairingHint}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-pairing': MsPairing;
  }
}
