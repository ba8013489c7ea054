import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { isLanguage } from '../lang/names.ts';
import '../ui/component/icon.ts';
import '../ui/component/language.ts';
import '../ui/component/pairing.ts';
import '../ui/component/status.ts';
import { onNewBuild } from '../ui/build.ts';
import type { Connection } from '../ui/connection.ts';
import { DeviceController } from '../ui/device.ts';
import { MoisoElement } from '../ui/element.ts';
import { textOf } from '../ui/format.ts';
import { Live } from '../ui/live.ts';
import { newRequestId } from '../ui/problem.ts';
import { applyScale } from '../ui/scale.ts';
import type { RatableVisit } from '../wire/client.ts';
import { IdleController, type IdleTimes } from './idle.ts';
import {
  type Answer,
  asleep,
  type Panel,
  type PanelEvent,
  type PanelStep,
  reducePanel,
  type Thanks,
} from './panel/flow.ts';
import { LanguageController } from './panel/language.ts';
import './panel/mark-question.ts';
import { Outbox } from './panel/outbox.ts';
import './panel/reason-question.ts';
import type { PanelRequest } from './panel/request.ts';
import { kioskMeasures, stepStyles } from './style.ts';
import { holdKiosk } from './touch.ts';

/** A new question does not take a tap so soon: it was meant for what stood there before. */
const settleMs = 400;
/** Seconds that each step waits for a touch. */
const askingSeconds = 120;
const reasonSeconds = 15;
const thanksSeconds = 6;

