import type { Language } from '../../lang/names.ts';
import { MoisoElement } from '../../ui/element.ts';
import type { FlowEvent } from '../flow.ts';
import { LanguageController, type Words } from '../language.ts';

/** What a step asks of the kiosk. */
export class FlowRequest extends Event {
  static readonly type = 'kiosk-flow';
  readonly request: FlowEvent;

  constructor(request: FlowEvent) {
    super(FlowRequest.type, { bubbles: true, composed: true });
    this.request = request;
  }
}

/** One question of the kiosk: gets what it shows, answers with a FlowRequest. */
export abstract class KioskStep extends MoisoElement {
  readonly #language = new LanguageController(this);

  protected get language(): Language {
    return this.#language.language;
  }

  protected get words(): Words {
    return this.#language.words;
  }

  protected ask(request: FlowEvent): void {
    this.dispatchEvent(new FlowRequest(request));
  }

  /** A new step begins at its question, for the keyboard and for whoever listens to the screen. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
}
