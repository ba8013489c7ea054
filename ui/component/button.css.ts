import { css } from 'lit';

/** How a button looks, for every component that has one. The variants and sizes are attributes of the host. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    width: 100%;
    min-width: var(--target);
    min-height: var(--target);
    padding: 0.35em var(--button-padding, 1.1em);
    border: 2px solid var(--edge);
    border-radius: var(--radius-m);
    background: var(--ground);
    color: var(--ink);
    font-size: var(--text-m);
    font-weight: 600;
    line-height: var(--line-height-heading);
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    transition:
      background-color var(--quick),
      border-color var(--quick),
      transform var(--quick);
  }
  :host {
    --ground: var(--colour-raised);
    --ground-hover: var(--colour-primary-soft);
    --ink: var(--colour-on-primary-soft);
    --edge: var(--colour-line-strong);
  }
  :host([variant='primary']) {
    --ground: var(--colour-primary);
    --ground-hover: var(--colour-primary-strong);
    --ink: var(--colour-on-primary);
    --edge: var(--colour-primary);
  }
  :host([variant='danger']) {
    --ground: var(--colour-danger);
    --ground-hover: var(--colour-danger-strong);
    --ink: var(--colour-on-danger);
    --edge: var(--colour-danger);
  }
  :host([variant='quiet']) {
    --ground: transparent;
    --edge: transparent;
  }
  @media (hover: hover) {
    .button:hover:enabled {
      background: var(--ground-hover);
    }
  }
  .button:active:enabled {
    background: var(--ground-hover);
    transform: translateY(1px) scale(0.99);
  }
  .button[aria-pressed='true'] {
    border-color: var(--colour-accent);
    background: var(--colour-primary);
    color: var(--colour-on-primary);
  }
  .button:disabled {
    border-color: var(--colour-line);
    border-style: dashed;
    background: var(--colour-sunken);
    color: var(--colour-text-soft);
    cursor: not-allowed;
  }
  :host([size='large']) .button {
    min-height: 3.5rem;
    font-size: var(--text-l);
  }
  :host([size='kiosk']) .button {
    min-width: var(--kiosk-target);
    min-height: var(--kiosk-target);
    border-radius: calc(3 * var(--mm));
    font-size: var(--kiosk-text);
  }
  ::slotted(kbd) {
    min-width: 1.7em;
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: var(--radius-s);
    font-family: inherit;
    font-size: 0.8em;
    font-weight: 600;
  }
  .turning {
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    ::slotted(kbd) {
    min-width: 1.7em;
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: var(--radius-s);
    font-family: inherit;
    font-size: 0.8em;
    font-weight: 600;
  }
  .turning {
      animation-duration: 4s;
    }
    .button:active:enabled {
      transform: none;
    }
  }
  @media (forced-colors: active) {
    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
