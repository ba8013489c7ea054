import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/icon.ts';
import { waitText } from '../../ui/format.ts';
import type { TicketReceipt, TicketView } from '../../wire/client.ts';
import { followCode } from '../follow-code.ts';
import { type SlipNews, slipNews } from '../slip-news.ts';
import { stepStyles } from '../style.ts';
import { KioskStep } from './step.ts';

const slipIcons = {
  none: 'info',
  printing: 'printer',
  printed: 'circle-check',
  late: 'printer',
  failed: 'triangle-alert',
} as const;

/** The number, large; the slip that comes out; the code to follow it on a phone. */
@customElement('kiosk-ticket')
export class KioskTicket extends KioskStep {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        gap: calc(var(--u) * 8);
        text-align: center;
        grid-template: "number" 1fr "slip" auto "follow" auto "end" auto / 1fr;
      }
      .number {
        grid-area: number;
        display: grid;
        align-content: center;
        justify-items: center;
        gap: calc(var(--u) * 3);
        padding: calc(var(--u) * 6);
        border-radius: calc(var(--u) * 6);
        background: var(--colour-raised);
        border: var(--line-width) solid var(--colour-line);
        container-type: inline-size;
      }
      h1 {
        font-size: calc(var(--kiosk-text) * 1.2);
        font-weight: 600;
      }
      .big {
        font-size: calc(min(calc(var(--u) * 82), 30vh, 36cqw) / var(--enlarge));
        line-height: 1;
        font-weight: 700;
        color: var(--colour-on-primary-soft);
        font-variant-numeric: tabular-nums;
        padding: 0.06em 0;
      }
      .big.long {
        font-size: calc(min(calc(var(--u) * 82), 30vh, 23cqw) / var(--enlarge));
      }
      .with-call .big {
        font-size: calc(min(calc(var(--u) * 60), 22vh, 23cqw) / var(--enlarge));
      }
      .service {
        font-size: calc(var(--kiosk-text) * 1.25);
        font-weight: 600;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: calc(var(--u) * 2) calc(var(--u) * 14);
        font-size: calc(var(--kiosk-text) * 1.15);
        margin-top: calc(var(--u) * 4);
      }
      .facts span {
        display: inline-flex;
        align-items: center;
        gap: calc(var(--u) * 3);
      }
      .called {
        display: grid;
        gap: calc(var(--u) * 2);
        padding: calc(var(--u) * 6) calc(var(--u) * 14);
        border-radius: calc(var(--u) * 5);
        background: var(--colour-called-soft);
        color: var(--colour-on-called-soft);
        margin-top: calc(var(--u) * 4);
      }
      .called b {
        font-size: var(--kiosk-title);
        line-height: 1.2;
      }
      .slip {
        grid-area: slip;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: calc(var(--u) * 6);
        padding: calc(var(--u) * 6) calc(var(--u) * 8);
        border-radius: calc(var(--u) * 5);
        text-align: left;
        font-size: calc(var(--kiosk-text) * 1.1);
        font-weight: 600;
        line-height: 1.35;
        background: var(--colour-primary-soft);
        color: var(--colour-on-primary-soft);
        border: var(--line-width) solid currentcolor;
      }
      .slip ms-icon {
        font-size: calc(var(--u) * 11);
      }
      .slip.printed {
        background: var(--colour-success-soft);
        color: var(--colour-success);
      }
      .slip.late,
      .slip.failed {
        background: var(--colour-warning-soft);
        color: var(--colour-warning);
      }
      .follow {
        grid-area: follow;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: calc(var(--u) * 9);
        text-align: left;
      }
      .follow svg {
        display: block;
        width: calc(var(--u) * 58);
        height: calc(var(--u) * 58);
        border-radius: calc(var(--u) * 3);
        flex: none;
      }
      .follow p {
        max-width: 17em;
        text-wrap: balance;
      }
      .follow .wait {
        color: var(--colour-text-soft);
        margin-top: calc(var(--u) * 3);
      }
      .end {
        grid-area: end;
        display: grid;
        justify-items: center;
        gap: calc(var(--u) * 3);
      }
      .end ms-button {
        width: calc(var(--u) * 120);
      }
      .end p {
        color: var(--colour-text-soft);
        font-size: var(--kiosk-text-small);
        font-variant-numeric: tabular-nums;
      }
      @media (orientation: landscape) {
        :host {
          grid-template: "number slip" auto "number follow" 1fr "end end" auto / 1.35fr 1fr;
          column-gap: calc(var(--u) * 10);
        }
        .follow {
          flex-direction: column;
          text-align: center;
          gap: calc(var(--u) * 4);
        }
        .end {
          grid-auto-flow: column;
          align-items: center;
          justify-content: center;
          gap: calc(var(--u) * 10);
        }
      }
    `,
  ];

  @property({ attribute: false }) receipt!: TicketReceipt;
  /** Address of the server as phones reach it. */
  @property() address = '';
  /** Name of its service. */
  @property() service = '';
  /** Counters that serve it now; undefined while nobody told. */
  @property({ attribute: false }) openCounters: number | undefined;
  /** Whether slips come out. */
  @property({ type: Boolean }) paper = false;
  /** The ticket as it lives on; undefined until the server told. */
  @property({ attribute: false }) ticket: TicketView | undefined;
  /** The server's clock, ms since 1970. */
  @property({ attribute: false }) now = 0;
  /** Seconds until the first screen comes back. */
  @property({ attribute: false }) remaining: number | null = null;

  protected override render(): TemplateResult {
    const words = this.words.kiosk;
    const { number, id } = this.receipt;
    return html`
      <div class="number ${this.ticket?.counter ? 'with-call' : ''}">
        <h1 tabindex="-1">${words.yourNumber}</h1>
        <p class="big ${number.length > 4 ? 'long' : ''}">${number}</p>
        <p class="service">${this.service}</p>
        ${this.ticket?.counter ? this.#called(this.ticket.counter) : this.#line()}
      </div>
      ${this.#slip(slipNews(this.ticket, this.receipt.issuedAt, this.now, this.paper))}
      <div class="follow">
        ${followCode(`${this.address}/ticket/${id}`, words.followCode(number))}
        <div>
          <p>${words.follow}</p>
          <p class="wait">${words.waitForCall}</p>
        </div>
      </div>
      <div class="end">
        <ms-button size="kiosk" variant="primary" @click=${() => this.ask({ type: 'leave' })}>${words.done}</ms-button>
        <p>${this.remaining === null ? nothing : words.returnsIn(this.remaining)}</p>
      </div>
    `;
  }

  #line(): TemplateResult {
    const words = this.words.kiosk;
    const ahead = this.ticket?.ahead ?? this.receipt.ahead;
    const wait = this.ticket?.expectedWait ?? this.receipt.expectedWait;
    return html`<p class="facts">
      <span><ms-icon name="users"></ms-icon>${ahead === 0 && this.openCounters === 0 ? words.nextOnceOpen : words.ahead(ahead)}</span>
      ${wait ? html`<span><ms-icon name="clock"></ms-icon>${words.expectedWait(waitText(wait, this.words))}</span>` : nothing}
    </p>`;
  }

  #called(counter: string): TemplateResult {
    const words = this.words.kiosk;
    return html`<div class="called" role="status">
      <span>${words.calledHint}</span><b>${words.called(this.words.common.counterName(counter))}</b>
    </div>`;
  }

  #slip(news: SlipNews): TemplateResult {
    const words = this.words.kiosk;
    const { number } = this.receipt;
    const sentence = {
      none: words.slipNone(number),
      printing: words.slipPrinting,
      printed: words.slipPrinted,
      late: words.slipLate(number),
      failed: words.slipFailed(number),
    }[news];
    return html`<p class="slip ${news}" role="status"><ms-icon name=${slipIcons[news]}></ms-icon>${sentence}</p>`;
  }
}
