import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../ui/component/badge.ts';
import '../../../ui/component/button.ts';
import '../../../ui/component/dialog.ts';
import '../../../ui/component/field.ts';
import '../../../ui/component/select.ts';
import { showToast } from '../../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../../ui/connection.ts';
import { MoisoElement } from '../../../ui/element.ts';
import { clock } from '../../../ui/format.ts';
import type { AnswerOf, Device, Pairing } from '../../../wire/client.ts';
import { LanguageController } from '../language.ts';
import { listStyles } from '../list-styles.ts';
import { sectionStyles } from '../section-styles.ts';

const everyMs = 3000;

/** Paired devices, and those that ask to be let in: both asked for again every few seconds while the page is seen. */
@customElement('ms-admin-devices')
export class AdminDevices extends MoisoElement {
  static override styles = [
    sectionStyles,
    listStyles,
    css`
      .code {
        font-size: var(--text-xl);
        font-weight: 700;
        letter-spacing: 0.15em;
      }
      .form {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) counters: readonly string[] = [];
  @property() timeZone = 'UTC';
  @state() private devices: AnswerOf<'devices'> = [];
  @state() private pairings: AnswerOf<'pairings'> = [];
  @state() private approving: Pairing | null = null;
  @state() private name = '';
  @state() private counter = '';
  @state() private nameProblem = '';
  @state() private leaving: Device | null = null;
  private readonly language = new LanguageController(this);
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => document.hidden || void this.load(), everyMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('connection')) void this.load();
  }

  override render() {
    const words = this.language.words.admin;
    return html`
      <p class="intro">${words.devicesIntro}</p>
      <section class="part">
        <div>
          <h3>${words.pairings}</h3>
          <p class="quiet">${words.pairingsHint}</p>
        </div>
        <ul class="lines" aria-live="polite">
          ${this.pairings.map((pairing) => this.pairing(pairing))}
        </ul>
        ${this.pairings.length === 0 ? html`<p>${words.noPairings}</p>` : nothing}
      </section>
      <section class="part">
        <h3>${words.devices}</h3>
        <ul class="lines">
          ${this.devices.map((device) => this.device(device))}
        </ul>
        ${this.devices.length === 0 ? html`<p>${words.noDevices}</p>` : nothing}
      </section>
      ${this.approveDialog()} ${this.removeDialog()}
    `;
  }

  private pairing(pairing: Pairing) {
    const words = this.language.words.admin;
    return html`
      <li data-code=${pairing.code}>
        <span class="code">${pairing.code}</span>
        <span>${words.kinds[pairing.kind]}</span>
        <span></span>
        <div class="tools">
          <ms-button variant="primary" label=${words.approveNamed(pairing.code)} @click=${() => this.ask(pairing)}>
            ${words.approve}
          </ms-button>
        </div>
      </li>
    `;
  }

  private device(device: Device) {
    const { words } = this.language;
    const { admin } = words;
    return html`
      <li data-device=${device.id}>
        <div class="who">
          <strong>${device.name}</strong>
          <span class="quiet">
            ${admin.kinds[device.kind]}${device.counter === null ? nothing : `, ${words.common.counterName(device.counter)}`}
          </span>
        </div>
        <span>${this.connectionOf(device)}</span>
        <span class="quiet">${device.connected ? nothing : this.lastSeen(device)}</span>
        <div class="tools">
          <ms-button label=${admin.unpairNamed(device.name)} @click=${() => this.askToRemove(device)}>
            ${admin.unpair}
          </ms-button>
        </div>
      </li>
    `;
  }

  private connectionOf(device: Device) {
    const words = this.language.words.admin;
    if (device.connected)
      return html`<ms-badge kind="success"><ms-icon name="circle-check"></ms-icon>${words.connected}</ms-badge>`;
    return device.lastSeenAt === null
      ? html`<ms-badge>${words.notYetConnected}</ms-badge>`
      : html`<ms-badge kind="danger"><ms-icon name="wifi-off"></ms-icon>${words.notConnected}</ms-badge>`;
  }

  private lastSeen(device: Device): string {
    const words = this.language.words.admin;
    return device.lastSeenAt === null ? words.neverSeen : words.lostSince(clock(device.lastSeenAt, this.timeZone));
  }

  private approveDialog() {
    const { words } = this.language;
    const { admin } = words;
    const { approving } = this;
    return html`
      <ms-dialog
        .heading=${approving ? admin.approveHeading(admin.kinds[approving.kind]) : ''}
        .open=${approving !== null}
        @close=${() => this.ask(null)}
      >
        <div class="form">
          <p class="code">${approving?.code}</p>
          <ms-field label=${admin.deviceName} hint=${admin.deviceNameHint} error=${this.nameProblem}>
            <input
              name="device-name"
              maxlength="60"
              autocomplete="off"
              .value=${this.name}
              @input=${(event: Event) => this.typeName((event.target as HTMLInputElement).value)}
              @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.approve()}
            >
          </ms-field>
          ${
            approving?.kind === 'rating'
              ? html`
                  <ms-select
                    .label=${admin.deviceCounter}
                    .options=${[
                      { value: '', label: admin.deviceShared },
                      ...this.counters.map((id) => ({ value: id, label: words.common.counterName(id) })),
                    ]}
                    .value=${this.counter}
                    @change=${(event: Event) => this.chooseCounter((event.target as HTMLSelectElement).value)}
                  ></ms-select>
                `
              : nothing
          }
        </div>
        <ms-button slot="actions" @click=${() => this.ask(null)}>${words.common.cancel}</ms-button>
        <ms-button slot="actions" variant="primary" @click=${this.approve}>${admin.approve}</ms-button>
      </ms-dialog>
    `;
  }

  private removeDialog() {
    const { words } = this.language;
    return html`
      <ms-dialog
        .heading=${words.admin.unpairQuestion(this.leaving?.name ?? '')}
        .open=${this.leaving !== null}
        @close=${() => this.askToRemove(null)}
      >
        <p>${words.admin.unpairText}</p>
        <ms-button slot="actions" @click=${() => this.askToRemove(null)}>${words.common.cancel}</ms-button>
        <ms-button slot="actions" variant="danger" @click=${this.unpair}>${words.admin.unpair}</ms-button>
      </ms-dialog>
    `;
  }

  private ask(pairing: Pairing | null): void {
    this.approving = pairing;
    this.name = '';
    this.counter = '';
    this.nameProblem = '';
    // The name is all there is to type; the dialog itself would start on its cross.
    if (pairing) void this.focusName();
  }

  private async focusName(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector('ms-dialog')?.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('input[name="device-name"]')?.focus();
  }

  private askToRemove(device: Device | null): void {
    this.leaving = device;
  }

  private typeName(value: string): void {
    this.name = value;
    this.nameProblem = '';
  }

  private chooseCounter(counter: string): void {
    this.counter = counter;
  }

  private async approve(): Promise<void> {
    const { approving, connection } = this;
    if (!approving || !connection) return;
    const name = this.name.trim();
    if (name === '') {
      this.nameProblem = this.language.words.admin.problem.deviceName;
      return;
    }
    await this.told(async () => {
      const counter = this.counter === '' ? null : this.counter;
      await connection.call('approvePairing', { params: { code: approving.code }, body: { name, counter } });
      this.ask(null);
      showToast(this.language.words.admin.deviceApproved(name), 'success');
    });
    await this.load();
  }

  private async unpair(): Promise<void> {
    const { leaving, connection } = this;
    if (!leaving || !connection) return;
    this.leaving = null;
    await this.told(async () => {
      await connection.call('removeDevice', { params: { device: leaving.id } });
      showToast(this.language.words.admin.unpaired(leaving.name), 'success');
    });
    await this.load();
  }

  private async load(): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    try {
      const [devices, pairings] = await Promise.all([connection.call('devices'), connection.call('pairings')]);
      this.devices = devices;
      this.pairings = pairings;
    } catch (error) {
      // The status line of the page says when the server is away; the list stays as it was.
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** Does something at the server; a refusal is said on the page. */
  private async told(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      showToast(error.message, 'error');
    }
  }
}
