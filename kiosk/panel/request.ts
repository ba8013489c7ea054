import type { PanelEvent } from './flow.ts';

type WithoutId<E> = E extends { readonly requestId: string } ? Omit<E, 'requestId'> : E;

/** What a question asks of the panel; the panel itself gives the request its id. */
export type PanelWish = WithoutId<PanelEvent>;

export class PanelRequest extends Event {
  readonly wish: PanelWish;

  constructor(wish: PanelWish) {
    super('panel-wish', { bubbles: true, composed: true });
    this.wish = wish;
  }
}