/** The rating panel at a counter: sleeps, wakes for the visit that just finished, takes one mark. */
@customElement('rating-panel')
export class RatingPanel extends MoisoElement {
  static override styles = [
    ...stepStyles,
    kioskMeasures,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        height: 100dvh;
        overflow: hidden;
        background: var(--colour-page);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: calc(var(--u) * 5) calc(var(--u) * 8);
        padding: calc(var(--u) * 6) calc(var(--u) * 12);
        background: var(--colour-raised);
        border-bottom: var(--line-width) solid var(--colour-line);
      }
      .name {
        font-weight: 700;
        font-size: calc(var(--kiosk-text) * 1.1);
        line-height: 1.3;
        flex: 1 1 calc(var(--u) * 140);
      }
      main {
        min-height: 0;
        padding: calc(var(--u) * 10) calc(var(--u) * 12);
      }
      .calm {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: calc(var(--u) * 8);
        height: 100%;
        text-align: center;
      }
      .calm h1 {
        font-size: calc(var(--kiosk-text) * 2.2);
      }
      .calm p {
        font-size: calc(var(--kiosk-text) * 1.2);
        max-width: 40ch;
        text-wrap: balance;
        color: var(--colour-text-soft);
      }
      .calm ms-icon {
        font-size: calc(var(--u) * 36);
        color: var(--colour-on-primary-soft);
      }
      .calm.thanks ms-icon {
        color: var(--colour-success);
      }
      .calm.problem ms-icon {
        color: var(--colour-warning);
      }
      .settling {
        pointer-events: none;
      }
    `,
  ];

  readonly #device = new DeviceController(this, 'rating');
  readonly #language = new LanguageController(this, 'vi');
  readonly #counter = new URLSearchParams(location.search).get('counter');
  readonly #centre = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'centre' }),
  );
  readonly #view = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'rating', counter: this.#counter }),
  );
  readonly #idle = new IdleController(
    this,
    () => this.#idleTimes(),
    () => this.#expire(),
  );
  readonly #outbox = new Outbox(() => this.#device.connection);
  @state() private panel: Panel = asleep;
  @state() private settling = false;
  #settled: ReturnType<typeof setTimeout> | undefined;
  #endBuildWatch: (() => void) | null = null;
  #watchedConnection: Connection | null = null;
  #isNewBuild = false;
  // A page that goes away takes no mark with it.
  readonly #onLeave = () => this.panel.step.name === 'reasons' && this.#send({ type: 'send' });

  override connectedCallback(): void {
    super.connectedCallback();
    holdKiosk();
    addEventListener('pagehide', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#onLeave);
    clearTimeout(this.#settled);
    this.#endBuildWatch?.();
  }

  protected override willUpdate(): void {
    const offered = this.#view.view?.visit ?? null;
    if (this.#view.view && offered?.ticket !== this.panel.offered?.ticket)
      this.#send({ type: 'offer', visit: offered });
  }

  protected override updated(_changed: PropertyValues): void {
    const { connection } = this.#device;
    if (connection !== this.#watchedConnection) this.#watchBuild(connection);
    if (this.#centre.view) applyScale(this.#centre.view.kiosk.diagonalInches);
    if (this.#isNewBuild && this.panel.step.name === 'asleep') location.reload();
  }

  #watchBuild(connection: Connection | null): void {
    this.#endBuildWatch?.();
    this.#watchedConnection = connection;
    this.#endBuildWatch = connection
      ? onNewBuild(connection, () => {
          this.#isNewBuild = true;
          this.requestUpdate();
        })
      : null;
  }

  #send(event: PanelEvent): void {
    const before = this.panel.step;
    this.panel = reducePanel(this.panel, event);
    const { step } = this.panel;
    if (step.name !== before.name || visitOf(step) !== visitOf(before)) this.#begin(step, before);
  }

  #begin(step: PanelStep, before: PanelStep): void {
    this.settling = true;
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => {
      this.settling = false;
    }, settleMs);
    // The visit's language first; whoever switches keeps it until the panel sleeps.
    if (step.name === 'asleep') this.#language.set('vi');
    else if (step.name === 'asking' && visitOf(before) !== step.visit.ticket) this.#speak(step.visit);
    if (step.name === 'sending') void this.#deliver(step.answer);
  }

  #speak(visit: RatableVisit): void {
    if (isLanguage(visit.language)) this.#language.set(visit.language);
  }

  async #deliver(answer: Answer): Promise<void> {
    const { ticket } = answer;
    // Nobody waits at the panel for a server that is away.
    if (this.#device.connection?.state !== 'online') this.#send({ type: 'thank', ticket, how: 'kept' });
    const delivery = await this.#outbox.deliver(answer);
    if ('how' in delivery) this.#send({ type: 'thank', ticket, how: delivery.how });
    else this.#send({ type: 'refused', ticket, code: delivery.refused });
  }

  #idleTimes(): IdleTimes | null {
    switch (this.panel.step.name) {
      case 'asking':
        return { idleSeconds: askingSeconds, warningSeconds: 0 };
      case 'reasons':
        return { idleSeconds: 0, warningSeconds: reasonSeconds };
      case 'thanks':
      case 'problem':
        return { idleSeconds: thanksSeconds, warningSeconds: 0 };
      default:
        return null;
    }
  }

  #expire(): void {
    this.#send({ type: this.panel.step.name === 'reasons' ? 'send' : 'sleep' });
  }

  protected override render(): TemplateResult {
    const { connection, pairingCode, pairingConnection } = this.#device;
    if (!connection && pairingConnection) {
      return html`<ms-status .connection=${pairingConnection}></ms-status><ms-pairing .code=${pairingCode}></ms-pairing>`;
    }
    const centre = this.#centre.view;
    const name = centre ? textOf(centre.name, this.#language.language) : '';
    const isAwake = this.panel.step.name !== 'asleep';
    return html`
      <header>
        <p class="name">${name}</p>
        ${isAwake ? html`<ms-language size="kiosk"></ms-language>` : nothing}
      </header>
      <ms-status .connection=${connection}></ms-status>
      <main class=${this.settling ? 'settling' : ''} @panel-wish=${(event: PanelRequest) => this.#wish(event)}>${this.#step()}</main>
    `;
  }

  #wish({ wish }: PanelRequest): void {
    this.#send(wish.type === 'mark' ? { ...wish, requestId: newRequestId() } : wish);
  }

  #step(): TemplateResult {
    const { rating, errors } = this.#language.words;
    const { step } = this.panel;
    const scale = this.#view.view?.scale;
    // Such as a panel of one counter that was opened for another.
    if (this.#view.problem) return calm('problem', 'info', rating.notShown, errors[this.#view.problem.code]);
    if (step.name === 'asleep' || !scale) return calm('', 'smile', rating.hello, rating.asleep);
    switch (step.name) {
      case 'asking':
        return html`<mark-question .visit=${step.visit} .scale=${scale}></mark-question>`;
      case 'reasons':
        return html`<reason-question .answer=${step.answer} .scale=${scale} .remaining=${this.#idle.remaining}></reason-question>`;
      case 'sending':
        return calm('', 'hourglass', rating.sending, '');
      case 'thanks':
        return calm('thanks', 'circle-check', rating.thanks, this.#thanks(step.how));
      case 'problem':
        return calm('problem', 'info', rating.notTaken, errors[step.code]);
    }
  }

  #thanks(how: Thanks): string {
    const { rating } = this.#language.words;
    if (how === 'kept') return rating.kept;
    return how === 'already-rated' ? rating.alreadyRated : rating.thanksHint;
  }
}

const visitOf = (step: PanelStep): string | null => (step.name === 'asleep' ? null : step.visit.ticket);

function calm(kind: string, icon: 'smile' | 'hourglass' | 'circle-check' | 'info', heading: string, line: string) {
  return html`<div class="calm ${kind}" role="status">
    <ms-icon name=${icon}></ms-icon>
    <h1>${heading}</h1>
    ${line === '' ? nothing : html`<p>${line}</p>`}
  </div>`;
}
