import './component/card.ts';
import './component/icon.ts';
import './component/language.ts';
import './component/status.ts';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { home } from '../lang/vi/home.ts';
import { Connection } from './connection.ts';
import { MoisoElement } from './element.ts';
import { textOf } from './format.ts';
import { homeStyles } from './home.css.ts';
import type { IconName } from './icons.ts';
import { languageControllerFor } from './language.ts';
import { Live } from './live.ts';

const HomeLanguageController = languageControllerFor({ home });

interface Screen {
  readonly name: 'kiosk' | 'board' | 'rating' | 'paper' | 'counter' | 'supervisor' | 'admin';
  readonly icon: IconName;
  readonly path: string;
  /** The token of a demonstration, so that nobody has to pair devices there. */
  readonly token?: string;
}

const hallScreens: readonly Screen[] = [
  { name: 'kiosk', icon: 'ticket', path: '/kiosk', token: 'demo-kiosk' },
  { name: 'board', icon: 'monitor', path: '/display', token: 'demo-board' },
  { name: 'rating', icon: 'smile', path: '/kiosk/rating', token: 'demo-rating' },
  { name: 'paper', icon: 'printer', path: '/kiosk/paper', token: 'demo-kiosk' },
];

const staffScreens: readonly Screen[] = [
  { name: 'counter', icon: 'megaphone', path: '/staff/counter' },
  { name: 'supervisor', icon: 'chart-column', path: '/staff/supervisor' },
  { name: 'admin', icon: 'settings', path: '/staff/admin' },
];

/** The first page of the server: a way to each screen. */
@customElement('ms-home')
export class MsHome extends MoisoElement {
  static override styles = homeStyles;

  readonly #language = new HomeLanguageController(this);
  readonly #connection = new Connection(null);
  readonly #centre = new Live(
    this,
    () => this.#connection,
    () => ({ view: 'centre' }),
  );

  override updated(): void {
    document.title = this.#language.words.home.title;
  }

  override render() {
    const { words, language } = this.#language;
    const centre = this.#centre.view;
    return html`
      <ms-status .connection=${this.#connection}></ms-status>
      <header class="band">
        <div class="inner">
          <div class="name-of-centre">
            <p>${words.common.product}</p>
            <h1>${centre ? textOf(centre.name, language) : words.home.title}</h1>
          </div>
          <ms-language></ms-language>
        </div>
      </header>
      <main class="inner">
        <p class="welcome">${words.home.welcome}</p>
        <section><h2>${words.home.forHall}</h2>${this.#links(hallScreens)}</section>
        <section><h2>${words.home.forStaff}</h2>${this.#links(staffScreens)}</section>
        ${centre?.demonstration ? this.#signIns() : nothing}
      </main>
    `;
  }

  #links(screens: readonly Screen[]) {
    const { home } = this.#language.words;
    const isDemonstration = this.#centre.view?.demonstration ?? false;
    return html`<ul class="screens">
      ${screens.map(
        ({ name, icon, path, token }) => html`<li>
          <a href=${isDemonstration && token ? `${path}?token=${token}` : path} target="_blank">
            <ms-icon name=${icon}></ms-icon>
            <span class="name">${home[name]}</span>
            <span class="hint">${home[`${name}Hint`]}</span>
          </a>
        </li>`,
      )}
    </ul>`;
  }

  #signIns() {
    const { home } = this.#language.words;
    return html`<ms-card heading=${home.signIns}>
      <p>${home.signInsHint} <code>246810</code></p>
      <table>
        <thead><tr><th scope="col">${home.user}</th><th scope="col">${home.role}</th></tr></thead>
        <tbody>
          <tr><td><code>admin</code></td><td>${home.administrator}</td></tr>
          <tr><td><code>supervisor</code></td><td>${home.supervisorRole}</td></tr>
          <tr><td><code>clerk1</code> <code>clerk2</code> <code>clerk3</code> <code>clerk4</code></td><td>${home.clerks}</td></tr>
        </tbody>
      </table>
    </ms-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ms-home': MsHome;
  }
}
