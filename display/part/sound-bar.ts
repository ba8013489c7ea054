import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../ui/component/icon.ts';
import { MoisoElement } from '../../ui/element.ts';
import { both } from '../bilingual.ts';
import { hallTheme } from '../theme.css.ts';

/** Says over the whole width that the browser refuses sound. Any touch or key answers it; the page listens for them. */
@customElement('board-sound-bar')
export class BoardSoundBar extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        display: block;
      }

      button {
        align-items: center;
        background: #b3261e;
        border: 0;
        color: #ffffff;
        display: flex;
        font: inherit;
        font-size: calc(var(--u) * 2);
        gap: 1em;
        justify-content: center;
        min-height: calc(var(--u) * 4.6);
        padding: 0.25em 1em;
        text-align: start;
        width: 100%;
      }

      button:focus-visible {
        outline: calc(var(--u) * 0.3) solid #ffffff;
        outline-offset: calc(var(--u) * -0.6);
      }

      .en {
        color: inherit;
      }

      .why {
        font-size: 0.75em;
      }

      @media (orientation: portrait) {
        button {
          min-height: calc(var(--u) * 6);
        }

        .why {
          display: none;
        }
      }

      ms-icon {
        font-size: 1.3em;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<div role="alert"><button type="button">
      <ms-icon name="volume-x"></ms-icon>
      ${both('tapForSound')}<span class="why">${both('tapForSoundWhy')}</span>
    </button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-sound-bar': BoardSoundBar;
  }
}
