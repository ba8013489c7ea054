import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/empty.ts';
import '../../ui/component/icon.ts';
import { showToast } from '../../ui/component/toast.ts';
import type { Connection } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { textOf } from '../../ui/format.ts';
import { Live } from '../../ui/live.ts';
import { newRequestId } from '../../ui/problem.ts';
import type { BodyInput, CounterTicket, CounterView, ProblemCode, Session } from '../../wire/client.ts';
import './about-ticket.ts';
import {
  type Action,
  type AskingAction,
  actionOfKey,
  asksFirst,
  callRefusal,
  type DirectAction,
  moveRefusal,
  type Refusals,
  refusals,
  refusalsWithoutServer,
} from './actions.ts';
import { callFor } from './calls.ts';
import { Commands } from './commands.ts';
import { LanguageController } from './language.ts';
import './finish.ts';
import type { Finish } from './finish.ts';
import './head.ts';
import './help.ts';
import { deskStyles } from './desk-styles.ts';
import { isPageKey, keyName } from './keys.ts';
import './pause.ts';
import './queue.ts';
import type { Queue, QueueQuestion } from './queue.ts';
import './take.ts';
import type { Taking } from './take.ts';
import './transfer.ts';
import './visit.ts';

type Dialog = AskingAction | 'about';

/** One counter at work: every action by one key and one click, the queue in sight, the visit of the moment in the middle. */
@customElement('ms-desk')
export class Desk extends MoisoElement {
  static override styles = deskStyles;

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @property() counter = '';
  /** Whether this person may go to another counter. */
  @property({ type: Boolean }) several = false;
  @state() private dialog: Dialog | null = null;
  /** The ticket of the lists that a dialog is about; null: the visit of the moment. */
  @state() private asked: QueueQuestion | null = null;
  @query('ms-finish') private readonly finishPanel!: Finish | null;
  @query('ms-queue') private readonly queue!: Queue | null;
  private readonly language = new LanguageController(this);
  private readonly live = new Live(
    this,
    () => this.connection,
    () => ({ view: 'counter', counter: this.counter }),
  );
  private readonly centre = new Live(
    this,
    () => this.connection,
    () => ({ view: 'centre' }),
  );
  private readonly commands = new Commands(
    this,
    () => this.connection,
    ({ code }, message) => (code === 'not-signed-in' ? this.endSession() : showToast(message, 'error')),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
    this.connection?.addEventListener('state', this.onState);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
    this.connection?.removeEventListener('state', this.onState);
  }

  override updated(): void {
    if (this.live.problem?.code === 'not-signed-in') this.endSession();
  }

  override render() {
    const all = this.language.words;
    const { view, problem } = this.live;
    if (problem && !view) return html`<ms-empty icon="circle-alert">${all.errors[problem.code]}</ms-empty>`;
    if (!view || !this.session) return html`<p class="loading" role="status">${all.counter.loading}</p>`;
    const allowed = this.refusals(view, this.session);
    return html`
      <ms-desk-head
        .view=${view}
        .refusals=${allowed}
        .busy=${this.commands.busy}
        .user=${this.session.user}
        .timeZone=${this.centre.view?.timeZone ?? ''}
        ?several=${this.several}
        @act=${(event: CustomEvent<Action>) => this.act(event.detail)}
        @leave=${() => this.dispatchEvent(new Event('leave'))}
      ></ms-desk-head>
      <div class="work">
        <div class="visit">
          <ms-visit
            .view=${view}
            .refusals=${allowed}
            .busy=${this.commands.busy}
            .now=${this.now}
            .serviceName=${this.serviceName}
            .priorityWords=${this.priorityWords}
            .timeZone=${this.centre.view?.timeZone ?? ''}
            @act=${(event: CustomEvent<Action>) => this.act(event.detail)}
          ></ms-visit>
          ${
            view.ticket
              ? html`<ms-finish
                  .ticket=${view.ticket}
                  .user=${this.session.user}
                  @finish=${() => this.act('finish')}
                ></ms-finish>`
              : nothing
          }
        </div>
        <ms-queue
          .view=${view}
          .busy=${this.commands.busy}
          .now=${this.now}
          .serviceName=${this.serviceName}
          ?mayCall=${this.commands.busy === null && callRefusal(allowed) === null}
          ?mayReturn=${this.commands.busy === null && this.connection?.state === 'online'}
          @call=${(event: CustomEvent<string>) => this.callTicket(event.detail)}
          @return=${(event: CustomEvent<string>) => this.returnTicket(event.detail)}
          @move=${(event: CustomEvent<CounterTicket>) => this.move(event.detail)}
          @about=${(event: CustomEvent<QueueQuestion>) => this.ask('about', event.detail)}
        ></ms-queue>
      </div>
      <p class="visually-hidden" role="status">${this.spoken(view)}</p>
      ${this.dialogs(view)}
    `;
  }

