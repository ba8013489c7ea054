import { type CSSResultGroup, type CSSResultOrNative, LitElement } from 'lit';
import { tokens } from './tokens.css.ts';

/** What every element of the product is made from: Lit with the shared base styles before its own. */
export abstract class MoisoElement extends LitElement {
  static override styles: CSSResultGroup = [tokens];

  /** Puts the base styles first, also where a class states only its own. */
  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return LitElement.finalizeStyles([tokens, styles ?? []]);
  }
}
