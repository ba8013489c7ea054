import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/icon.ts';
import { MoisoElement } from '../../ui/element.ts';
import { clock, span, textOf } from '../../ui/format.ts';
import type { Alarm, AnswerOf, SupervisorView } from '../../wire/client.ts';
import { LanguageController, type Words } from './language.ts';

interface Wording {
  readonly what: string;
  readonly action: string;
}

type Causes = Words['supervisor']['printCauses'];

/** A printer's cause in words; one that a newer server knows stands as it came. */
const causeOf = (cause: string, { printCauses }: { readonly printCauses: Causes }): string =>
  Object.hasOwn(printCauses, cause) ? printCauses[cause as keyof Causes] : cause;

/** What needs acting on now, each with what to do about it. */
@customElement('ms-alarms')
export class Alarms extends MoisoElement {
  static override styles = [
    css`
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: baseline;
        gap: var(--space-3) var(--space-4);
      }
      h2 {
        font-size: var(--text-l);
      }
      .number {
        color: var(--colour-danger);
        font-weight: 600;
      }
      .none {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--colour-success);
        font-weight: 600;
      }
      ul {
        display: grid;
        grid-column: 1 / -1;
        gap: var(--space-2);
        list-style: none;
      }
      li {
        display: flex;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4);
        border: var(--line-width) solid var(--colour-danger);
        border-left-width: 0.5rem;
        border-radius: var(--radius-m);
        background: var(--colour-danger-soft);
      }
      li ms-icon {
        margin-top: 0.15em;
        color: var(--colour-danger);
      }
      .action {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) view!: SupervisorView;
  @property() timeZone = 'UTC';
  /** Which counter takes which service, when that is known. */
  @property({ attribute: false }) counters: AnswerOf<'settings'>['counters'] = [];
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.supervisor;
    const { alarms } = this.view;
    return html`
      <section aria-labelledby="heading">
        <h2 id="heading">
          ${words.alarms}
        </h2>
        <p role="status" class=${alarms.length > 0 ? 'number' : 'none'}>
          ${
            alarms.length > 0
              ? words.alarmCount(alarms.length)
              : html`<ms-icon name="circle-check"></ms-icon>${words.noAlarms}`
          }
        </p>
        ${alarms.length > 0 ? html`<ul>${alarms.map((alarm) => this.alarm(alarm))}</ul>` : nothing}
      </section>
    `;
  }

  private alarm(alarm: Alarm) {
    const { what, action } = this.wording(alarm, this.language.words);
    return html`
      <li data-kind=${alarm.kind}>
        <ms-icon name="triangle-alert"></ms-icon>
        <span><strong>${what}</strong> <span class="action">${action}</span></span>
      </li>
    `;
  }

  private wording(alarm: Alarm, all: Words): Wording {
    const words = all.supervisor;
    switch (alarm.kind) {
      case 'wait-over-limit': {
        const limit = this.view.services.find((service) => service.id === alarm.service)?.waitLimitMinutes ?? 0;
        return {
          what: words.alarmWait(this.nameOf(alarm.service), span(alarm.longestWaitMs, all), limit),
          action: words.alarmWaitAction(alarm.waiting),
        };
      }
      case 'nobody-serving':
        return {
          what: words.alarmNobody(this.nameOf(alarm.service), alarm.waiting),
          action: words.alarmNobodyAction(this.countersFor(alarm.service)),
        };
      case 'slip-failed':
        return {
          what: words.alarmSlip(alarm.number, causeOf(alarm.cause, words)),
          action: words.alarmSlipAction,
        };
      case 'printer': {
        const since = clock(alarm.since, this.timeZone);
        const cause = causeOf(alarm.cause, words);
        return {
          what: alarm.state === 'near-end' ? words.alarmPrinterNearEnd(since) : words.alarmPrinter(cause, since),
          action: words.alarmPrinterAction,
        };
      }
      case 'device-lost':
        return {
          what: words.alarmDevice(alarm.name, clock(alarm.since, this.timeZone)),
          action: words.alarmDeviceAction,
        };
      case 'settings-recovered':
        return {
          what: words.alarmSettings(alarm.file, clock(alarm.since, this.timeZone)),
          action: words.alarmSettingsAction,
        };
      default:
        return alarm satisfies never;
    }
  }

  private nameOf(service: string): string {
    const found = this.view.services.find((other) => other.id === service);
    return found ? textOf(found.name, this.language.language) : service;
  }

  private countersFor(service: string): string {
    return this.counters
      .filter((counter) => counter.active && counter.services.includes(service))
      .map((counter) => textOf(counter.name, this.language.language))
      .join(', ');
  }
}
