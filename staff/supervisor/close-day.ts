import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/dialog.ts';
import { showToast } from '../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { SupervisorView } from '../../wire/client.ts';
import { LanguageController } from './language.ts';

/** Ends the working day, after saying what that does. */
@customElement('ms-close-day')
export class CloseDay extends MoisoElement {
  static override styles = [
    css`
      ul {
        display: grid;
        gap: var(--space-2);
        padding-left: var(--space-5);
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) view!: SupervisorView;
  @state() private isAsking = false;
  @state() private isPending = false;
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.supervisor;
    const { counts, counters } = this.view;
    return html`
      <ms-button ?disabled=${this.view.closed || this.view.day === null} @click=${() => this.ask(true)}>
        <ms-icon slot="start" name="door-closed"></ms-icon>${words.closeDay}
      </ms-button>
      <ms-dialog .heading=${words.closeDayQuestion} .open=${this.isAsking} @close=${() => this.ask(false)}>
        <ul>
          <li>${words.closeDayLeft(counts.waiting + counts.called + counts.serving + counts.parked)}</li>
          <li>${words.closeDayCounters(counters.filter((counter) => counter.state !== 'closed').length)}</li>
          <li>${words.closeDayNumbers}</li>
        </ul>
        <ms-button slot="actions" @click=${() => this.ask(false)}>${this.language.words.common.cancel}</ms-button>
        <ms-button slot="actions" variant="danger" ?busy=${this.isPending} @click=${this.close}>
          ${words.closeDayConfirm}
        </ms-button>
      </ms-dialog>
    `;
  }

  private ask(isAsking: boolean): void {
    this.isAsking = isAsking;
  }

  private async close(): Promise<void> {
    if (!this.connection || this.isPending) return;
    this.isPending = true;
    try {
      await this.connection.call('closeDay');
      showToast(this.language.words.supervisor.closeDayDone, 'success');
      this.isAsking = false;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      showToast(error.message, 'error');
    } finally {
      this.isPending = false;
    }
  }
}
