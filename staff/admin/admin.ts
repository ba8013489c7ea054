import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/dialog.ts';
import '../../ui/component/icon.ts';
import '../../ui/component/select.ts';
import { hideToast, showToast } from '../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../ui/connection.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { Session, Settings } from '../../wire/client.ts';
import { adminStyles } from './admin-styles.ts';
import {
  type Draft,
  draftOf,
  edited,
  isDirty,
  isSection,
  placesToMend,
  type SectionName,
  sectionNames,
  sectionOf,
  settingsSections,
} from './draft.ts';
import { LanguageController } from './language.ts';
import type { SettingsChange } from './settings-section.ts';

/** The script of each section comes when it is looked at: old PCs wait for no more than they show. */
const scripts: Record<SectionName, () => Promise<unknown>> = {
  services: () => import('./section/services.ts'),
  counters: () => import('./section/counters.ts'),
  hours: () => import('./section/hours.ts'),
  order: () => import('./section/order.ts'),
  rating: () => import('./section/rating.ts'),
  centre: () => import('./section/centre.ts'),
  screens: () => import('./section/screens.ts'),
  printing: () => import('./section/printing.ts'),
  staff: () => import('./section/staff.ts'),
  devices: () => import('./section/devices.ts'),
  audit: () => import('./section/audit.ts'),
};

type Question = 'discard' | 'overwrite';

/** What gets the focus is scrolled clear of the bar at the bottom. */
const saveBarRoom = '9rem';

/** What somebody has not saved survives a look at another page of the staff room. */
let kept: { readonly user: string; readonly draft: Draft } | null = null;

