import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { textOf, waitText } from '../../ui/format.ts';
import { newRequestId } from '../../ui/problem.ts';
import type { KioskView, ServiceView } from '../../wire/client.ts';
import { wallClock } from '../opening.ts';
import { stepStyles } from '../style.ts';
import './choices.ts';
import type { ChoiceEvent, KioskChoice, PageEvent } from './choices.ts';
import { KioskStep } from './step.ts';

/** Which service: each with its line and the wait to expect, so that the citizen can decide before taking a number. */
@customElement('kiosk-service')
export class KioskService extends KioskStep {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr;
        gap: calc(var(--u) * 8);
      }
    `,
  ];

  @property({ attribute: false }) view!: KioskView;
  @property({ type: Number }) page = 0;

  protected override render(): TemplateResult {
    const words = this.words.kiosk;
    return html`
      <div>
        <h1 tabindex="-1">${words.chooseService}</h1>
        <p class="hint">${words.chooseServiceHint}</p>
      </div>
      <kiosk-choices
        .choices=${this.view.services.map((service) => this.#choice(service))}
        .page=${this.page}
        @choice=${(event: ChoiceEvent) => this.#choose(event.choice)}
        @page=${(event: PageEvent) => this.ask({ type: 'turn-page', page: event.page })}
      ></kiosk-choices>
    `;
  }

  #choose(service: string): void {
    const asksPriority = this.view.priorities.length > 0;
    this.ask({ type: 'choose-service', service, asksPriority, requestId: newRequestId() });
  }

  #choice(service: ServiceView): KioskChoice {
    return {
      id: service.id,
      mark: service.prefix,
      name: textOf(service.name, this.language),
      facts: service.open ? this.#line(service) : [{ icon: 'clock', text: this.#reason(service) }],
      open: service.open,
    };
  }

  #line(service: ServiceView): KioskChoice['facts'] {
    const words = this.words.kiosk;
    const waiting: KioskChoice['facts'][number] = { icon: 'users', text: words.waiting(service.waiting) };
    // Who comes to idle counters reads of no wait.
    if (service.waiting === 0 && service.expectedWait !== null && service.expectedWait.expected <= 60) return [waiting];
    if (service.expectedWait !== null)
      return [waiting, { icon: 'clock', text: words.wait(waitText(service.expectedWait, this.words)) }];
    return service.openCounters === 0 ? [waiting, { icon: 'info', text: words.noCounter }] : [waiting];
  }

  #reason(service: ServiceView): string {
    const words = this.words.kiosk;
    switch (service.closedBecause) {
      case 'daily-limit':
        return words.closedLimit;
      case 'day-closed':
        return words.closedDay;
      default:
        return this.view.opensAtMinute === null
          ? words.closedHours
          : words.closedUntil(wallClock(this.view.opensAtMinute));
    }
  }
}
