import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../ui/component/button.ts';
import '../../../ui/component/empty.ts';
import { showToast } from '../../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../../ui/connection.ts';
import { MoisoElement } from '../../../ui/element.ts';
import { clock } from '../../../ui/format.ts';
import type { AnswerOf, BodyInput } from '../../../wire/client.ts';
import { auditAction, auditDetail } from '../audit-text.ts';
import { LanguageController } from '../language.ts';
import { sectionStyles } from '../section-styles.ts';

type Row = AnswerOf<'audit'>[number];

const pageSize = 50;

/** Who did what, the newest first, a page at a time. */
@customElement('ms-admin-audit')
export class AdminAudit extends MoisoElement {
  static override styles = [
    sectionStyles,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--space-2) var(--space-3);
        border-bottom: var(--line-width) solid var(--colour-line);
        text-align: start;
        vertical-align: top;
      }
      th {
        color: var(--colour-text-soft);
        font-size: var(--text-s);
      }
      .when {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .detail {
        overflow-wrap: anywhere;
      }
      @media (max-width: 45rem) {
        th,
        td {
          padding-inline: var(--space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @property() timeZone = 'UTC';
  @state() private rows: readonly Row[] | null = null;
  @state() private isEnd = false;
  @state() private isPending = false;
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('connection')) void this.load();
  }

  override render() {
    const words = this.language.words.admin;
    const { rows } = this;
    return html`
      <p class="intro">${words.auditIntro}</p>
      ${rows !== null && rows.length === 0 ? html`<ms-empty icon="history" .heading=${words.auditEmpty}></ms-empty>` : nothing}
      ${rows !== null && rows.length > 0 ? this.table(rows) : nothing}
      ${
        this.isEnd
          ? html`<p class="quiet">${words.auditEnd}</p>`
          : html`<div><ms-button ?busy=${this.isPending} @click=${this.load}>${words.older}</ms-button></div>`
      }
    `;
  }

  private table(rows: readonly Row[]) {
    const words = this.language.words.admin;
    return html`
      <div class="part scroll" tabindex="0" role="region" aria-label=${words.sections.audit}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.auditAt}</th>
              <th scope="col">${words.auditBy}</th>
              <th scope="col">${words.auditAction}</th>
              <th scope="col">${words.auditDetail}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`
                <tr>
                  <td class="when">${this.dateOf(row.at)} ${clock(row.at, this.timeZone)}</td>
                  <td>${row.by}</td>
                  <td>${auditAction(row.action, words)}</td>
                  <td class="detail">${auditDetail(row.detail, this.language.words)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private dateOf(at: number): string {
    const parts = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
    return new Intl.DateTimeFormat('en-GB', { timeZone: this.timeZone, ...parts }).format(at);
  }

  /** The first page, or the one after what is shown. */
  private async load(): Promise<void> {
    const { connection } = this;
    if (!connection || this.isPending) return;
    this.isPending = true;
    const before = this.rows?.at(-1)?.seq;
    // A socket has no query string: the question travels where a command has its body.
    const query: object = { limit: pageSize, ...(before === undefined ? {} : { before }) };
    try {
      const page = await connection.call('audit', { body: query as BodyInput<'audit'> });
      this.rows = [...(this.rows ?? []), ...page];
      this.isEnd = page.length < pageSize;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      showToast(error.message, 'error');
    } finally {
      this.isPending = false;
    }
  }
}