  private dialogs(view: CounterView) {
    // A dialog tells late that it was closed: by then another one may be open.
    const close = (dialog: Dialog) => (): void => {
      if (this.dialog === dialog) this.dialog = null;
    };
    return html`
      <div class="dialogs">
      <ms-pause
        ?open=${this.dialog === 'pause'}
        @close=${close('pause')}
        @pause=${(event: CustomEvent<string>) => this.pause(event.detail)}
      ></ms-pause>
      <ms-transfer
        .connection=${this.connection}
        .ticket=${this.asked?.ticket ?? view.ticket}
        .counter=${view.id}
        ?open=${this.dialog === 'transfer'}
        @close=${close('transfer')}
        @transfer=${(event: CustomEvent<BodyInput<'transferTicket'>>) => this.transfer(event.detail)}
      ></ms-transfer>
      <ms-take
        .connection=${this.connection}
        .priorities=${this.centre.view?.priorities ?? []}
        ?open=${this.dialog === 'take'}
        @close=${close('take')}
        @take=${(event: CustomEvent<Taking>) => this.take(event.detail)}
      ></ms-take>
      <ms-about-ticket
        .ticket=${this.asked?.ticket ?? null}
        .service=${this.asked ? this.serviceName(this.asked.ticket.service) : ''}
        .first=${this.asked?.question ?? 'what'}
        ?open=${this.dialog === 'about'}
        ?mayTransfer=${this.moveRefusal(view) === null}
        @close=${close('about')}
        @transfer=${() => this.asked && this.move(this.asked.ticket)}
        @cancel-ticket=${() => this.asked && this.cancelTicket(this.asked.ticket)}
      ></ms-about-ticket>
      <ms-keys ?open=${this.dialog === 'help'} @close=${close('help')}></ms-keys>
      </div>
    `;
  }

  /** What the rules allow; without the server nothing but help. */
  private refusals(view: CounterView, session: Session): Refusals {
    return this.connection?.state === 'online' ? refusals(view, session) : refusalsWithoutServer;
  }

  private readonly now = (): number => this.connection?.serverNow() ?? 0;

  private readonly serviceName = (id: string): string => {
    const service = this.centre.view?.services.find((known) => known.id === id);
    return service ? textOf(service.name, this.language.language) : id;
  };

  private readonly priorityWords = (id: string): string => {
    const words = this.language.words.counter;
    const kind = this.centre.view?.priorities.find((known) => known.id === id);
    return kind ? textOf(kind.name, this.language.language) : words.priority;
  };

  private spoken({ ticket }: CounterView): string {
    const words = this.language.words.counter;
    if (!ticket) return '';
    return ticket.status === 'called' ? words.announceCalled(ticket.number) : words.announceServing(ticket.number);
  }

  private readonly onState = (): void => this.requestUpdate();

