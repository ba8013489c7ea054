import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../ui/component/badge.ts';
import '../../../ui/component/select.ts';
import { showToast } from '../../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../../ui/connection.ts';
import type { AnswerOf } from '../../../wire/client.ts';
import { ask } from '../../shell/session.ts';
import { type CentreSettings, moved, replaced, without } from '../draft.ts';
import { placeOf, profileOf, withProfile } from '../printer-address.ts';
import { sectionStyles } from '../section-styles.ts';
import { SettingsSection } from '../settings-section.ts';
import './slip-preview.ts';

type SlipSettings = CentreSettings['slip'];
type Printers = AnswerOf<'findPrinters'>;
type Tested = AnswerOf<'testPrinter'>;

const path = 'printer.address';
const mostLines = 4;
const longestLine = 60;
const slipParts = ['ahead', 'wait', 'code', 'time', 'thanks'] as const;
/** Addresses as they are typed, the same in every language. */
const examples = ['tcp://192.168.1.50', 'device:/dev/usb/lp0', 'cups:POS80'] as const;

/** The kiosk's printer and what is printed on the number slip. */
@customElement('ms-admin-printing')
export class AdminPrinting extends SettingsSection {
  static override styles = [
    sectionStyles,
    css`
      .found {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        min-height: var(--target);
        padding-block: var(--space-1);
        border-bottom: var(--line-width) solid var(--colour-line);
      }
      .found code {
        display: block;
        overflow-wrap: anywhere;
        color: var(--colour-text-soft);
      }
      .slip {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: var(--space-4) var(--space-6);
      }
      .slip > .settings {
        display: grid;
        gap: var(--space-5);
      }
      .outcome {
        font-weight: 600;
      }
      @media (max-width: 70rem) {
        .slip {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @state() private printers: Printers | null = null;
  @state() private tested: Tested | null = null;
  @state() private isTesting = false;
  @state() private isRefused = false;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('connection')) void this.look();
  }

  override render() {
    return html`${this.printerPart()}${this.slipPart()}`;
  }

  private printerPart() {
    const { words, printers } = this;
    const { address } = this.settings.printer;
    return html`
      <section class="part">
        <h3>${words.printer}</h3>
        ${
          printers?.fixed
            ? html`<p class="note"><ms-icon name="info"></ms-icon>${words.printerFixed(printers.inUse)}</p>`
            : nothing
        }
        ${this.foundPrinters()}
        <div class="fields">
          <ms-field
            class="wide"
            label=${words.printerAddress}
            hint=${words.printerAddressHint(...examples)}
            error=${this.problem(path) || (this.isRefused ? words.problem.printerAddress : '')}
          >
            <input
              name=${path}
              .value=${address}
              maxlength="300"
              autocomplete="off"
              spellcheck="false"
              @input=${(event: Event) => this.put((event.target as HTMLInputElement).value.trim())}
            >
          </ms-field>
          ${this.profileSelect(address)}
        </div>
        <div class="row">
          <ms-button ?disabled=${address === ''} ?busy=${this.isTesting} @click=${this.test}>
            <ms-icon slot="start" name="printer"></ms-icon>${words.printerTest}
          </ms-button>
          <span class="quiet">${words.printerTestHint}</span>
        </div>
        <p class="outcome" role="status">${this.isTesting ? words.printerTesting : this.outcome()}</p>
      </section>
    `;
  }

  private foundPrinters() {
    const { words, printers } = this;
    const { address } = this.settings.printer;
    return html`
      <div class="row">
        <strong>${words.printersFound}</strong>
        <ms-button variant="quiet" @click=${this.look}>
          <ms-icon slot="start" name="refresh-cw"></ms-icon>${words.printersAgain}
        </ms-button>
      </div>
      ${
        printers === null || printers.found.length === 0
          ? html`<p class="quiet" role="status">${printers ? words.printersNone : words.printersSearching}</p>`
          : html`
              <ul class="list">
                ${printers.found.map((found) => {
                  const name = found.name || found.address;
                  const isPicked = placeOf(address) === found.address;
                  return html`
                    <li class="found">
                      <span>${name}<code>${found.address}</code></span>
                      ${
                        isPicked
                          ? html`<ms-badge kind="success">${words.printerPicked}</ms-badge>`
                          : html`
                              <ms-button
                                label=${words.printerPickNamed(name)}
                                @click=${() => this.put(withProfile(found.address, profileOf(address)))}
                                >${words.printerPick}</ms-button
                              >
                            `
                      }
                    </li>
                  `;
                })}
              </ul>
            `
      }
    `;
  }

  private profileSelect(address: string) {
    const { words } = this;
    const options = (this.printers?.profiles ?? []).map(({ name, models, rollMm }) => ({
      value: name,
      label: words.printerProfileOption(models, rollMm),
    }));
    return html`
      <ms-select
        class="wide"
        .label=${words.printerProfile}
        .hint=${words.printerProfileHint}
        .options=${[{ value: '', label: words.printerProfileUsual }, ...options]}
        .value=${profileOf(address)}
        ?disabled=${address === ''}
        @change=${(event: Event) => this.put(withProfile(address, (event.target as HTMLSelectElement).value))}
      ></ms-select>
    `;
  }

  private outcome(): string {
    const { words, tested } = this;
    if (!tested) return '';
    const { printerTested, printCauses } = words;
    const { state, cause } = tested;
    if (state === 'printed' || state === 'sent') return printerTested[state];
    const why = cause !== null && cause in printCauses ? printCauses[cause as keyof typeof printCauses] : (cause ?? '');
    return state === 'unknown' ? printerTested.unknown(why) : printerTested.failed(why);
  }

  private slipPart() {
    const { words } = this;
    const { slip } = this.settings;
    return html`
      <section class="part slip">
        <div class="settings">
          <h3>${words.slip}</h3>
          ${this.lines('header', words.slipHeader, words.slipHeaderHint)}
          ${this.lines('footer', words.slipFooter, words.slipFooterHint)}
          <ms-select
            class="short"
            .label=${words.slipLanguages}
            .options=${[
              { value: 'citizen', label: words.slipCitizenLanguage },
              { value: 'both', label: words.slipBothLanguages },
            ]}
            .value=${slip.languages}
            @change=${(event: Event) => {
              const languages = (event.target as HTMLSelectElement).value === 'both' ? 'both' : 'citizen';
              this.putSlip({ languages }, 'languages');
            }}
          ></ms-select>
          <fieldset>
            <legend>${words.slipShow}</legend>
            ${slipParts.map((part) =>
              this.switch(words.slipParts[part], slip.show[part], (shown) =>
                this.putSlip({ show: { ...slip.show, [part]: shown } }, `show.${part}`),
              ),
            )}
            ${this.switch(words.slipLarge, slip.large, (large) => this.putSlip({ large }, 'large'))}
            ${slip.large && slip.show.thanks ? html`<p class="quiet">${words.slipThanksInLarge}</p>` : nothing}
          </fieldset>
        </div>
        <ms-admin-slip-preview .connection=${this.connection} .slip=${slip}></ms-admin-slip-preview>
      </section>
    `;
  }

  private lines(key: 'header' | 'footer', legend: string, hint: string) {
    const { words } = this;
    const lines = this.settings.slip[key];
    const put = (changed: SlipSettings['header'], at = '') => this.putSlip({ [key]: changed }, `${key}${at}`);
    const field = (index: number, language: 'vi' | 'en', label: string, value: string) =>
      this.textField({
        path: `slip.${key}.${index}.${language}`,
        label,
        value,
        maxlength: longestLine,
        onValue: (text) => put(replaced(lines, index, { [language]: text }), `.${index}.${language}`),
      });
    return html`
      <fieldset data-lines=${key}>
        <legend>${legend}</legend>
        <p class="quiet">${hint}</p>
        ${lines.map(
          ({ vi, en }, index) => html`
            <div class="named">
              <div class="fields">
                ${field(index, 'vi', words.slipLineVi(index + 1), vi)}
                ${field(index, 'en', words.slipLineEn(index + 1), en)}
              </div>
              <div class="tools">
                ${this.moveButtons(vi, index, lines.length, (by) => put(moved(lines, index, by)))}
                ${this.removeButton(vi, () => put(without(lines, index)))}
              </div>
            </div>
          `,
        )}
        ${
          lines.length < mostLines
            ? this.addLine({
                label: words.slipNewLine,
                action: words.slipAddLine,
                maxlength: longestLine,
                onAdd: (text) => put([...lines, { vi: text, en: text }]),
              })
            : nothing
        }
      </fieldset>
    `;
  }

  private switch(label: string, isOn: boolean, onValue: (on: boolean) => void) {
    return html`
      <ms-switch
        .checked=${isOn}
        @change=${(event: Event) => onValue((event.target as HTMLElement & { checked: boolean }).checked)}
        >${label}</ms-switch
      >
    `;
  }

  private put(address: string): void {
    this.tested = null;
    this.isRefused = false;
    this.edit({ printer: { address } }, path);
  }

  private putSlip(part: Partial<SlipSettings>, field: string): void {
    this.edit({ slip: { ...this.settings.slip, ...part } }, `slip.${field}`);
  }

  private async look(): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    this.printers = null;
    try {
      this.printers = await connection.call('findPrinters');
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      showToast(error.message, 'error');
    }
  }

  private async test(): Promise<void> {
    if (this.isTesting) return;
    const { address } = this.settings.printer;
    this.isTesting = true;
    this.tested = null;
    const outcome = await ask<'testPrinter'>('POST', '/api/printers/test', { address });
    this.isTesting = false;
    if (address !== this.settings.printer.address) return; // What came out tells nothing of the address that stands there now.
    if (outcome.ok) this.tested = outcome.result;
    else if (outcome.problem.code === 'invalid-input') this.isRefused = true;
    else showToast(new ProblemError(outcome.problem).message, 'error');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-admin-printing': AdminPrinting;
  }
}