/** The administrator's page: settings as plain forms, saved together; staff, devices and the audit. */
@customElement('ms-admin')
export class Admin extends MoisoElement {
  static override styles = adminStyles;

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) session: Session | null = null;
  @state() private section: SectionName = sectionOfAddress();
  @state() private draft: Draft | null = null;
  @state() private question: Question | null = null;
  @state() private isPending = false;
  @query('.section') private body!: HTMLElement;
  private readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.onAddress);
    window.addEventListener('beforeunload', this.onLeave);
    document.documentElement.style.scrollPaddingBottom = saveBarRoom;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.onAddress);
    window.removeEventListener('beforeunload', this.onLeave);
    document.documentElement.style.scrollPaddingBottom = '';
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('connection')) void this.load();
    if (changed.has('section')) {
      hideToast();
      void this.fetchSection();
    }
    if (changed.has('draft') && this.draft && this.session) kept = { user: this.session.user, draft: this.draft };
  }

  override render() {
    const words = this.language.words.admin;
    const { draft } = this;
    return html`
      <div class="page">
        <h1>${words.title}</h1>
        ${this.navigation()}
        <div class="section">
          <h2>${words.sections[this.section]}</h2>
          ${draft ? this.content(draft) : html`<p role="status">${words.loading}</p>`}
        </div>
      </div>
      ${draft ? this.saveBar(draft) : nothing} ${this.questionDialog()}
    `;
  }

  private navigation() {
    const words = this.language.words.admin;
    const options = sectionNames.map((name) => ({ value: name, label: words.sections[name] }));
    return html`
      <nav aria-label=${words.sectionsLabel}>
        ${sectionNames.map((name) => {
          const isWrong = this.sectionsWithProblems().has(name);
          return html`
            <a
              href="?section=${name}"
              aria-current=${name === this.section ? 'page' : nothing}
              @click=${(event: Event) => {
                event.preventDefault();
                this.go(name);
              }}
              >${words.sections[name]}${
                isWrong
                  ? html`<ms-icon name="circle-alert" label=${words.errorIn(words.sections[name])}></ms-icon>`
                  : nothing
              }</a
            >
          `;
        })}
      </nav>
      <ms-select
        class="sections"
        .label=${words.sectionsLabel}
        .options=${options}
        .value=${this.section}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          if (isSection(value)) this.go(value);
        }}
      ></ms-select>
    `;
  }

  private content(draft: Draft) {
    const counters = draft.saved.counters.map((counter) => counter.id);
    const { timeZone } = draft.saved.centre;
    const change = (event: CustomEvent<SettingsChange>) => this.change(event.detail);
    switch (this.section) {
      case 'services':
        return html`<ms-admin-services .draft=${draft} @settings-change=${change}></ms-admin-services>`;
      case 'counters':
        return html`<ms-admin-counters .draft=${draft} @settings-change=${change}></ms-admin-counters>`;
      case 'hours':
        return html`<ms-admin-hours .draft=${draft} @settings-change=${change}></ms-admin-hours>`;
      case 'order':
        return html`<ms-admin-order .draft=${draft} @settings-change=${change}></ms-admin-order>`;
      case 'rating':
        return html`<ms-admin-rating .draft=${draft} @settings-change=${change}></ms-admin-rating>`;
      case 'centre':
        return html`<ms-admin-centre .draft=${draft} @settings-change=${change}></ms-admin-centre>`;
      case 'screens':
        return html`<ms-admin-screens .draft=${draft} @settings-change=${change}></ms-admin-screens>`;
      case 'printing':
        return html`
          <ms-admin-printing
            .draft=${draft}
            .connection=${this.connection}
            @settings-change=${change}
          ></ms-admin-printing>
        `;
      case 'staff':
        return html`
          <ms-admin-staff .connection=${this.connection} .session=${this.session} .counters=${counters}></ms-admin-staff>
        `;
      case 'devices':
        return html`
          <ms-admin-devices .connection=${this.connection} .counters=${counters} .timeZone=${timeZone}></ms-admin-devices>
        `;
      case 'audit':
        return html`<ms-admin-audit .connection=${this.connection} .timeZone=${timeZone}></ms-admin-audit>`;
      default:
        return this.section satisfies never;
    }
  }

  /** In view wherever settings are changed, and everywhere while something is unsaved. */
  private saveBar(draft: Draft) {
    const { words } = this.language;
    const dirty = isDirty(draft);
    const refused = placesToMend(draft.refused);
    if (!dirty && !settingsSections.some((name) => name === this.section)) return nothing;
    return html`
      <div class="bar">
        <p role="status" class=${refused > 0 ? 'refused' : ''}>
          <ms-icon name=${refused > 0 ? 'circle-alert' : dirty ? 'pencil' : 'circle-check'}></ms-icon>
          ${refused > 0 ? words.admin.notSaved(refused) : dirty ? words.admin.unsaved : words.admin.allSaved}
        </p>
        ${dirty ? html`<ms-button @click=${() => this.ask('discard')}>${words.admin.discard}</ms-button>` : nothing}
        <ms-button variant="primary" ?disabled=${!dirty} ?busy=${this.isPending} @click=${() => this.save()}>
          <ms-icon slot="start" name="save"></ms-icon>${words.common.save}
        </ms-button>
      </div>
    `;
  }

  private questionDialog() {
    const { admin } = this.language.words;
    const isOverwrite = this.question === 'overwrite';
    return html`
      <ms-dialog
        .heading=${isOverwrite ? admin.overwriteQuestion : admin.discardQuestion}
        .open=${this.question !== null}
        @close=${() => this.ask(null)}
      >
        <p>${isOverwrite ? admin.overwriteText : admin.discardText}</p>
        <ms-button slot="actions" @click=${() => this.ask(null)}>${admin.keepEditing}</ms-button>
        ${
          isOverwrite
            ? html`
                <ms-button slot="actions" variant="danger" @click=${() => this.save('overwrite')}>
                  ${admin.overwrite}
                </ms-button>
              `
            : nothing
        }
        <ms-button slot="actions" variant=${isOverwrite ? 'secondary' : 'danger'} @click=${this.discard}>
          ${admin.discard}
        </ms-button>
      </ms-dialog>
    `;
  }

  private async fetchSection(): Promise<void> {
    try {
      await scripts[this.section]();
    } catch (error) {
      console.error(error); // The script of another build, or no server: words for the person, the cause for the technician.
      showToast(this.language.words.errors['no-connection'], 'error');
    }
  }

  private sectionsWithProblems(): ReadonlySet<SectionName | null> {
    return new Set([...(this.draft?.refused ?? [])].map(sectionOf));
  }

  private change({ settings, path }: SettingsChange): void {
    hideToast(); // “Saved” is no longer true.
    if (this.draft) this.draft = edited(this.draft, settings, path);
  }

  private ask(question: Question | null): void {
    this.question = question;
  }

  private async discard(): Promise<void> {
    this.question = null;
    this.draft = null;
    kept = null;
    await this.load();
  }

  private async load(): Promise<void> {
    const { connection, session } = this;
    if (!connection || !session) return;
    if (kept?.user === session.user && isDirty(kept.draft)) {
      this.draft = kept.draft;
      return;
    }
    await this.told(async () => {
      this.draft = draftOf(await connection.call('settings'));
    });
  }

  /** Saves all settings, unless somebody else changed them in the meantime: then it asks first. */
  private async save(how: 'carefully' | 'overwrite' = 'carefully'): Promise<void> {
    const { connection, draft } = this;
    if (!connection || !draft || this.isPending) return;
    this.question = null;
    this.isPending = true;
    await this.told(async () => {
      const present = await connection.call('settings');
      if (how === 'carefully' && JSON.stringify(present) !== JSON.stringify(draft.saved)) {
        this.question = 'overwrite';
        return;
      }
      // The contract's input is a plain object that nobody keeps: a copy of the draft.
      const body = JSON.parse(JSON.stringify(draft.current)) as Settings;
      this.draft = draftOf(await connection.call('saveSettings', { body }));
      showToast(this.language.words.admin.saved, 'success');
    });
    this.isPending = false;
  }

  /** Does something at the server; a refusal is said on the page, at its fields where it names some. */
  private async told(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const paths = (error.problem.fields ?? []).map(({ path }) => path);
      if (paths.length === 0 || !this.draft) showToast(error.message, 'error');
      else await this.showProblems(this.draft, paths);
    }
  }

  private async showProblems(draft: Draft, paths: readonly string[]): Promise<void> {
    this.draft = { ...draft, refused: new Set(paths) };
    const sections = paths.map(sectionOf);
    const first = sections[0] ?? null;
    if (first !== null && !sections.includes(this.section)) this.go(first);
    await Promise.all([this.updateComplete, this.fetchSection()]);
    const section = this.body.querySelector<MoisoElement>('.section > :not(h2)');
    await section?.updateComplete;
    section?.renderRoot
      .querySelector<HTMLElement>("ms-field[error]:not([error='']) input, [aria-invalid='true']")
      ?.focus();
  }

  private go(section: SectionName): void {
    if (section !== this.section) history.pushState(null, '', `?section=${section}`);
    this.section = section;
  }

  private readonly onAddress = (): void => {
    this.section = sectionOfAddress();
  };

  private readonly onLeave = (event: BeforeUnloadEvent): void => {
    if (this.draft && isDirty(this.draft)) event.preventDefault();
  };
}

function sectionOfAddress(): SectionName {
  const asked = new URLSearchParams(location.search).get('section');
  return isSection(asked) ? asked : 'services';
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-admin': Admin;
  }
}
