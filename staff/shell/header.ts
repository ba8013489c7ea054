import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/component/button.ts';
import '../../ui/component/language.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { Session } from '../../wire/client.ts';
import { LanguageController } from './language.ts';
import { addressOf, type PageName, pagesOf } from './pages.ts';

/** Where one is, who one is, and the way out. Fires `go` with a page's name and `sign-out`. */
@customElement('ms-staff-header')
export class StaffHeader extends MoisoElement {
  static override styles = [
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-2) var(--space-4);
        border-bottom: var(--line-width) solid var(--colour-line);
        background: var(--colour-raised);
      }
      .product {
        color: var(--colour-primary);
        font-size: var(--text-l);
        font-weight: 700;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        padding-inline: var(--space-4);
        border-bottom: 3px solid transparent;
        font-weight: 600;
        text-decoration: none;
      }
      nav a[aria-current] {
        border-bottom-color: var(--colour-accent);
        color: var(--colour-text);
      }
      .space {
        flex: 1;
      }
      .who {
        display: grid;
        line-height: 1.3;
        text-align: end;
      }
      .name {
        font-weight: 600;
      }
      .role {
        color: var(--colour-text-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) session: Session | null = null;
  @property() page: PageName | null = null;
  private readonly language = new LanguageController(this);

  override render() {
    const words = this.language.words.staff;
    return html`
      <header>
        <span class="product">${this.language.words.common.product}</span>
        ${this.session ? this.navigation(this.session) : nothing}
        <span class="space"></span>
        ${
          this.session
            ? html`
                <span class="who">
                  <span class="name">${this.session.name}</span>
                  <span class="role">${words.roles[this.session.role]}</span>
                </span>
              `
            : nothing
        }
        <ms-language></ms-language>
        ${
          this.session
            ? html`<ms-button variant="quiet" @click=${() => this.dispatchEvent(new Event('sign-out'))}>${words.signOut}</ms-button>`
            : nothing
        }
      </header>
    `;
  }

  private navigation(session: Session) {
    const words = this.language.words.staff;
    const pages = pagesOf[session.role];
    if (pages.length < 2) return nothing;
    const names: Record<PageName, string> = {
      counter: words.counterPage,
      supervisor: words.supervisorPage,
      admin: words.adminPage,
    };
    return html`
      <nav aria-label=${words.pages}>
        ${pages.map(
          (page) => html`
            <a
              href=${addressOf(page)}
              aria-current=${page === this.page ? 'page' : nothing}
              @click=${(event: MouseEvent) => this.follow(event, page)}
              >${names[page]}</a
            >
          `,
        )}
      </nav>
    `;
  }

  /** A plain click stays within this page; with Ctrl or the middle button the browser opens another one. */
  private follow(event: MouseEvent, page: PageName): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent<PageName>('go', { detail: page }));
  }
}
