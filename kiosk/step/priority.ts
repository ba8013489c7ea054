import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { textOf } from '../../ui/format.ts';
import { newRequestId } from '../../ui/problem.ts';
import type { KioskView } from '../../wire/client.ts';
import { stepStyles } from '../style.ts';
import './choices.ts';
import type { ChoiceEvent, PageEvent } from './choices.ts';
import { KioskStep } from './step.ts';

/** Whether the citizen is served earlier. A tap is enough: nothing to prove, nothing about the person is kept. */
@customElement('kiosk-priority')
export class KioskPriority extends KioskStep {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto auto 1fr;
        gap: calc(var(--u) * 8);
      }
      .no {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: calc(var(--u) * 8);
        min-height: max(calc(var(--u) * 32), var(--kiosk-target));
        border: 0;
        border-radius: calc(var(--u) * 5);
        background: var(--colour-primary);
        color: var(--colour-on-primary);
      }
      .yes {
        font-weight: 700;
        font-size: calc(var(--kiosk-text) * 1.15);
        margin-bottom: calc(var(--u) * -4);
      }
      .no:active {
        background: var(--colour-primary-strong);
      }
      .no b {
        font-size: calc(var(--kiosk-text) * 1.6);
      }
      .no span {
        font-size: var(--kiosk-text);
      }
    `,
  ];

  @property({ attribute: false }) view!: KioskView;
  @state() private page = 0;

  protected override render(): TemplateResult {
    const words = this.words.kiosk;
    return html`
      <div>
        <h1 tabindex="-1">${words.askPriority}</h1>
        <p class="hint">${words.askPriorityHint}</p>
      </div>
      <button class="no" @click=${() => this.#answer(null)}>
        <b>${words.noPriority}</b><span>${words.noPriorityHint}</span>
      </button>
      <p class="yes">${words.yesPriority}</p>
      <kiosk-choices
        .choices=${this.view.priorities.map((kind) => ({
          id: kind.id,
          name: textOf(kind.name, this.language),
          facts: [],
          open: true,
        }))}
        .page=${this.page}
        .leastWidth=${110}
        .leastHeight=${24}
        @choice=${(event: ChoiceEvent) => this.#answer(event.choice)}
        @page=${(event: PageEvent) => {
          this.page = event.page;
        }}
      ></kiosk-choices>
    `;
  }

  #answer(priority: string | null): void {
    this.ask({ type: 'choose-priority', priority, requestId: newRequestId() });
  }
}
