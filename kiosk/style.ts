import { type CSSResult, css } from 'lit';
import { tokens } from '../ui/tokens.css.ts';

/**
 * The measures of a kiosk, for the element at its root. `--u` is about a millimetre: a real one on the usual 21.5-inch screen, on
 * smaller and larger ones bounded by the screen, so that a page never needs scrolling. Only buttons keep their true millimetres.
 */
export const kioskMeasures: CSSResult = css`
  :host {
    --u: clamp(0.33vmin, var(--mm), 0.42vmin);
    --enlarge: 1;
    --kiosk-text: calc(var(--u) * 8 * var(--enlarge));
    --kiosk-text-small: calc(var(--u) * 6.8 * var(--enlarge));
    --kiosk-title: calc(var(--u) * 13 * var(--enlarge));
    --kiosk-target: calc(20 * max(var(--u), var(--mm)));
    --kiosk-gap: calc(var(--u) * 6);
    --text-s: calc(var(--u) * 5.5);
    --text-m: calc(var(--u) * 6.5);
    --text-l: var(--kiosk-text);
    --text-2xl: var(--kiosk-title);
    --line-width: calc(var(--u) * 0.4);
    --focus-width: calc(var(--u) * 1.4);
    font-size: var(--kiosk-text);
  }
  :host([large]) {
    --enlarge: 1.18;
    --hint: none;
  }
`;

/** What every step looks like. */
export const stepStyles: CSSResult[] = [
  tokens,
  css`
    :host {
      min-width: 0;
      min-height: 0;
      height: 100%;
    }
    h1 {
      font-size: var(--kiosk-title);
      line-height: 1.25;
    }
    h1:focus {
      outline: none;
    }
    .hint {
      display: var(--hint, block);
      color: var(--colour-text-soft);
      margin-top: calc(var(--u) * 1.5);
    }
    button {
      cursor: pointer;
      touch-action: manipulation;
      -webkit-tap-highlight-color: transparent;
    }
  `,
];
