import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MoisoElement } from '../../ui/element.ts';
import '../../ui/component/icon.ts';
import '../../ui/component/pager.ts';
import type { MsPager } from '../../ui/component/pager.ts';
import type { IconName } from '../../ui/icons.ts';
import { type Grid, gridFor, onPage } from '../paging.ts';
import { stepStyles } from '../style.ts';

/** Something that can be tapped. */
export interface KioskChoice {
  readonly id: string;
  /** A letter before the name: the prefix of a service. */
  readonly mark?: string;
  readonly name: string;
  readonly facts: readonly { readonly icon: IconName; readonly text: string }[];
  /** False: shown with its facts, which say why, but not to be chosen. */
  readonly open: boolean;
}

/** The citizen chose one, or turned to another page (the first one 0). */
export class ChoiceEvent extends Event {
  static readonly chosen = 'choice';
  readonly choice: string;
  constructor(choice: string) {
    super(ChoiceEvent.chosen);
    this.choice = choice;
  }
}
export class PageEvent extends Event {
  static readonly turned = 'page';
  readonly page: number;
  constructor(page: number) {
    super(PageEvent.turned);
    this.page = page;
  }
}

/** Choices as cards that fill the space and never scroll: what does not fit is on the next page. */
@customElement('kiosk-choices')
export class KioskChoices extends MoisoElement {
  static override styles = [
    ...stepStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: 1fr auto;
        min-height: 0;
      }
      .space {
        min-height: 0;
        position: relative;
      }
      .grid {
        position: absolute;
        inset: 0;
        display: grid;
        gap: var(--kiosk-gap);
        align-content: start;
      }
      .unit {
        position: absolute;
        visibility: hidden;
        width: calc(var(--u) * var(--enlarge) * 100);
        height: 0;
      }
      .card {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        column-gap: calc(var(--u) * 7);
        padding: calc(var(--u) * 1.5) calc(var(--u) * 7);
        min-width: 0;
        text-align: left;
        color: var(--colour-text);
        background: var(--colour-raised);
        border: calc(var(--u) * 0.5) solid var(--colour-line);
        border-radius: calc(var(--u) * 5);
      }
      .card.plain {
        grid-template-columns: 1fr auto;
      }
      .card:active:not([aria-disabled="true"]) {
        background: var(--colour-primary-soft);
        border-color: var(--colour-primary);
      }
      .card[aria-disabled="true"] {
        background: var(--colour-page);
        color: var(--colour-text-soft);
        border-style: dashed;
      }
      .mark {
        display: grid;
        place-items: center;
        width: calc(var(--u) * 22);
        height: calc(var(--u) * 22);
        border-radius: calc(var(--u) * 4);
        background: var(--colour-primary-soft);
        color: var(--colour-on-primary-soft);
        font-weight: 700;
        font-size: calc(var(--u) * 13);
        line-height: 1.2;
      }
      [aria-disabled="true"] .mark {
        background: var(--colour-line);
        color: var(--colour-text-soft);
      }
      .name {
        font-weight: 700;
        font-size: calc(var(--kiosk-text) * 1.15);
        line-height: 1.22;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--u) * 1) calc(var(--u) * 6);
        margin-top: calc(var(--u) * 1.5);
        color: var(--colour-text-soft);
        font-size: calc(var(--kiosk-text) * 0.86);
        line-height: 1.3;
      }
      .fact {
        display: inline-flex;
        align-items: center;
        gap: calc(var(--u) * 2);
      }
      .go {
        font-size: calc(var(--u) * 10);
        color: var(--colour-on-primary-soft);
      }
      ms-pager {
        padding-top: var(--kiosk-gap);
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly KioskChoice[] = [];
  @property({ type: Number }) page = 0;
  /** The least that a card may be, in units of the kiosk (about a millimetre) before the text is made larger. */
  @property({ type: Number }) leastWidth = 150;
  @property({ type: Number }) leastHeight = 37;
  @state() private grid: Grid | null = null;
  /** Grows while a long name does not fit its card. */
  #stretch = 1;
  readonly #observer = new ResizeObserver(() => {
    this.#stretch = 1;
    this.#measure();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override firstUpdated(): void {
    const space = this.renderRoot.querySelector('.space');
    const unit = this.renderRoot.querySelector('.unit');
    // The unit changes with the size of the text, the space with the screen.
    if (space) this.#observer.observe(space);
    if (unit) this.#observer.observe(unit);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('choices') && this.hasUpdated) this.#measure();
  }

  protected override updated(): void {
    const grid = this.renderRoot.querySelector<HTMLElement>('.grid');
    if (!grid || !this.grid) return;
    // Through the object model: the page's policy refuses a style attribute.
    grid.style.gridTemplateColumns = `repeat(${this.grid.columns}, minmax(0, 1fr))`;
    grid.style.gridTemplateRows = `repeat(${this.grid.rows}, minmax(0, calc(var(--u) * ${this.leastHeight * this.#stretch * 1.4} * var(--enlarge))))`;
    const isTight = [...grid.children].some((card) => card.scrollHeight > card.clientHeight + 1);
    if (!isTight || this.grid.rows === 1 || this.#stretch > 2) return;
    this.#stretch *= 1.15;
    this.#measure();
  }

  #measure(): void {
    const space = this.renderRoot.querySelector('.space')?.getBoundingClientRect();
    const hundredUnits = this.renderRoot.querySelector('.unit')?.getBoundingClientRect().width;
    if (!space || !hundredUnits) return;
    const unit = hundredUnits / 100;
    const least = { width: this.leastWidth * unit, height: this.leastHeight * this.#stretch * unit };
    this.grid = gridFor(this.choices.length, space, least, 5 * unit);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="space"><div class="unit"></div>${this.grid ? this.#cards(this.grid) : nothing}</div>
      ${this.grid && this.grid.pages > 1 ? this.#pager(this.grid) : nothing}
    `;
  }

  #cards(grid: Grid): TemplateResult {
    return html`<div class="grid" role="group">
      ${repeat(
        onPage(this.choices, grid, this.page),
        (choice) => choice.id,
        (choice) => this.#card(choice),
      )}
    </div>`;
  }

  #card(choice: KioskChoice): TemplateResult {
    return html`
      <button class="card ${choice.mark ? '' : 'plain'}" data-choice=${choice.id} aria-disabled=${choice.open ? 'false' : 'true'}
        @click=${() => choice.open && this.dispatchEvent(new ChoiceEvent(choice.id))}>
        ${choice.mark ? html`<span class="mark">${choice.mark}</span>` : nothing}
        <span>
          <span class="name">${choice.name}</span>
          ${
            choice.facts.length > 0
              ? html`<span class="facts">${choice.facts.map(
                  (fact) => html`<span class="fact"><ms-icon name=${fact.icon}></ms-icon>${fact.text}</span>`,
                )}</span>`
              : nothing
          }
        </span>
        ${choice.open ? html`<ms-icon class="go" name="chevron-right"></ms-icon>` : html`<span></span>`}
      </button>
    `;
  }

  #pager(grid: Grid): TemplateResult {
    const turn = (event: Event) => this.dispatchEvent(new PageEvent((event.currentTarget as MsPager).page));
    return html`<ms-pager size="kiosk" .page=${Math.min(this.page, grid.pages - 1)} .pages=${grid.pages} @change=${turn}></ms-pager>`;
  }
}
