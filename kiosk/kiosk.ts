import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../ui/component/button.ts';
import '../ui/component/dialog.ts';
import '../ui/component/icon.ts';
import '../ui/component/language.ts';
import '../ui/component/pairing.ts';
import '../ui/component/status.ts';
import { onNewBuild } from '../ui/build.ts';
import { type Connection, ProblemError } from '../ui/connection.ts';
import { DeviceController } from '../ui/device.ts';
import { MoisoElement } from '../ui/element.ts';
import { textOf } from '../ui/format.ts';
import { Live } from '../ui/live.ts';
import { applyScale } from '../ui/scale.ts';
import { atStart, type Choice, type Flow, type FlowEvent, reduce } from './flow.ts';
import { IdleController, type IdleTimes } from './idle.ts';
import { LanguageController } from './language.ts';
import { slipNews } from './slip-news.ts';
import './step/problem.ts';
import './step/priority.ts';
import './step/service.ts';
import './step/start.ts';
import type { FlowRequest } from './step/step.ts';
import './step/taking.ts';
import './step/ticket.ts';
import { kioskMeasures } from './style.ts';
import { holdKiosk } from './touch.ts';

/** A new question does not take a tap so soon: it belongs to a double tap on the one before. */
const settleMs = 300;
/** So long the number stays, in seconds; longer when there is something to remember or somewhere to go. */
const ticketSeconds = 20;
const ticketSecondsLong = 60;

