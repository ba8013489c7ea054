import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/dialog.ts';
import { MoisoElement } from '../../ui/element.ts';
import { keyStyles } from './action-button.ts';
import { type Action, keyOf } from './actions.ts';
import { LanguageController } from './language.ts';

const shown: readonly Action[] = [
  'open',
  'next',
  'start',
  'finish',
  'recall',
  'absent',
  'park',
  'transfer',
  'pause',
  'resume',
  'close',
  'reprint',
  'take',
  'help',
];

/** All keys of the counter page on one sheet. Fires `close`. */
@customElement('ms-keys')
export class Keys extends MoisoElement {
  static override styles = [
    keyStyles,
    css`
      .hint {
        color: var(--colour-text-soft);
      }
      dl {
        columns: 2;
        margin-top: var(--space-3);
      }
      dl div {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding-block: var(--space-1);
        break-inside: avoid;
      }
      dt {
        min-width: 4rem;
      }
      @media (max-width: 34rem) {
        dl {
          columns: 1;
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.counter;
    const line = (key: string, what: string) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`;
    return html`
      <ms-dialog heading=${words.helpHeading} ?open=${this.open} @close=${() => this.dispatchEvent(new Event('close'))}>
        <p class="hint">${words.helpHint}</p>
        <dl>
          ${shown.map((action) => line(keyOf[action], words.actions[action]))} ${line('1–5', words.keyOutcome)}
          ${line('D', words.keyDossiers)} ${line('H', words.keyQueue)} ${line('H C', words.keyMove)} ${line('H X', words.keyCancel)}
          ${line('Enter', words.keyFinishHere)}
          ${line('Esc', words.keyLeave)}
        </dl>
      </ms-dialog>
    `;
  }
}
