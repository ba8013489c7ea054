import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/banner.ts';
import '../../ui/component/button.ts';
import '../../ui/component/empty.ts';
import '../../ui/component/field.ts';
import '../../ui/component/icon.ts';
import '../../ui/component/select.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { type AnswerOf, type ReportName, reportNames } from '../../wire/client.ts';
import { askReport, csvAddress } from './ask.ts';
import { columnHeading, dayText, type RangeName, rangeOf, reportFigure } from './figures.ts';
import { LanguageController } from './language.ts';
import { tableStyles } from './table-styles.ts';

const ranges: readonly RangeName[] = ['today', 'week', 'month', 'lastMonth'];

type Report = AnswerOf<'report'>;

type DefinitionName =
  | 'wait'
  | 'quantiles'
  | 'service'
  | 'noShow'
  | 'cancelled'
  | 'leftOvernight'
  | 'hour'
  | 'response'
  | 'smallGroup'
  | 'unknown';

const definitionsOf: Record<ReportName, readonly DefinitionName[]> = {
  services: ['wait', 'quantiles', 'service', 'noShow', 'cancelled', 'leftOvernight', 'unknown'],
  counters: ['service', 'noShow', 'unknown'],
  hours: ['hour', 'wait', 'unknown'],
  ratings: ['response', 'smallGroup', 'unknown'],
};

/** Names for the ids that reports hold. */
export interface Names {
  readonly services: ReadonlyMap<string, string>;
  readonly counters: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
}

/** Figures over working days: one report as a table, with what its figures mean and the way to take them away. */
@customElement('ms-reports')
export class Reports extends MoisoElement {
  static override styles = [
    tableStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-4);
        margin-bottom: var(--space-4);
      }
      form > * {
        flex: 0 1 13rem;
      }
      .ranges {
        display: flex;
        flex: 1 1 auto;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .take {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--target);
        font-weight: 600;
      }
      .definitions {
        margin-top: var(--space-5);
        padding: var(--space-4);
        border-radius: var(--radius-m);
        background: var(--colour-sunken);
      }
      .definitions h2 {
        margin-bottom: var(--space-2);
        font-size: var(--text-m);
      }
      .scroll tbody td:first-child {
        min-width: 9rem;
        font-weight: 600;
      }
      .scroll thead .figure {
        min-width: 5.75rem;
      }
      .definitions ul {
        padding-left: var(--space-5);
      }
      @media (max-width: 45rem) {
        form > * {
          flex: 1 1 9rem;
        }
        form > ms-select,
        .ranges {
          flex-basis: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  /** The present working day, YYYY-MM-DD: ranges end here. */
  @property() today = '';
  @property({ attribute: false }) names: Names = { services: new Map(), counters: new Map(), staff: new Map() };
  @state() private name: ReportName = 'services';
  @state() private from = '';
  @state() private to = '';
  @state() private report: Report | null = null;
  @state() private problem = '';
  private asked = 0;
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues): void {
    if (this.from === '' && this.today !== '') this.choose('today');
    else if (changed.has('connection')) void this.load();
  }

  override render() {
    const words = this.language.words.supervisor;
    const options = reportNames.map((name) => ({ value: name, label: words.reportNames[name] }));
    return html`
      <form @submit=${(event: Event) => event.preventDefault()}>
        <ms-select
          .label=${words.reportName}
          .options=${options}
          .value=${this.name}
          @change=${(event: Event) => this.take({ name: (event.target as HTMLSelectElement).value as ReportName })}
        ></ms-select>
        ${this.dayField('from', words.from)} ${this.dayField('to', words.to)}
        <div class="ranges">
          ${ranges.map(
            (range) => html`<ms-button @click=${() => this.choose(range)}>${this.rangeName(range)}</ms-button>`,
          )}
        </div>
      </form>
      <div role="status">${this.problem ? html`<ms-banner kind="warning">${this.problem}</ms-banner>` : nothing}</div>
      ${this.report ? this.result(this.report) : nothing}
    `;
  }

  private dayField(key: 'from' | 'to', label: string) {
    return html`
      <ms-field .label=${label}>
        <input
          type="date"
          name=${key}
          .value=${this[key]}
          max=${this.today}
          required
          @change=${(event: Event) => this.take({ [key]: (event.target as HTMLInputElement).value })}
        >
      </ms-field>
    `;
  }

  private result(report: Report) {
    const words = this.language.words.supervisor;
    const name = report.name as ReportName;
    return html`
      ${
        report.rows.length === 0
          ? html`<ms-empty icon="chart-column" .heading=${words.reportEmpty}></ms-empty>`
          : html`
              <p class="quiet">
                ${words.reportCaption(words.reportNames[name], dayText(report.from), dayText(report.to))}
              </p>
              <div class="scroll" tabindex="0" role="region" aria-label=${words.reportNames[name]}>
                ${this.table(report, name)}
              </div>
            `
      }
      <a class="take" href=${csvAddress(name, report)} download>
        <ms-icon name="download"></ms-icon>${words.download}
      </a>
      <section class="definitions">
        <h2>${words.definitions}</h2>
        <ul>
          ${definitionsOf[name].map((definition) => html`<li>${words.definition[definition]}</li>`)}
        </ul>
      </section>
    `;
  }

  private table(report: Report, name: ReportName) {
    const words = this.language.words.supervisor;
    const alignment = (unit: string) => (unit === 'text' ? '' : 'figure');
    return html`
      <table aria-label=${words.reportNames[name]}>
        <thead>
          <tr>
            ${report.columns.map(
              (column) => html`<th scope="col" class=${alignment(column.unit)}>${columnHeading(column, words)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${report.rows.map(
            (row) => html`
              <tr>
                ${report.columns.map(
                  (column) => html`
                    <td class=${alignment(column.unit)} data-column=${column.key}>${this.figure(row, column)}</td>
                  `,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  private figure(row: Report['rows'][number], column: Report['columns'][number]): string {
    const value = row[column.key];
    if (typeof value === 'string') {
      if (column.key === 'service') return this.names.services.get(value) ?? value;
      if (column.key === 'counter') return this.names.counters.get(value) ?? value;
      if (column.key === 'clerk') return this.names.staff.get(value) ?? value;
    }
    return reportFigure(value, column.unit, this.language.language);
  }

  private rangeName(range: RangeName): string {
    const words = this.language.words.supervisor;
    const names = {
      today: words.rangeToday,
      week: words.rangeWeek,
      month: words.rangeMonth,
      lastMonth: words.rangeLastMonth,
    };
    return names[range];
  }

  private choose(range: RangeName): void {
    this.take(rangeOf(range, this.today));
  }

  private take(choice: { name?: ReportName; from?: string; to?: string }): void {
    this.name = choice.name ?? this.name;
    this.from = choice.from ?? this.from;
    this.to = choice.to ?? this.to;
    void this.load();
  }

  private async load(): Promise<void> {
    const { connection, name, from, to } = this;
    if (!connection || from === '' || to === '') return;
    this.problem = from > to ? this.language.words.supervisor.rangeInvalid : '';
    if (this.problem !== '') return;
    this.asked += 1;
    const { asked } = this;
    try {
      const report = await askReport(connection, name, { from, to });
      // A quick second choice overtakes the first one's answer.
      if (asked === this.asked) this.report = report;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (asked === this.asked) this.problem = error.message;
    }
  }
}
