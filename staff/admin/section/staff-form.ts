import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../ui/component/button.ts';
import '../../../ui/component/dialog.ts';
import '../../../ui/component/field.ts';
import '../../../ui/component/select.ts';
import { showToast } from '../../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../../ui/connection.ts';
import { MoisoElement } from '../../../ui/element.ts';
import { type AnswerOf, type StaffRole, staffRoles } from '../../../wire/client.ts';
import { LanguageController } from '../language.ts';
import { sectionStyles } from '../section-styles.ts';

type Member = AnswerOf<'staff'>[number];
type FieldName = 'user' | 'fullName' | 'pin';

/** The form for one member of staff. Fires `saved` with the member, `close` when it was left. */
@customElement('ms-admin-staff-form')
export class AdminStaffForm extends MoisoElement {
  static override styles = [
    sectionStyles,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }
      .counters {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-5);
      }
    `,
  ];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) counters: readonly string[] = [];
  /** Sign-in names in use: somebody new may not have one of them. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ attribute: false }) subject: Member | null = null;
  @property({ type: Boolean }) open = false;
  @state() private user = '';
  @state() private fullName = '';
  @state() private memberRole: StaffRole = 'clerk';
  @state() private own: readonly string[] = [];
  @state() private pin = '';
  @state() private problems: Partial<Record<FieldName, string>> = {};
  @state() private isPending = false;
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('open') || !this.open) return;
    this.user = this.subject?.user ?? '';
    this.fullName = this.subject?.name ?? '';
    this.memberRole = this.subject?.role ?? 'clerk';
    this.own = this.subject?.counters ?? [];
    this.pin = '';
    this.problems = {};
  }

  override render() {
    const words = this.language.words.admin;
    const { subject } = this;
    return html`
      <ms-dialog
        .heading=${subject ? words.editStaff(subject.name) : words.addStaff}
        .open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <form @submit=${this.onSubmit} novalidate>
          ${subject ? nothing : this.input('user', words.user, words.userHint, 40)}
          ${this.input('fullName', words.fullName, '', 80)}
          <ms-select
            .label=${words.role}
            .hint=${words.roleHints[this.memberRole]}
            .options=${staffRoles.map((role) => ({ value: role, label: words.roles[role] }))}
            .value=${this.memberRole}
            @change=${(event: Event) => this.chooseRole((event.target as HTMLSelectElement).value)}
          ></ms-select>
          ${this.memberRole === 'clerk' ? this.counterChoices() : nothing}
          ${this.input('pin', subject ? words.pinNew : words.pin, subject ? words.pinKeepHint : words.pinHint, 12)}
        </form>
        <ms-button slot="actions" @click=${() => this.dispatchEvent(new Event('close'))}>
          ${this.language.words.common.cancel}
        </ms-button>
        <ms-button slot="actions" variant="primary" ?busy=${this.isPending} @click=${this.save}>
          ${this.language.words.common.save}
        </ms-button>
      </ms-dialog>
    `;
  }

  private input(name: FieldName, label: string, hint: string, maxlength: number) {
    return html`
      <ms-field label=${label} hint=${hint} error=${this.problems[name] ?? ''}>
        <input
          name=${name}
          type=${name === 'pin' ? 'password' : 'text'}
          inputmode=${name === 'pin' ? 'numeric' : 'text'}
          autocomplete=${name === 'pin' ? 'new-password' : 'off'}
          autocapitalize="none"
          maxlength=${maxlength}
          .value=${this[name]}
          @input=${(event: Event) => this.type(name, (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.save()}
        >
      </ms-field>
    `;
  }

  private counterChoices() {
    const { words } = this.language;
    return html`
      <fieldset>
        <legend>${words.admin.staffCounters}</legend>
        <div class="counters">
          ${this.counters.map(
            (counter) => html`
              <label class="choice">
                <input
                  type="checkbox"
                  name="counter"
                  value=${counter}
                  .checked=${this.own.includes(counter)}
                  @change=${(event: Event) => this.give(counter, (event.target as HTMLInputElement).checked)}
                >
                <span>${words.common.counterName(counter)}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  private type(name: FieldName, value: string): void {
    this[name] = value;
    this.problems = { ...this.problems, [name]: '' };
  }

  private chooseRole(value: string): void {
    this.memberRole = staffRoles.find((role) => role === value) ?? this.memberRole;
  }

  private give(counter: string, isOwn: boolean): void {
    this.own = this.counters.filter((other) => (other === counter ? isOwn : this.own.includes(other)));
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    void this.save();
  }

  private check(): Partial<Record<FieldName, string>> {
    const words = this.language.words.admin;
    const user = this.user.trim();
    const isNew = this.subject === null;
    return {
      ...(isNew && !/^[\p{L}\p{N}._-]{1,40}$/u.test(user) ? { user: words.problem.user } : {}),
      ...(isNew && this.taken.includes(user) ? { user: words.staffExists } : {}),
      ...(this.fullName.trim() === '' ? { fullName: words.problem.fullName } : {}),
      ...((isNew || this.pin !== '') && !/^\d{6,12}$/.test(this.pin) ? { pin: words.problem.pin } : {}),
    };
  }

  private async save(): Promise<void> {
    const { connection } = this;
    if (!connection || this.isPending) return;
    this.problems = this.check();
    if (Object.keys(this.problems).length > 0) return this.focusProblem();
    this.isPending = true;
    try {
      const member = await connection.call('saveStaff', {
        params: { user: this.user.trim() },
        body: {
          name: this.fullName.trim(),
          role: this.memberRole,
          counters: [...this.own],
          ...(this.pin === '' ? {} : { pin: this.pin }),
        },
      });
      this.pin = ''; // A PIN stays in no field longer than it must.
      this.dispatchEvent(new CustomEvent<Member>('saved', { detail: member }));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.refuse(error);
    } finally {
      this.isPending = false;
    }
  }

  private refuse(error: ProblemError): void {
    const words = this.language.words.admin.problem;
    const paths = (error.problem.fields ?? []).map(({ path }) => path);
    this.problems = {
      ...(paths.includes('name') ? { fullName: words.fullName } : {}),
      ...(paths.includes('pin') ? { pin: words.pin } : {}),
    };
    if (Object.keys(this.problems).length === 0) showToast(error.message, 'error');
    else this.focusProblem();
  }

  private focusProblem(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("ms-field[error]:not([error='']) input")?.focus(),
    );
  }
}