/** The citizen's touchscreen: leads through the steps, takes the number, watches over who has left. */
@customElement('kiosk-app')
export class KioskApp extends MoisoElement {
  static override styles = [
    ...(MoisoElement.styles as []),
    kioskMeasures,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr auto;
        height: 100dvh;
        overflow: hidden;
        background: var(--colour-page);
      }
      header {
        --kiosk-text: calc(var(--u) * 8);
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
        flex: 1 1 calc(var(--u) * 150);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kiosk-gap);
        flex: 0 1 auto;
      }
      main {
        min-height: 0;
        padding: calc(var(--u) * 10) calc(var(--u) * 12);
      }
      footer {
        display: flex;
        gap: var(--kiosk-gap);
        padding: 0 calc(var(--u) * 12) calc(var(--u) * 10);
      }
      .settling {
        pointer-events: none;
      }
      .continue {
        order: 1;
      }
      .count {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  readonly #device = new DeviceController(this, 'kiosk');
  readonly #language = new LanguageController(this, 'vi');
  readonly #centre = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'centre' }),
  );
  readonly #view = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'kiosk' }),
  );
  readonly #ticket = new Live(
    this,
    () => this.#device.connection,
    () => (this.flow.step.name === 'ticket' ? { view: 'ticket', ticket: this.flow.step.receipt.id } : null),
  );
  readonly #idle = new IdleController(
    this,
    () => this.#idleTimes(),
    () => this.#send({ type: 'leave' }),
  );
  @state() private flow: Flow = atStart;
  @state() private settling = false;
  #settled: ReturnType<typeof setTimeout> | undefined;
  #endBuildWatch: (() => void) | null = null;
  #watchedConnection: Connection | null = null;
  #isNewBuild = false;

  override connectedCallback(): void {
    super.connectedCallback();
    holdKiosk();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settled);
    this.#endBuildWatch?.();
  }

  protected override updated(changed: PropertyValues): void {
    const { connection } = this.#device;
    if (connection !== this.#watchedConnection) this.#watchBuild(connection);
    if (this.#centre.view) applyScale(this.#centre.view.kiosk.diagonalInches);
    // Never under somebody's hands: only the first screen is loaded anew.
    if (this.#isNewBuild && this.flow.step.name === 'start') location.reload();
    if (changed.has('flow')) this.toggleAttribute('large', this.flow.largeText);
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

  #send(event: FlowEvent): void {
    const before = this.flow;
    this.flow = reduce(before, event);
    if (this.flow.step !== before.step) this.#settle();
    if (this.flow.language !== this.#language.language) this.#language.set(this.flow.language);
    if (this.flow.highContrast) document.documentElement.dataset.contrast = 'high';
    else delete document.documentElement.dataset.contrast;
    const { step } = this.flow;
    if (step.name === 'taking' && step !== before.step) void this.#take(step.choice);
  }

  #settle(): void {
    this.settling = true;
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => {
      this.settling = false;
    }, settleMs);
  }

  async #take(choice: Choice): Promise<void> {
    const { requestId } = choice;
    const { connection } = this.#device;
    if (!connection) {
      this.#send({ type: 'refused', requestId, code: 'no-connection' });
      return;
    }
    try {
      const body = { ...choice, language: this.flow.language };
      this.#send({ type: 'taken', requestId, receipt: await connection.call('takeTicket', { body }) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#send({ type: 'refused', requestId, code: error.problem.code });
    }
  }

  #idleTimes(): IdleTimes | null {
    const { step } = this.flow;
    const settings = this.#centre.view?.kiosk;
    if (!settings || step.name === 'taking') return null;
    if (step.name === 'start') return this.flow === atStart ? null : { ...settings, warningSeconds: 0 };
    if (step.name !== 'ticket') return settings;
    const isSimple = this.#slipNews() === 'printed' || this.#slipNews() === 'printing';
    const isCalled = this.#ticket.view?.counter != null;
    return { idleSeconds: 0, warningSeconds: isSimple && !isCalled ? ticketSeconds : ticketSecondsLong };
  }

  get #hasPaper(): boolean {
    return this.#centre.view?.paper ?? true;
  }

  #slipNews() {
    const { step } = this.flow;
    return step.name === 'ticket'
      ? slipNews(this.#ticket.view, step.receipt.issuedAt, this.#now(), this.#hasPaper)
      : null;
  }

  #now = (): number => this.#device.connection?.serverNow() ?? 0;

  protected override render(): TemplateResult {
    const { connection, pairingCode, pairingConnection } = this.#device;
    if (!connection && pairingConnection) {
      return html`<ms-status .connection=${pairingConnection}></ms-status><ms-pairing .code=${pairingCode}></ms-pairing>`;
    }
    return html`
      ${this.#header()}
      <ms-status .connection=${connection}></ms-status>
      <main class=${this.settling ? 'settling' : ''} @kiosk-flow=${(event: FlowRequest) => this.#send(event.request)}>
        ${this.#step()}
      </main>
      ${this.#footer()} ${this.#warning()}
      <div class="visually-hidden" role="status">${this.#announcement()}</div>
    `;
  }

  #header(): TemplateResult {
    const { kiosk } = this.#language.words;
    const { largeText, highContrast } = this.flow;
    const centre = this.#centre.view;
    return html`<header>
      <p class="name">${centre ? textOf(centre.name, this.#language.language) : kiosk.title}</p>
      <div class="tools">
        <ms-button size="kiosk" .pressed=${largeText ? 'true' : 'false'} label=${`A+ ${kiosk.largerText}`}
          @click=${() => this.#send({ type: 'enlarge', on: !largeText })}>A+</ms-button>
        <ms-button size="kiosk" .pressed=${highContrast ? 'true' : 'false'} label=${kiosk.moreContrast}
          @click=${() => this.#send({ type: 'contrast', on: !highContrast })}><ms-icon name="contrast"></ms-icon></ms-button>
        <ms-language size="kiosk" @change=${() => this.#send({ type: 'speak', language: this.#language.language })}></ms-language>
      </div>
    </header>`;
  }

  #step(): TemplateResult {
    const { step, page } = this.flow;
    const view = this.#view.view;
    const isLost = this.#device.connection?.state === 'lost';
    if (step.name === 'taking') return html`<kiosk-taking></kiosk-taking>`;
    if (step.name === 'problem') return html`<kiosk-problem .code=${step.code}></kiosk-problem>`;
    if (step.name === 'ticket') {
      const service = view?.services.find((one) => one.id === step.receipt.service);
      return html`<kiosk-ticket
        .receipt=${step.receipt}
        .service=${service ? textOf(service.name, this.#language.language) : ''}
        .address=${this.#centre.view?.address ?? location.origin}
        .openCounters=${service?.openCounters}
        .ticket=${this.#ticket.view}
        ?paper=${this.#hasPaper}
        .now=${this.#now()}
        .remaining=${this.#idle.remaining}
      ></kiosk-ticket>`;
    }
    if (step.name === 'start' || !view)
      return html`<kiosk-start .view=${view} ?lost=${isLost} ?paper=${this.#hasPaper}></kiosk-start>`;
    return step.name === 'service'
      ? html`<kiosk-service .view=${view} .page=${page}></kiosk-service>`
      : html`<kiosk-priority .view=${view}></kiosk-priority>`;
  }

  #footer(): TemplateResult | typeof nothing {
    const { step } = this.flow;
    if (step.name === 'start' || step.name === 'ticket') return nothing;
    const { common } = this.#language.words;
    const isTaking = step.name === 'taking';
    return html`<footer class=${this.settling ? 'settling' : ''}>
      <ms-button size="kiosk" ?disabled=${isTaking} @click=${() => this.#send({ type: 'back' })}
        ><ms-icon slot="start" name="arrow-left"></ms-icon>${common.back}</ms-button>
      <ms-button size="kiosk" ?disabled=${isTaking} @click=${() => this.#send({ type: 'start-over' })}
        ><ms-icon slot="start" name="house"></ms-icon>${common.startOver}</ms-button>
    </footer>`;
  }

  #warning(): TemplateResult {
    const { kiosk, common } = this.#language.words;
    const { remaining } = this.#idle;
    const open = remaining !== null && this.flow.step.name !== 'ticket';
    return html`<ms-dialog size="kiosk" heading=${kiosk.stillThere} ?open=${open} @close=${this.#idle.extend}>
      <p class="count">${kiosk.stillThereHint(remaining ?? 0)}</p>
      <ms-button class="continue" slot="actions" size="kiosk" variant="primary" @click=${this.#idle.extend}>${kiosk.continue}</ms-button>
      <ms-button slot="actions" size="kiosk" @click=${() => this.#send({ type: 'leave' })}>${common.startOver}</ms-button>
    </ms-dialog>`;
  }

  /** Read aloud as soon as it is known, wherever the reader is. */
  #announcement(): string {
    const { step } = this.flow;
    if (step.name !== 'ticket') return '';
    const { kiosk } = this.#language.words;
    return `${kiosk.announceNumber(step.receipt.number)} ${kiosk.ahead(step.receipt.ahead)}.`;
  }
}
