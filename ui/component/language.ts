import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Language, languageNames } from '../../lang/names.ts';
import { MoisoElement } from '../element.ts';
import { LanguageController, pageLanguage } from '../language.ts';
import './button.ts';
import './icon.ts';

const codes = Object.keys(languageNames) as Language[];

/** Switches the language of the page. Dispatches `change`; `value` is then the new language. */
@customElement('ms-language')
export class MsLanguage extends MoisoElement {
  static override styles = css`
    :host {
      display: inline-flex;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    :host([size='kiosk']) div {
      gap: var(--kiosk-gap);
    }
  `;

  @property({ reflect: true }) size: 'normal' | 'large' | 'kiosk' = 'normal';
  readonly #language = new LanguageController(this);

  get value(): Language {
    return this.#language.language;
  }

  @property({ attribute: false })
  set value(language: Language) {
    this.#language.set(language);
  }

  override firstUpdated(): void {
    // At hand when somebody asks for it, also if the server is away at that moment.
    for (const code of codes) void pageLanguage.load(code);
  }

  override render() {
    return html`<div role="group" aria-label=${this.#language.words.common.language}>
      ${codes.map(
        (code) => html`<ms-button
          size=${this.size}
          lang=${code}
          .pressed=${code === this.value ? 'true' : 'false'}
          @click=${() => this.#choose(code)}
          >${code === this.value ? html`<ms-icon slot="start" name="check"></ms-icon>` : nothing}${languageNames[code]}</ms-button
        >`,
      )}
    </div>`;
  }

  #choose(language: Language): void {
    this.#language.set(language);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-language': MsLanguage;
  }
}
