import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../ui/component/select.ts';
import { type Connection, ProblemError } from '../../../ui/connection.ts';
import { MoisoElement } from '../../../ui/element.ts';
import type { CentreSettings } from '../draft.ts';
import { LanguageController } from '../language.ts';

type SlipSettings = CentreSettings['slip'];

/** Somebody who types sees the slip when they pause, ms. */
const pauseMs = 300;

/** The number slip as the server would print it: the same dots, on paper of its width. */
@customElement('ms-admin-slip-preview')
export class AdminSlipPreview extends MoisoElement {
  static override styles = css`
    :host {
      position: sticky;
      top: var(--space-4);
      display: grid;
      gap: var(--space-3);
      justify-items: start;
      width: 20rem;
      max-width: 100%;
    }
    .choices {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--space-3);
      width: 100%;
    }
    /* The roll is 80 or 58 mm wide, its head reaches 72 or 48 of them. */
    .paper {
      box-sizing: border-box;
      width: 80mm;
      max-width: 100%;
      padding: 2mm 4mm;
      border: var(--line-width) solid var(--colour-line-strong);
      background: #fff;
    }
    .paper.narrow {
      width: 58mm;
      padding-inline: 5mm;
    }
    img {
      display: block;
      width: 100%;
    }
    .problem {
      color: var(--colour-danger);
    }
  `;

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) slip!: SlipSettings;
  @state() private picture = '';
  @state() private problem = '';
  @state() private citizenLanguage: 'vi' | 'en' = 'vi';
  @state() private rollMm: 58 | 80 = 80;
  private readonly language = new LanguageController(this);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Answers may come in another order than they were asked for. */
  private asked = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (!['connection', 'slip', 'citizenLanguage', 'rollMm'].some((name) => changed.has(name))) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), this.picture === '' ? 0 : pauseMs);
  }

  override render() {
    const words = this.language.words.admin;
    const rolls = ([80, 58] as const).map((mm) => ({ value: String(mm), label: words.slipPreviewMm(mm) }));
    return html`
      <h3>${words.slipPreview}</h3>
      <div class="choices">
        <ms-select
          .label=${words.slipPreviewPaper}
          .options=${rolls}
          .value=${String(this.rollMm)}
          @change=${(event: Event) => {
            this.rollMm = (event.target as HTMLSelectElement).value === '58' ? 58 : 80;
          }}
        ></ms-select>
        <ms-select
          .label=${words.slipPreviewLanguage}
          .options=${[{ value: 'vi', label: words.slipVietnamese }, { value: 'en', label: words.slipEnglish }]}
          .value=${this.citizenLanguage}
          @change=${(event: Event) => {
            this.citizenLanguage = (event.target as HTMLSelectElement).value === 'en' ? 'en' : 'vi';
          }}
        ></ms-select>
      </div>
      <p class="problem" role="status">${this.problem}</p>
      ${
        this.picture === ''
          ? nothing
          : html`
              <div class="paper ${this.rollMm === 58 ? 'narrow' : ''}">
                <img src=${this.picture} alt=${words.slipPreviewAlt}>
              </div>
            `
      }
    `;
  }

  private async load(): Promise<void> {
    const { connection, slip, citizenLanguage, rollMm } = this;
    if (!connection) return;
    this.asked += 1;
    const mine = this.asked;
    // A line that is being typed is not on the slip before it has both its languages.
    const written = (lines: SlipSettings['header']) =>
      lines.filter(({ vi, en }) => vi.trim() !== '' && en.trim() !== '').map((line) => ({ ...line }));
    const body = {
      slip: { ...slip, header: written(slip.header), footer: written(slip.footer) },
      language: citizenLanguage,
      rollMm,
    };
    try {
      const { png } = await connection.call('previewSlip', { body });
      if (mine !== this.asked) return;
      this.picture = `data:image/png;base64,${png}`;
      this.problem = '';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (mine === this.asked) this.problem = error.message;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-admin-slip-preview': AdminSlipPreview;
  }
}
