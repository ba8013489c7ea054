import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../ui/component/pairing.ts';
import '../ui/component/status.ts';
import { DeviceController } from '../ui/device.ts';
import { MoisoElement } from '../ui/element.ts';
import { clock } from '../ui/format.ts';
import { Live } from '../ui/live.ts';
import { recall } from '../ui/memory.ts';
import type { KeptSlip } from '../wire/client.ts';
import { LanguageController } from './language.ts';

/** As many as lie in the tray; older ones fall out of sight. */
const tray = 6;

/** The slips that the demonstration's printer keeps as pictures, shown like paper that comes out of a slot. */
@customElement('paper-slot')
export class PaperSlot extends MoisoElement {
  static override styles = [
    ...(MoisoElement.styles as []),
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        min-height: 100dvh;
        background: var(--colour-sunken);
      }
      header {
        padding: var(--space-5) var(--space-6) var(--space-4);
        text-align: center;
      }
      h1 {
        font-size: var(--text-2xl);
      }
      header p {
        color: var(--colour-text-soft);
        font-size: var(--text-l);
      }
      main {
        display: grid;
        align-content: start;
        justify-items: center;
        min-height: 0;
      }
      .slot {
        position: relative;
        z-index: 1;
        width: min(30rem, 92vw);
        height: 1.5rem;
        border-radius: var(--radius-round);
        background: #1c2b33;
        box-shadow:
          inset 0 4px 8px rgb(0 0 0 / 60%),
          0 2px 4px rgb(0 0 0 / 30%);
        border: 2px solid var(--colour-line-strong);
      }
      .newest {
        width: min(24rem, 80vw);
        margin-top: -0.5rem;
        overflow: hidden;
        padding-bottom: 1.5rem;
      }
      .older {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-4);
        padding: var(--space-5);
      }
      .older figure {
        width: 11rem;
      }
      figure {
        margin: 0;
      }
      img {
        display: block;
        width: 100%;
        background: #ffffff;
        box-shadow: var(--shadow-raised);
      }
      figcaption {
        padding-top: var(--space-2);
        color: var(--colour-text-soft);
        font-size: var(--text-s);
        text-align: center;
      }
      .newest img {
        padding-top: 0.75rem;
        animation: out 1.6s linear;
      }
      @keyframes out {
        from {
          transform: translateY(-100%);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .newest img {
          animation: none;
        }
      }
      .empty {
        padding: var(--space-7) var(--space-4);
        color: var(--colour-text-soft);
        font-size: var(--text-l);
      }
    `,
  ];

  readonly #device = new DeviceController(this, 'kiosk');
  readonly #language = new LanguageController(this);
  readonly #centre = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'centre' }),
  );
  readonly #slips = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'slips' }),
  );
  /** Addresses of the pictures that are here; null: could not be had. */
  @state() private pictures: ReadonlyMap<string, string | null> = new Map();
  readonly #asked = new Set<string>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const address of this.pictures.values()) if (address !== null) URL.revokeObjectURL(address);
  }

  protected override willUpdate(): void {
    const shown = this.#shown();
    for (const slip of shown) if (!this.#asked.has(slip.id)) void this.#fetch(slip.id);
    for (const [id, address] of this.pictures) {
      if (shown.some((slip) => slip.id === id)) continue;
      if (address !== null) URL.revokeObjectURL(address);
      this.#asked.delete(id);
      this.pictures = new Map([...this.pictures].filter(([other]) => other !== id));
    }
  }

  /** The newest first. */
  #shown(): readonly KeptSlip[] {
    return [...(this.#slips.view ?? [])].sort((a, b) => b.at - a.at).slice(0, tray);
  }

  async #fetch(id: string): Promise<void> {
    this.#asked.add(id);
    const address = await this.#picture(id);
    this.pictures = new Map(this.pictures).set(id, address);
  }

  async #picture(id: string): Promise<string | null> {
    try {
      const headers = { Authorization: `Bearer ${recall('token-kiosk') ?? ''}` };
      const response = await fetch(`/api/slips/${encodeURIComponent(id)}.png`, { headers });
      return response.ok ? URL.createObjectURL(await response.blob()) : null;
    } catch {
      return null; // the server went away meanwhile: the page says that the picture is missing
    }
  }

  protected override render(): TemplateResult {
    const { connection, pairingCode, pairingConnection } = this.#device;
    if (!connection && pairingConnection) {
      return html`<ms-status .connection=${pairingConnection}></ms-status><ms-pairing .code=${pairingCode}></ms-pairing>`;
    }
    const { kiosk } = this.#language.words;
    const [newest, ...older] = this.#shown();
    return html`
      <ms-status .connection=${connection}></ms-status>
      <header><h1>${kiosk.paperTitle}</h1><p>${kiosk.paperHint}</p></header>
      <main>
        <div class="slot"></div>
        ${
          newest
            ? repeat(
                [newest],
                ({ id }) => id,
                (slip) => html`<div class="newest" role="status">${this.#paper(slip)}</div>`,
              )
            : html`<p class="empty">${kiosk.paperEmpty}</p>`
        }
        <div class="older">${repeat(
          older,
          ({ id }) => id,
          (slip) => this.#paper(slip),
        )}</div>
      </main>
    `;
  }

  #paper(slip: KeptSlip): TemplateResult | typeof nothing {
    const { kiosk } = this.#language.words;
    const address = this.pictures.get(slip.id);
    if (address === undefined) return nothing;
    const time = clock(slip.at, this.#centre.view?.timeZone ?? 'Asia/Ho_Chi_Minh');
    if (address === null) return html`<p class="empty">${kiosk.paperMissing}</p>`;
    return html`<figure>
      <img src=${address} alt=${kiosk.paperSlip(time)} />
      <figcaption>${kiosk.paperSlip(time)}</figcaption>
    </figure>`;
  }
}
