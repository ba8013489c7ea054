import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/component/banner.ts';
import '../../ui/component/button.ts';
import '../../ui/component/field.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { Session } from '../../wire/client.ts';
import { formStyles } from './form-styles.ts';
import { LanguageController } from './language.ts';
import { signIn } from './session.ts';

/** Name and PIN. Fires `signed-in` with the session, `set-up` when the quiet link is followed. */
@customElement('ms-sign-in')
export class SignIn extends MoisoElement {
  static override styles = formStyles;

  /** What happened before, in words; empty for nothing. */
  @property() notice = '';
  @state() private problem = '';
  @state() private isPending = false;
  /** Seconds until the next attempt is taken. */
  @state() private waitSeconds = 0;
  @query('input[name=user]') private readonly user!: HTMLInputElement;
  @query('input[name=pin]') private readonly pin!: HTMLInputElement;
  private readonly language = new LanguageController(this);
  private countdown: ReturnType<typeof setInterval> | undefined;

  override async firstUpdated(): Promise<void> {
    await this.updateComplete; // What stands in a slot can take the focus only when the field around it was drawn.
    this.user.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.countdown);
  }

  override render() {
    const words = this.language.words.staff;
    const message = this.waitSeconds > 0 ? words.tryAgainIn(this.waitSeconds) : this.problem;
    return html`
      <form class="panel" novalidate @submit=${this.onSubmit}>
        <header>
          <h1>${words.signInHeading}</h1>
          <p class="for">${words.signInFor}</p>
        </header>
        ${this.notice && !message ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
        <div role="alert">${message ? html`<ms-banner kind="warning">${message}</ms-banner>` : nothing}</div>
        <ms-field label=${words.user}>
          <input name="user" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="40" required>
        </ms-field>
        <ms-field label=${words.pin} hint=${words.pinHint}>
          <input
            name="pin"
            class="pin"
            type="password"
            inputmode="numeric"
            autocomplete="current-password"
            maxlength="12"
            required
          >
        </ms-field>
        <ms-button
          type="submit"
          variant="primary"
          size="large"
          ?busy=${this.isPending}
          ?disabled=${this.waitSeconds > 0}
        >
          ${this.waitSeconds > 0 ? words.waitSeconds(this.waitSeconds) : words.signIn}
        </ms-button>
        <ms-button class="other" variant="quiet" @click=${() => this.dispatchEvent(new Event('set-up'))}
          >${words.setUpLink}</ms-button
        >
      </form>
    `;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    void this.submit();
  }

  private async submit(): Promise<void> {
    if (this.isPending || this.waitSeconds > 0) return;
    const words = this.language.words;
    const user = this.user.value.trim();
    const pin = this.pin.value.trim();
    if (user === '') return this.refuse(words.staff.userMissing, this.user);
    if (pin === '') return this.refuse(words.staff.pinMissing, this.pin);
    this.isPending = true;
    const answer = await signIn({ user, pin });
    this.isPending = false;
    if (answer.ok) {
      this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: answer.result }));
      return;
    }
    this.pin.value = '';
    this.wait(answer.problem.retryAfterSeconds ?? 0);
    this.refuse(words.errors[answer.problem.code] ?? words.errors.internal, this.pin);
  }

  private refuse(problem: string, field: HTMLInputElement): void {
    this.problem = problem;
    field.focus();
  }

  /** Counts down until the server takes another attempt. */
  private wait(seconds: number): void {
    clearInterval(this.countdown);
    this.waitSeconds = Math.ceil(seconds);
    if (this.waitSeconds <= 0) return;
    this.countdown = setInterval(() => {
      this.waitSeconds -= 1;
      if (this.waitSeconds <= 0) clearInterval(this.countdown);
    }, 1000);
  }
}
