import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/banner.ts';
import '../../ui/component/button.ts';
import '../../ui/component/status.ts';
import { Connection } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { Session } from '../../wire/client.ts';
import { LanguageController } from './language.ts';
import './header.ts';
import { addressOf, homeOf, loadPage, type PageName, pageAt, pagesOf } from './pages.ts';
import { readSession, signOut } from './session.ts';
import './set-up.ts';
import './sign-in.ts';

type Phase = 'checking' | 'unreachable' | 'signed-out' | 'set-up' | 'signed-in';
type Notice = 'sessionEnded' | 'signedOut' | 'signOutFailed' | 'notYourPage' | 'pageFailed';

const retryMs = 2000;

/** The staff room: lets people in, shows the page of their role, and sees them out when the session ends. */
@customElement('ms-staff')
export class Staff extends MoisoElement {
  static override styles = [
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100dvh;
      }
      main {
        flex: 1;
        min-height: 0;
      }
      .quiet {
        padding: var(--space-7) var(--space-4);
        color: var(--colour-text-soft);
        text-align: center;
      }
      @media (min-width: 62.01rem) and (min-height: 34rem) {
        :host([page='counter']) {
          height: 100dvh;
        }
      }
    `,
  ];

  @state() private phase: Phase = 'checking';
  @state() private session: Session | null = null;
  @state() private connection: Connection | null = null;
  @property({ reflect: true }) page: PageName | null = null;
  /** The page whose script has come. */
  @state() private loaded: PageName | null = null;
  @state() private notice: Notice | null = null;
  private readonly language = new LanguageController(this);
  private retry: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.onAddress);
    void this.check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.onAddress);
    clearTimeout(this.retry);
    this.leave();
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const words = this.language.words.staff;
    const names = { counter: words.counterPage, supervisor: words.supervisorPage, admin: words.adminPage };
    document.title =
      this.phase === 'signed-in' && this.page
        ? `${names[this.page]} – ${this.language.words.common.product}`
        : words.title;
  }

  override render() {
    const words = this.language.words.staff;
    return html`
      <ms-staff-header
        .session=${this.session}
        .page=${this.page}
        @go=${(event: CustomEvent<PageName>) => this.go(event.detail)}
        @sign-out=${this.signOut}
      ></ms-staff-header>
      ${this.connection ? html`<ms-status .connection=${this.connection}></ms-status>` : nothing}
      <main @session-ended=${() => this.end('sessionEnded')}>${this.content(words)}</main>
    `;
  }

  private content(words: typeof this.language.words.staff) {
    switch (this.phase) {
      case 'checking':
        return html`<p class="quiet" role="status">${words.checking}</p>`;
      case 'unreachable':
        return html`<ms-banner kind="lost">${words.noServer}</ms-banner>`;
      case 'signed-out':
        return html`
          <ms-sign-in
            .notice=${this.notice ? words[this.notice] : ''}
            @signed-in=${(event: CustomEvent<Session>) => this.begin(event.detail)}
            @set-up=${() => this.show('set-up')}
          ></ms-sign-in>
        `;
      case 'set-up':
        return html`
          <ms-set-up
            @signed-in=${(event: CustomEvent<Session>) => this.begin(event.detail)}
            @back=${() => this.show('signed-out')}
          ></ms-set-up>
        `;
      case 'signed-in':
        return html`
          ${this.notice ? html`<ms-banner kind="warning">${words[this.notice]}</ms-banner>` : nothing} ${this.pageContent()}
        `;
      default:
        return this.phase satisfies never;
    }
  }

  private pageContent() {
    const { connection, session } = this;
    if (this.notice === 'pageFailed') {
      return html`<p class="quiet">
        <ms-button @click=${() => location.reload()}>${this.language.words.staff.retry}</ms-button>
      </p>`;
    }
    if (this.loaded !== this.page)
      return html`<p class="quiet" role="status">${this.language.words.staff.loadingPage}</p>`;
    switch (this.loaded) {
      case 'counter':
        return html`<ms-counter .connection=${connection} .session=${session}></ms-counter>`;
      case 'supervisor':
        return html`<ms-supervisor .connection=${connection} .session=${session}></ms-supervisor>`;
      case 'admin':
        return html`<ms-admin .connection=${connection} .session=${session}></ms-admin>`;
      default:
        return nothing;
    }
  }

  /** Asks who is signed in; without a server again and again, since the page must come right by itself. */
  private async check(): Promise<void> {
    const answer = await readSession();
    if (answer.ok) this.begin(answer.result);
    else if (answer.problem.code === 'not-signed-in') this.phase = 'signed-out';
    else {
      this.phase = 'unreachable';
      this.retry = setTimeout(() => void this.check(), retryMs);
    }
  }

  private begin(session: Session): void {
    this.session = session;
    this.notice = null;
    this.connection = new Connection(null);
    this.connection.addEventListener('state', this.onConnection);
    this.phase = 'signed-in';
    this.enter(pageAt(location.pathname));
  }

  private show(phase: Phase): void {
    this.notice = null;
    this.phase = phase;
  }

  private readonly onAddress = (): void => {
    if (this.session) this.enter(pageAt(location.pathname));
  };

  private readonly onConnection = (): void => {
    if (this.connection?.problem?.code === 'not-signed-in') this.end('sessionEnded');
  };

  private go(page: PageName): void {
    history.pushState(null, '', addressOf(page));
    this.notice = null;
    this.enter(page);
  }

  /** Shows the page of the address, or the role's home when there is none or it belongs to another role. */
  private enter(wanted: PageName | null): void {
    if (!this.session) return;
    const isTheirs = wanted !== null && pagesOf[this.session.role].includes(wanted);
    const page = isTheirs ? wanted : homeOf(this.session.role);
    if (!isTheirs) history.replaceState(null, '', addressOf(page));
    if (wanted !== null && !isTheirs) this.notice = 'notYourPage';
    this.page = page;
    void this.load(page);
  }

  private async load(page: PageName): Promise<void> {
    try {
      await loadPage(page);
      if (this.page === page) this.loaded = page;
    } catch (error) {
      console.error(error); // The script of another build, or no server: words for the person, the cause for the technician.
      this.notice = 'pageFailed';
    }
  }

  private readonly signOut = async (): Promise<void> => {
    this.leave();
    this.phase = 'checking';
    const answer = await signOut();
    // The cookie of a session that the server did not end still lets the next person in: that must be said.
    this.end(answer.ok || answer.problem.code === 'not-signed-in' ? 'signedOut' : 'signOutFailed');
    history.replaceState(null, '', '/staff');
  };

  private end(notice: Notice): void {
    this.leave();
    this.phase = 'signed-out';
    this.notice = notice;
  }

  private leave(): void {
    this.connection?.removeEventListener('state', this.onConnection);
    this.connection?.close();
    this.connection = null;
    this.session = null;
    this.page = null;
    this.loaded = null;
  }
}