  private readonly onKey = (event: KeyboardEvent): void => {
    const { view } = this.live;
    // The browser says later that it closed a dialog; the next key may come sooner.
    if (event.key === 'Escape' && !event.isComposing) this.dialog = null;
    if (!view || this.dialog !== null || !isPageKey(event)) return;
    const key = keyName(event);
    const action = actionOfKey(key, view);
    if (action) this.act(action);
    else if (/^[1-5]$/.test(key)) this.finishPanel?.choose(Number(key));
    else if (key === 'D') this.finishPanel?.focusDossiers();
    else if (key === 'H') this.queue?.focusFirst();
    else return;
    event.preventDefault();
  };

  private ask(dialog: Dialog, asked: QueueQuestion | null = null): void {
    this.asked = asked;
    this.dialog = dialog;
  }

  /** Asks where a ticket of the lists is to go, or says why it cannot go now. */
  private move(ticket: CounterTicket): void {
    const { view } = this.live;
    if (!view) return;
    this.asked = { ticket, question: 'what' };
    const refusal = this.moveRefusal(view);
    if (refusal === null) this.dialog = 'transfer';
    else showToast(this.language.words.errors[refusal]);
  }

  /** Why the ticket that a dialog is about cannot be transferred now, or null. */
  private moveRefusal(view: CounterView): ProblemCode | null {
    if (!this.asked || !this.session) return 'no-ticket';
    return this.connection?.state === 'online' ? moveRefusal(view, this.session, this.asked.ticket) : 'no-connection';
  }

  /** Does an action, or says why it cannot be done now. */
  private act(action: Action): void {
    const { view } = this.live;
    if (!view || !this.session || this.commands.isRunning) return;
    const refusal = this.refusals(view, this.session)[action];
    if (refusal !== null) showToast(this.language.words.errors[refusal]);
    else if (asksFirst(action)) this.ask(action);
    else void this.command(action, view);
  }

  private async command(action: DirectAction, view: CounterView): Promise<void> {
    const isDone = await this.run(action, (connection) =>
      callFor(action, connection, view, () => this.finishPanel?.read() ?? {}),
    );
    if (isDone && action === 'reprint') showToast(this.language.words.counter.slipWanted, 'success');
  }

  private callTicket(ticket: string): void {
    const params = { counter: this.counter };
    void this.run(`call ${ticket}`, (connection) => connection.call('callTicket', { params, body: { ticket } }));
  }

  private returnTicket(ticket: string): void {
    void this.run(`return ${ticket}`, (connection) => connection.call('returnTicket', { params: { ticket } }));
  }

  private pause(reason: string): void {
    this.dialog = null;
    const params = { counter: this.counter };
    void this.run('pause', (connection) => connection.call('pauseCounter', { params, body: { reason } }));
  }

  private async transfer(target: BodyInput<'transferTicket'>): Promise<void> {
    const { asked } = this;
    this.dialog = null;
    const params = { counter: this.counter };
    const body = { ...target, ticket: asked?.ticket.id };
    const isDone = await this.run('transfer', (connection) => connection.call('transferTicket', { params, body }));
    if (isDone && asked) showToast(this.language.words.counter.transferred(asked.ticket.number), 'success');
  }

  private async cancelTicket({ id, number }: CounterTicket): Promise<void> {
    this.dialog = null;
    const isDone = await this.run('cancel', (connection) =>
      connection.call('cancelTicket', { params: { ticket: id } }),
    );
    if (isDone) showToast(this.language.words.counter.cancelled(number), 'success');
  }

  private async take(taking: Taking): Promise<void> {
    this.dialog = null;
    const body = { ...taking, requestId: newRequestId() };
    let number = '';
    const isDone = await this.run('take', async (connection) => {
      ({ number } = await connection.call('takeTicket', { body }));
    });
    if (isDone) showToast(this.language.words.counter.taken(number), 'success');
  }

  /** A command that was done takes the last refusal from the screen: it is no longer true. */
  private async run(name: string, command: (connection: Connection) => Promise<unknown>): Promise<boolean> {
    const isDone = await this.commands.run(name, command);
    if (isDone) document.querySelector('ms-toast')?.show('');
    return isDone;
  }

  private endSession(): void {
    this.dispatchEvent(new Event('session-ended', { bubbles: true, composed: true }));
  }
}
