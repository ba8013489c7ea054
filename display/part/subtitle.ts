import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/icon.ts';
import { MoisoElement } from '../../ui/element.ts';
import { hallTheme } from '../theme.css.ts';
import type { Sentence } from '../voice/voice.ts';

/** What the loudspeaker is saying, in writing: for whoever does not hear it, and for screen readers. */
@customElement('board-subtitle')
export class BoardSubtitle extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        display: block;
      }

      p {
        align-items: center;
        color: var(--colour-on-accent);
        display: flex;
        font-size: calc(var(--u) * 1.9);
        gap: 0.6em;
        height: var(--subtitle-height);
        line-height: 1.2;
      }

      ms-icon {
        font-size: 1.3em;
      }

      .sentence {
        display: block;
        font-weight: 600;
      }

      .sentence + .sentence {
        font-size: 0.72em;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) sentences: readonly Sentence[] = [];

  override render(): TemplateResult {
    return html`<p role="status" aria-live="polite">
      ${
        this.sentences.length === 0
          ? nothing
          : html`<ms-icon name="volume-2"></ms-icon>
              <span>
                ${this.sentences.map(({ language, text }) => html`<span class="sentence" lang=${language}>${text}</span>`)}
              </span>`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'board-subtitle': BoardSubtitle;
  }
}
