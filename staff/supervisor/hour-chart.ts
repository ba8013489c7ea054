import { css, html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MoisoElement } from '../../ui/element.ts';
import type { HourCount } from '../../wire/client.ts';
import { LanguageController } from './language.ts';

const height = 180;
const top = 20;
const bottom = 24;

/** The day's curve: numbers issued and called by hour, as bars with their values and as a table for screen readers. */
@customElement('ms-hour-chart')
export class HourChart extends MoisoElement {
  static override styles = [
    css`
      :host {
        display: block;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-5);
        font-size: var(--text-s);
      }
      .legend svg {
        margin-right: var(--space-2);
        vertical-align: -2px;
      }
      .chart {
        display: block;
      }
      .issued {
        fill: var(--colour-primary);
      }
      .called {
        fill: var(--colour-primary-soft);
        stroke: var(--colour-primary);
        stroke-width: 2px;
      }
      .axis {
        stroke: var(--colour-line-strong);
      }
      text {
        fill: var(--colour-text);
        font-size: 13px;
        text-anchor: middle;
        font-variant-numeric: tabular-nums;
      }
      .hour {
        fill: var(--colour-text-soft);
      }
      .quiet {
        color: var(--colour-text-soft);
      }
    `,
  ];

  @property({ attribute: false }) hours: readonly HourCount[] = [];
  @state() private width = 600;
  private readonly language = new LanguageController(this);
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry && entry.contentRect.width > 0) this.width = Math.round(entry.contentRect.width);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override render() {
    const words = this.language.words.supervisor;
    if (this.hours.length === 0) return html`<p class="quiet">${words.noCurve}</p>`;
    const hours = withoutGaps(this.hours);
    return html`
      <p class="legend" aria-hidden="true">
        <span><svg width="14" height="14"><rect class="issued" width="14" height="14" rx="2"></rect></svg>${words.curveIssued}</span>
        <span><svg width="14" height="14"><rect class="called" x="1" y="1" width="12" height="12" rx="2"></rect></svg>${words.curveCalled}</span>
      </p>
      <svg class="chart" aria-hidden="true" width=${this.width} height=${height} viewBox="0 0 ${this.width} ${height}">
        ${this.bars(hours)}
      </svg>
      <table class="visually-hidden">
        <caption>${words.curve}</caption>
        <thead>
          <tr>
            <th scope="col">${words.curveHour}</th>
            <th scope="col">${words.curveIssued}</th>
            <th scope="col">${words.curveCalled}</th>
          </tr>
        </thead>
        <tbody>
          ${hours.map(
            (hour) => html`
              <tr>
                <th scope="row">${words.hour(hour.hour)}</th>
                <td>${hour.issued}</td>
                <td>${hour.called}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  private bars(hours: readonly HourCount[]) {
    const most = Math.max(1, ...hours.flatMap(({ issued, called }) => [issued, called]));
    const slot = this.width / Math.max(hours.length, 4);
    const bar = Math.max(6, Math.min(36, (slot - 8) / 2));
    const base = height - bottom;
    // Outlined bars are drawn inside their own line, so that both kinds are equally large.
    const column = (value: number, x: number, name: 'issued' | 'called') => {
      const inset = name === 'called' ? 1 : 0;
      const tall = (value / most) * (base - top);
      return svg`
        <rect
          class=${name}
          x=${x + 1 + inset}
          y=${base - tall + inset}
          width=${bar - 2 - 2 * inset}
          height=${Math.max(0, tall - inset)}
        ></rect>
        <text class="value" x=${x + bar / 2} y=${base - tall - 5}>${value}</text>
      `;
    };
    return svg`
      ${hours.map((hour, index) => {
        const middle = slot * index + slot / 2;
        return svg`
          ${column(hour.issued, middle - bar, 'issued')} ${column(hour.called, middle, 'called')}
          <text class="hour" x=${middle} y=${height - 6}>${hour.hour}</text>
        `;
      })}
      <line class="axis" x1="0" x2=${this.width} y1=${base} y2=${base}></line>
    `;
  }
}

/** Hours in which nothing happened are hours with 0, between the first and the last. */
function withoutGaps(hours: readonly HourCount[]): HourCount[] {
  const first = hours[0]?.hour ?? 0;
  const last = hours.at(-1)?.hour ?? first;
  return Array.from(
    { length: last - first + 1 },
    (_, index) => hours.find(({ hour }) => hour === first + index) ?? { hour: first + index, issued: 0, called: 0 },
  );
}
