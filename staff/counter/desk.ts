import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/badge.ts';
import '../../ui/component/empty.ts';
import '../../ui/component/icon.ts';
import { showToast } from '../../ui/component/toast.ts';
import type { Connection } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { clock, span, textOf } from '../../ui/format.ts';
import { Live } from '../../ui/live.ts';
import type { BodyInput, CounterView, ProblemCode, Session } from '../../wire/client.ts';
import { actionButton, keyStyles } from './action-button.ts';
import { type Action, actionOfKey, actions, callRefusal, type Refusals, refusals } from './actions.ts';
import { Commands } from './commands.ts';
import { LanguageController } from './language.ts';
import './finish.ts';
import type { Finish } from './finish.ts';
import './help.ts';
import { deskStyles } from './desk-styles.ts';
import { isPageKey, keyName } from './keys.ts';
import './pause.ts';
import './queue.ts';
import type { Queue } from './queue.ts';
import './transfer.ts';
import './visit.ts';

type Dialog = 'pause' | 'transfer' | 'help';

/** One counter at work: every action by one key and one click, the queue in sight, the visit of the moment in the middle. */
@customElement('ms-desk')
export class Desk extends MoisoElement {
  static override styles = [deskStyles, keyStyles];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @property() counter = '';
  /** Whether this person may go to another counter. */
  @property({ type: Boolean }) several = false;
  @state() private dialog: Dialog | null = null;
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
      ${this.head(view, allowed)}
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
        ></ms-queue>
      </div>
      <p class="visually-hidden" role="status">${this.spoken(view)}</p>
      ${this.dialogs(view)}
    `;
  }

  private head(view: CounterView, allowed: Refusals) {
    const all = this.language.words;
    const words = all.counter;
    const context = { words, refusals: allowed, busy: this.commands.busy, act: (action: Action) => this.act(action) };
    const kinds = { closed: 'neutral', open: 'success', paused: 'warning' } as const;
    const timeZone = this.centre.view?.timeZone;
    return html`
      <header class="head">
        <h1>${textOf(view.name, this.language.language)}</h1>
        <ms-badge kind=${kinds[view.state]}>${words.states[view.state]}</ms-badge>
        ${
          view.since !== null && timeZone
            ? html`<span class="since">${words.openSince(clock(view.since, timeZone))}</span>`
            : nothing
        }
        ${
          view.clerk !== null && view.clerk !== this.session?.user
            ? html`<span class="since">${words.heldBy(view.clerk)}</span>`
            : nothing
        }
        <dl class="figures" aria-label=${words.today}>
          <div><dt>${words.servedToday}</dt><dd>${words.visits(view.served)}</dd></div>
          <div>
            <dt>${words.meanTime}</dt>
            <dd>${view.meanServiceMs === null ? words.noFigure : span(view.meanServiceMs, all)}</dd>
          </div>
        </dl>
        <div class="tools">
          ${view.state === 'open' ? actionButton(context, 'pause') : nothing}
          ${view.state === 'closed' ? nothing : actionButton(context, 'close')} ${actionButton(context, 'help', 'quiet')}
          ${
            this.several
              ? html`<ms-button variant="quiet" @click=${() => this.dispatchEvent(new Event('leave'))}
                  >${words.otherCounter}</ms-button
                >`
              : nothing
          }
        </div>
      </header>
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
        .ticket=${view.ticket}
        .counter=${view.id}
        ?open=${this.dialog === 'transfer'}
        @close=${close('transfer')}
        @transfer=${(event: CustomEvent<BodyInput<'transferTicket'>>) => this.transfer(event.detail)}
      ></ms-transfer>
      <ms-keys ?open=${this.dialog === 'help'} @close=${close('help')}></ms-keys>
      </div>
    `;
  }

  /** What the rules allow; without the server nothing but help. */
  private refusals(view: CounterView, session: Session): Refusals {
    const allowed = refusals(view, session);
    if (this.connection?.state === 'online') return allowed;
    const away: ProblemCode = 'no-connection';
    return { ...(Object.fromEntries(actions.map((action) => [action, away])) as Refusals), help: null };
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

  /** Does an action, or says why it cannot be done now. */
  private act(action: Action): void {
    const { view } = this.live;
    if (!view || !this.session || this.commands.isRunning) return;
    const refusal = this.refusals(view, this.session)[action];
    if (refusal !== null) showToast(this.language.words.errors[refusal]);
    else if (action === 'pause' || action === 'transfer' || action === 'help') this.dialog = action;
    else void this.command(action, view);
  }

  private async command(action: Exclude<Action, 'pause' | 'transfer' | 'help'>, view: CounterView): Promise<void> {
    const params = { counter: view.id };
    const isDone = await this.run(action, (connection) => {
      switch (action) {
        case 'open':
          return connection.call('openCounter', { params });
        case 'close':
          return connection.call('closeCounter', { params });
        case 'resume':
          return connection.call('resumeCounter', { params });
        case 'next':
          return connection.call('callNext', { params });
        case 'recall':
          return connection.call('repeatCall', { params });
        case 'start':
          return connection.call('startService', { params });
        case 'finish':
          return connection.call('finishVisit', { params, body: this.finishPanel?.read() ?? {} });
        case 'absent':
          return connection.call('markAbsent', { params });
        case 'park':
          return connection.call('parkTicket', { params });
        case 'reprint':
          return connection.call('reprintSlip', { params: { ticket: view.ticket?.id ?? '' } });
        default:
          return action satisfies never;
      }
    });
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

  private transfer(body: BodyInput<'transferTicket'>): void {
    this.dialog = null;
    const params = { counter: this.counter };
    void this.run('transfer', (connection) => connection.call('transferTicket', { params, body }));
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
