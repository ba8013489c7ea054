import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../../ui/component/badge.ts';
import '../../../ui/component/button.ts';
import '../../../ui/component/dialog.ts';
import { showToast } from '../../../ui/component/toast.ts';
import { type Connection, ProblemError } from '../../../ui/connection.ts';
import { MoisoElement } from '../../../ui/element.ts';
import { type AnswerOf, type Session, staffRoles } from '../../../wire/client.ts';
import { LanguageController } from '../language.ts';
import { sectionStyles } from '../section-styles.ts';
import './staff-form.ts';
import { listStyles } from '../list-styles.ts';

type Member = AnswerOf<'staff'>[number];

/** Everyone who may sign in: who they are, what they may do, where they work. */
@customElement('ms-admin-staff')
export class AdminStaff extends MoisoElement {
  static override styles = [sectionStyles, listStyles];

  @property({ attribute: false }) connection: Connection | null = null;
  @property({ attribute: false }) session: Session | null = null;
  /** Ids of the counters that there are. */
  @property({ attribute: false }) counters: readonly string[] = [];
  @state() private staff: AnswerOf<'staff'> | null = null;
  /** Whom the form is about; null for somebody new. */
  @state() private subject: Member | null = null;
  @state() private isEditing = false;
  @state() private leaving: Member | null = null;
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('connection')) void this.load();
  }

  override render() {
    const words = this.language.words.admin;
    return html`
      <div class="row between">
        <p class="intro">${words.staffIntro}</p>
        <ms-button variant="primary" @click=${() => this.openForm(null)}>
          <ms-icon slot="start" name="user-plus"></ms-icon>${words.addStaff}
        </ms-button>
      </div>
      <ul class="part lines">
        ${sorted(this.staff ?? []).map((member) => this.line(member))}
      </ul>
      <ms-admin-staff-form
        .connection=${this.connection}
        .counters=${this.counters}
        .taken=${(this.staff ?? []).map((member) => member.user)}
        .subject=${this.subject}
        ?open=${this.isEditing}
        @close=${() => this.closeForm()}
        @saved=${(event: CustomEvent<Member>) => this.onSaved(event.detail)}
      ></ms-admin-staff-form>
      <ms-dialog
        .heading=${words.removeStaffQuestion(this.leaving?.name ?? '')}
        .open=${this.leaving !== null}
        @close=${() => this.askToRemove(null)}
      >
        <p>${words.removeStaffText}</p>
        <ms-button slot="actions" @click=${() => this.askToRemove(null)}>${this.language.words.common.cancel}</ms-button>
        <ms-button slot="actions" variant="danger" @click=${this.takeAway}>${words.remove}</ms-button>
      </ms-dialog>
    `;
  }

  private line(member: Member) {
    const words = this.language.words.admin;
    const counterName = this.language.words.common.counterName;
    const isSelf = member.user === this.session?.user;
    const places =
      member.role === 'clerk' ? member.counters.map(counterName).join(', ') || words.noCounters : words.allCounters;
    return html`
      <li data-user=${member.user}>
        <div class="who">
          <strong>${member.name}</strong>
          <span class="quiet">${member.user}${isSelf ? ` (${words.yourself})` : nothing}</span>
        </div>
        <span><ms-badge kind=${member.role === 'administrator' ? 'info' : 'neutral'}>${words.roles[member.role]}</ms-badge></span>
        <span class="quiet">${places}</span>
        <div class="tools">
          <ms-button label=${words.editStaff(member.name)} @click=${() => this.openForm(member)}>${words.edit}</ms-button>
          <ms-button
            variant="quiet"
            label=${words.removeNamed(member.name)}
            ?disabled=${isSelf}
            @click=${() => this.askToRemove(member)}
            ><ms-icon name="trash-2"></ms-icon
          ></ms-button>
        </div>
      </li>
    `;
  }

  private openForm(subject: Member | null): void {
    this.subject = subject;
    this.isEditing = true;
  }

  private closeForm(): void {
    this.isEditing = false;
  }

  private onSaved(member: Member): void {
    this.isEditing = false;
    showToast(this.language.words.admin.staffSaved(member.name), 'success');
    void this.load();
  }

  private askToRemove(member: Member | null): void {
    this.leaving = member;
  }

  private async takeAway(): Promise<void> {
    const { leaving, connection } = this;
    if (!leaving || !connection) return;
    this.leaving = null;
    await this.told(async () => {
      await connection.call('removeStaff', { params: { user: leaving.user } });
      showToast(this.language.words.admin.staffRemoved(leaving.name), 'success');
    });
    await this.load();
  }

  private async load(): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    await this.told(async () => {
      this.staff = await connection.call('staff');
    });
  }

  /** Does something at the server; a refusal is said on the page. */
  private async told(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      showToast(error.message, 'error');
    }
  }
}

/** Administrators first, clerks last; within a role by sign-in name, clerk2 before clerk10. */
function sorted(staff: AnswerOf<'staff'>): readonly Member[] {
  const rank = (member: Member) => staffRoles.indexOf(member.role);
  return [...staff].sort((a, b) => rank(b) - rank(a) || a.user.localeCompare(b.user, 'vi', { numeric: true }));
}
