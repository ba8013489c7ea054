import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/component/banner.ts';
import '../../ui/component/card.ts';
import { showToast } from '../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import { localDate, textOf } from '../../ui/format.ts';
import { Live } from '../../ui/live.ts';
import { Ticking } from '../../ui/ticking.ts';
import type { AnswerOf, Session, StatusName, SupervisorView } from '../../wire/client.ts';
import { LanguageController } from './language.ts';
import './alarms.ts';
import './close-day.ts';
import './counters-now.ts';
import './hour-chart.ts';
import './ratings-now.ts';
import type { Names } from './reports.ts';
import './services-now.ts';
import { supervisorStyles } from './supervisor-styles.ts';

type Section = 'now' | 'reports';

const sections: readonly Section[] = ['now', 'reports'];
const countOrder: readonly StatusName[] = [
  'waiting',
  'called',
  'serving',
  'parked',
  'done',
  'absent',
  'cancelled',
  'leftOvernight',
];

/** The supervisor's page: what needs acting on, the centre's present, and reports. */
@customElement('ms-supervisor')
export class Supervisor extends MoisoElement {
  static override styles = [supervisorStyles];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @state() private section: Section = sectionOfAddress();
  @state() private settings: AnswerOf<'settings'> | null = null;
  @state() private staff: AnswerOf<'staff'> = [];
  private readonly language = new LanguageController(this);
  private readonly live = new Live<'supervisor'>(
    this,
    () => this.connection,
    () => ({ view: 'supervisor' }),
  );
  private readonly centre = new Live<'centre'>(
    this,
    () => this.connection,
    () => ({ view: 'centre' }),
  );

  constructor() {
    super();
    new Ticking(this, 5000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.onAddress);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('connection')) void this.learnNames();
    if (changed.has('section') && this.section === 'reports') void this.fetchReports();
  }

  override render() {
    const words = this.language.words.supervisor;
    const { view } = this.live;
    if (!view) return html`<p class="page quiet" role="status">${words.loading}</p>`;
    return html`
      <div class="page">
        <header>
          <div>
            <h1>${words.title}</h1>
            <p class="quiet">${this.dayLine(view)}</p>
          </div>
          <nav aria-label=${words.title}>
            ${sections.map(
              (section) => html`
                <a
                  href="?section=${section}"
                  aria-current=${section === this.section ? 'page' : nothing}
                  @click=${(event: Event) => this.go(event, section)}
                  >${section === 'now' ? words.sectionNow : words.sectionReports}</a
                >
              `,
            )}
          </nav>
        </header>
        ${this.section === 'now' ? this.now(view) : this.reports(view)}
      </div>
    `;
  }

  private dayLine(view: SupervisorView): string {
    const words = this.language.words.supervisor;
    if (view.day === null) return words.noDay;
    const date = words.workingDay(localDate(Date.parse(`${view.day}T12:00Z`), 'UTC', this.language.language));
    return view.closed ? `${date}. ${words.dayIsClosed}` : date;
  }

  private now(view: SupervisorView) {
    const words = this.language.words.supervisor;
    const now = this.connection?.serverNow() ?? 0;
    const age = Math.max(0, now - (this.live.receivedAt ?? now));
    return html`
      <ms-alarms
        .view=${view}
        .timeZone=${this.centre.view?.timeZone ?? 'UTC'}
        .counters=${this.settings?.counters ?? []}
      ></ms-alarms>
      <dl class="counts" aria-label=${words.counts}>
        ${countOrder.map(
          (status) => html`
            <div data-status=${status}>
              <dt>${words.count[status]}</dt>
              <dd>${view.counts[status]}</dd>
            </div>
          `,
        )}
      </dl>
      <div class="columns">
        <ms-card class="whole" .heading=${words.services}>
          <ms-services-now .services=${view.services} .age=${age}></ms-services-now>
        </ms-card>
        <ms-card class="whole" .heading=${words.counters}>
          <ms-counters-now .counters=${view.counters} .names=${this.names().staff} .now=${now}></ms-counters-now>
        </ms-card>
        <ms-card .heading=${words.curve}>
          <ms-hour-chart .hours=${view.hours}></ms-hour-chart>
        </ms-card>
        <ms-card .heading=${words.ratings}>
          <ms-ratings-now .ratings=${view.ratings}></ms-ratings-now>
        </ms-card>
      </div>
      <ms-close-day .connection=${this.connection} .view=${view}></ms-close-day>
    `;
  }

  private reports(view: SupervisorView) {
    const today = view.day ?? '';
    return html`
      <ms-card>
        <ms-reports .connection=${this.connection} .today=${today} .names=${this.names()}></ms-reports>
      </ms-card>
    `;
  }

  private names(): Names {
    const named = (list: AnswerOf<'settings'>['services' | 'counters'] | undefined) =>
      new Map((list ?? []).map(({ id, name }) => [id, textOf(name, this.language.language)]));
    return {
      services: named(this.settings?.services),
      counters: named(this.settings?.counters),
      staff: new Map(this.staff.map(({ user, name }) => [user, name])),
    };
  }

  private async learnNames(): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    try {
      const [settings, staff] = await Promise.all([connection.call('settings'), connection.call('staff')]);
      this.settings = settings;
      this.staff = staff;
    } catch (error) {
      // Without names the page shows ids, and the status line says that the server is away.
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** Reports come when they are looked at: the present must be there at once, on old PCs too. */
  private async fetchReports(): Promise<void> {
    try {
      await import('./reports.ts');
    } catch (error) {
      console.error(error); // The script of another build, or no server: words for the person, the cause for the technician.
      showToast(this.language.words.errors['no-connection'], 'error');
    }
  }

  private go(event: Event, section: Section): void {
    event.preventDefault();
    history.pushState(null, '', `?section=${section}`);
    this.section = section;
  }

  private readonly onAddress = (): void => {
    this.section = sectionOfAddress();
  };
}

function sectionOfAddress(): Section {
  return new URLSearchParams(location.search).get('section') === 'reports' ? 'reports' : 'now';
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-supervisor': Supervisor;
  }
}
