import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../ui/component/pairing.ts';
import '../ui/component/status.ts';
import { common } from '../lang/en/common.ts';
import { errors } from '../lang/en/errors.ts';
import { onNewBuild } from '../ui/build.ts';
import type { Connection } from '../ui/connection.ts';
import { DeviceController } from '../ui/device.ts';
import { MoisoElement } from '../ui/element.ts';
import { LanguageController } from '../ui/language.ts';
import { Live } from '../ui/live.ts';
import { Ticking } from '../ui/ticking.ts';
import type { BoardView } from '../wire/client.ts';
import { DayWatch, isOfEarlierDay } from './freshness.ts';
import './part/sound-bar.ts';
import './screen/hall.ts';
import { hallTheme } from './theme.css.ts';
import { Announcer } from './voice/announcer.ts';
import { BrowserVoice } from './voice/browser-voice.ts';
import { browserStorage, SpokenMemory } from './voice/memory.ts';

const nothingYet: BoardView = { calls: [], counters: [], lines: [] };
/** The hall's notices are in both languages, as everything there. */
const english = { common, errors };
/** Until the centre said how long calls are said. */
const usualSpeakWithinSeconds = 60;
/** What browsers take for a wish to hear something. */
const gestures = ['pointerdown', 'pointerup', 'keydown'] as const;

/** The page of a hall screen: what it shows, whether it is today's, and its voice. */
@customElement('moiso-board')
export class MoisoBoard extends MoisoElement {
  static override styles = [
    hallTheme,
    css`
      :host {
        background: var(--colour-page);
        display: flex;
        flex-direction: column;
        height: 100vh;
        height: 100dvh;
        overflow: hidden;
      }

      ms-status {
        --text-m: calc(var(--u) * 1.9);
        --text-s: calc(var(--u) * 1.3);
      }

      ms-pairing {
        --text-2xl: calc(var(--u) * 2.6);
        --text-l: calc(var(--u) * 2);
        min-height: 0;
      }

      .stage {
        display: grid;
        flex: 1;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        min-height: 0;
      }
    `,
  ];

  readonly #device = new DeviceController(this, 'board');
  readonly #centre = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'centre' }),
  );
  readonly #board = new Live(
    this,
    () => this.#device.connection,
    () => ({ view: 'board' }),
  );
  readonly #days = new DayWatch();
  readonly #voice = new BrowserVoice(() => this.#centre.view?.display.speechRegion ?? 'south');
  readonly #announcer = new Announcer(this.#voice, new SpokenMemory(browserStorage()), {
    now: () => this.#now(),
    speakWithinSeconds: () => this.#centre.view?.display.speakWithinSeconds ?? usualSpeakWithinSeconds,
  });
  #followed: { connection: Connection; end: () => void } | null = null;
  #offered: BoardView | null = null;
  readonly #onGesture = () => void this.#announcer.wake();
  readonly #onVoice = () => this.requestUpdate();

  constructor() {
    super();
    new LanguageController(this, 'vi');
    new Ticking(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#announcer.addEventListener('change', this.#onVoice);
    for (const gesture of gestures) window.addEventListener(gesture, this.#onGesture);
    void this.#announcer.wake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.removeEventListener('change', this.#onVoice);
    for (const gesture of gestures) window.removeEventListener(gesture, this.#onGesture);
    this.#followed?.end();
    this.#followed = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#reloadForNewBuild();
    const { view, receivedAt } = this.#centre;
    if (view && receivedAt !== undefined) this.#days.see(view.day, receivedAt);
    this.#offerCalls();
  }

  override render(): TemplateResult {
    const { blocked } = this.#announcer;
    const { connection, pairingConnection, pairingCode } = this.#device;
    return html`<ms-status .connection=${connection ?? pairingConnection} .second=${english}></ms-status>
      <div class="stage">
        ${connection ? this.#screen() : html`<ms-pairing .code=${pairingCode}></ms-pairing>`}
        ${blocked && connection ? html`<board-sound-bar></board-sound-bar>` : nothing}
      </div>`;
  }

  /** What the style sheet, people who follow the page's source, and tests read. */
  protected override updated(): void {
    const { saying, blocked } = this.#announcer;
    this.toggleAttribute('data-blocked', blocked);
    if (saying) this.dataset.speaking = saying.id;
    else delete this.dataset.speaking;
  }

  #screen(): TemplateResult | typeof nothing {
    const centre = this.#centre.view;
    if (!centre) return nothing;
    const { saying } = this.#announcer;
    const content = {
      centre,
      board: this.#todaysBoard(),
      speaking: saying?.id ?? null,
      sentences: saying ? this.#voice.sentences(saying) : [],
      now: this.#now(),
    };
    return html`<board-hall .content=${content}></board-hall>`;
  }

  /** The board, or an empty one rather than yesterday's. */
  #todaysBoard(): BoardView {
    const { view, receivedAt } = this.#board;
    const timeZone = this.#centre.view?.timeZone;
    if (!view || receivedAt === undefined || timeZone === undefined) return nothingYet;
    const arrivals = { boardAt: receivedAt, dayChangedAt: this.#days.changedAt, now: this.#now(), timeZone };
    return isOfEarlierDay(arrivals) ? nothingYet : view;
  }

  #offerCalls(): void {
    const board = this.#todaysBoard();
    if (board === this.#offered) return;
    this.#offered = board;
    void this.#announcer.offer(board.calls);
  }

  #reloadForNewBuild(): void {
    const { connection } = this.#device;
    if (connection === (this.#followed?.connection ?? null)) return;
    this.#followed?.end();
    this.#followed = connection && { connection, end: onNewBuild(connection, () => window.location.reload()) };
  }

  #now(): number {
    return this.#device.connection?.serverNow() ?? Date.now();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'moiso-board': MoisoBoard;
  }
}
