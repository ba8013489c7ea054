import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../../ui/component/banner.ts';
import '../../ui/component/button.ts';
import '../../ui/component/field.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { Session } from '../../wire/client.ts';
import { formStyles } from './form-styles.ts';
import { LanguageController } from './language.ts';
import { setUp, signIn } from './session.ts';

const pinForm = /^\d{6,12}$/;

/** The first administrator, with the one-time code that the server printed. Fires `signed-in`, or `back`. */
@customElement('ms-set-up')
export class SetUp extends MoisoElement {
  static override styles = formStyles;

  @state() private problem = '';
  @state() private isPending = false;
  @query('input[name=code]') private readonly code!: HTMLInputElement;
  @query('input[name=user]') private readonly user!: HTMLInputElement;
  @query('input[name=pin]') private readonly pin!: HTMLInputElement;
  @query('input[name=again]') private readonly again!: HTMLInputElement;
  private readonly language = new LanguageController(this);

  override async firstUpdated(): Promise<void> {
    await this.updateComplete; // What stands in a slot can take the focus only when the field around it was drawn.
    this.code.focus();
  }

  override render() {
    const words = this.language.words.staff;
    return html`
      <form class="panel" novalidate @submit=${this.onSubmit}>
        <header>
          <h1>${words.setUpHeading}</h1>
          <p class="for">${words.setUpIntro}</p>
        </header>
        <div role="alert">${this.problem ? html`<ms-banner kind="warning">${this.problem}</ms-banner>` : nothing}</div>
        <ms-field label=${words.setUpCode}>
          <input name="code" autocomplete="off" spellcheck="false" maxlength="20" required>
        </ms-field>
        <ms-field label=${words.setUpUser}>
          <input name="user" autocomplete="username" autocapitalize="none" maxlength="40" value="admin" required>
        </ms-field>
        ${this.pinField('pin', words.newPin)} ${this.pinField('again', words.newPinAgain)}
        <ms-button type="submit" variant="primary" size="large" ?busy=${this.isPending}>${words.setUpDone}</ms-button>
        <ms-button class="other" variant="quiet" @click=${() => this.dispatchEvent(new Event('back'))}>${words.backToSignIn}</ms-button>
      </form>
    `;
  }

  private pinField(name: string, label: string) {
    return html`
      <ms-field label=${label} hint=${this.language.words.staff.pinHint}>
        <input name=${name} class="pin" type="password" inputmode="numeric" autocomplete="new-password" maxlength="12" required>
      </ms-field>
    `;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    void this.submit();
  }

  private async submit(): Promise<void> {
    if (this.isPending) return;
    const words = this.language.words;
    const [code, user, pin] = [this.code.value.trim(), this.user.value.trim(), this.pin.value];
    if (code === '') return this.refuse(words.staff.codeMissing, this.code);
    if (user === '') return this.refuse(words.staff.userMissing, this.user);
    if (!pinForm.test(pin)) return this.refuse(words.staff.pinForm, this.pin);
    if (pin !== this.again.value) return this.refuse(words.staff.pinsDiffer, this.again);
    this.isPending = true;
    const made = await setUp({ code, user, pin });
    const answer = made.ok ? await signIn({ user, pin }) : made;
    this.isPending = false;
    if (answer.ok) this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: answer.result }));
    else this.refuse(words.errors[answer.problem.code] ?? words.errors.internal, this.code);
  }

  private refuse(problem: string, field: HTMLInputElement): void {
    this.problem = problem;
    field.focus();
  }
}
