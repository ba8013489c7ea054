import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/icon.ts';
import type { IconName } from '../../ui/icons.ts';
import type { KioskView } from '../../wire/client.ts';
import { openingOf, wallClock, wallHours } from '../opening.ts';
import { stepStyles } from '../style.ts';
import { KioskStep } from './step.ts';

/** The first screen: one big button, or why no number can be taken now. */
@customElement('kiosk-start')
export class KioskStart extends KioskStep {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: 1fr auto;
      }
      .main {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: calc(var(--u) * 12);
        text-align: center;
      }
      h1 {
        font-size: calc(var(--kiosk-text) * 2);
      }
      .purpose {
        font-size: calc(var(--kiosk-text) * 1.15);
        margin-top: calc(var(--u) * 4);
      }
      .begin {
        display: grid;
        grid-template-columns: auto auto;
        align-items: center;
        justify-content: center;
        column-gap: calc(var(--u) * 9);
        min-width: min(100%, calc(var(--u) * 190));
        min-height: calc(var(--u) * 58);
        padding: calc(var(--u) * 9) calc(var(--u) * 14);
        border: 0;
        border-radius: calc(var(--u) * 8);
        background: var(--colour-primary);
        color: var(--colour-on-primary);
        text-align: left;
        box-shadow: var(--shadow-floating);
      }
      .begin:active {
        background: var(--colour-primary-strong);
      }
      .begin ms-icon {
        font-size: calc(var(--u) * 26);
        grid-row: 1 / span 2;
      }
      .begin b {
        font-size: calc(var(--kiosk-text) * 1.7);
        line-height: 1.15;
        align-self: end;
      }
      .begin span {
        font-size: var(--kiosk-text);
        align-self: start;
      }
      .waiting {
        color: var(--colour-text-soft);
        min-height: 1.5em;
      }
      .notice {
        display: grid;
        justify-items: center;
        gap: calc(var(--u) * 4);
        max-width: calc(var(--u) * 220);
        padding: calc(var(--u) * 12) calc(var(--u) * 14);
        border-radius: calc(var(--u) * 8);
        background: var(--colour-raised);
        border: calc(var(--u) * 0.5) solid var(--colour-line);
      }
      .notice ms-icon {
        font-size: calc(var(--u) * 18);
        color: var(--colour-text-soft);
      }
      .notice h2 {
        font-size: calc(var(--kiosk-text) * 1.4);
      }
      .notice.lost {
        border-color: var(--colour-warning);
      }
      .notice.lost ms-icon {
        color: var(--colour-warning);
      }
      ol {
        list-style: none;
        margin: 0 auto;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: calc(var(--u) * 5) calc(var(--u) * 14);
      }
      li {
        display: flex;
        align-items: center;
        gap: calc(var(--u) * 4);
        font-weight: 600;
      }
      li b {
        display: grid;
        place-items: center;
        width: calc(var(--u) * 13);
        height: calc(var(--u) * 13);
        border-radius: 50%;
        background: var(--colour-primary-soft);
        color: var(--colour-on-primary-soft);
      }
      .foot {
        display: grid;
        gap: calc(var(--u) * 8);
        padding-top: calc(var(--u) * 6);
      }
      .foot p {
        text-align: center;
        color: var(--colour-text-soft);
        font-size: calc(var(--kiosk-text) * 0.85);
      }
      @media (orientation: portrait) {
        h1 {
          font-size: calc(var(--kiosk-text) * 2.4);
        }
        .purpose {
          font-size: calc(var(--kiosk-text) * 1.3);
          max-width: 24ch;
          margin-inline: auto;
        }
        .main {
          gap: calc(var(--u) * 22);
        }
        .begin {
          min-height: calc(var(--u) * 80);
        }
        .begin ms-icon {
          font-size: calc(var(--u) * 32);
        }
        .begin b {
          font-size: calc(var(--kiosk-text) * 2.1);
        }
        .begin span {
          font-size: calc(var(--kiosk-text) * 1.15);
        }
        .foot {
          gap: calc(var(--u) * 14);
        }
        .foot p span {
          display: block;
        }
        ol {
          display: grid;
          justify-content: center;
          gap: calc(var(--u) * 7);
        }
      }
    `,
  ];

  /** Undefined until the server has told. */
  @property({ attribute: false }) view: KioskView | undefined;
  /** The server cannot be reached. */
  @property({ type: Boolean }) lost = false;
  /** Whether slips come out. */
  @property({ type: Boolean }) paper = false;

  get #isOpen(): boolean {
    return !this.lost && this.view !== undefined && openingOf(this.view).state === 'open';
  }

  protected override render(): TemplateResult {
    const words = this.words.kiosk;
    return html`
      <div class="main">
        <div>
          <h1 tabindex="-1">${words.welcome}</h1>
          ${this.#isOpen ? html`<p class="purpose">${words.purpose}</p>` : nothing}
        </div>
        ${this.#invitation()}
      </div>
      <div class="foot">
        ${this.#isOpen ? html`<ol>${(this.paper ? words.steps : words.stepsWithoutPaper).map((step, index) => html`<li><b>${index + 1}</b>${step}</li>`)}</ol>` : nothing}
        <p><span>${words.help}</span> <span>${words.privacy}</span></p>
      </div>
    `;
  }

  #invitation(): TemplateResult {
    const words = this.words.kiosk;
    if (this.lost) return this.#notice('wifi-off', words.lost, [words.lostHint], true);
    if (!this.view) return html`<p role="status" class="waiting">${this.words.common.connecting}</p>`;
    const hours = this.view.servingToday.length > 0 ? [words.servingHours(wallHours(this.view.servingToday))] : [];
    const opening = openingOf(this.view);
    switch (opening.state) {
      case 'opens-at':
        return this.#notice('clock', words.opensAt(wallClock(opening.minute)), hours);
      case 'closed':
        return this.#notice('clock', hours.length > 0 ? words.closedToday : words.dayOff, [
          words.closedTodayHint,
          ...hours,
        ]);
      case 'full':
        return this.#notice('info', words.fullToday, [words.fullTodayHint]);
      case 'open':
        return this.#button(this.view);
    }
  }

  #button(view: KioskView): TemplateResult {
    const words = this.words.kiosk;
    const waiting = view.services.reduce((sum, service) => sum + service.waiting, 0);
    return html`
      <button class="begin" @click=${() => this.ask({ type: 'begin' })}>
        <ms-icon name="ticket"></ms-icon><b>${words.start}</b><span>${words.startHint}</span>
      </button>
      <p class="waiting">${words.waitingNow(waiting)}</p>
    `;
  }

  #notice(icon: IconName, heading: string, lines: readonly string[], lost = false): TemplateResult {
    return html`
      <div class="notice ${lost ? 'lost' : ''}" role="status">
        <ms-icon name=${icon}></ms-icon>
        <h2>${heading}</h2>
        ${lines.length > 0 ? lines.map((line) => html`<p>${line}</p>`) : nothing}
      </div>
    `;
  }
}
