import { css } from 'lit';

/** A sheet in the middle of the page with one thing to fill in. */
export const formStyles = css`
  :host {
    display: grid;
    place-items: start center;
    padding: clamp(1rem, 6vh, 5rem) var(--space-4) var(--space-5);
  }
  .panel {
    display: grid;
    gap: var(--space-4);
    width: min(26rem, 100%);
    padding: var(--space-6);
    border: var(--line-width) solid var(--colour-line);
    border-radius: var(--radius-l);
    background: var(--colour-raised);
    box-shadow: var(--shadow-raised);
  }
  h1 {
    font-size: var(--text-2xl);
  }
  .for {
    margin-top: var(--space-1);
    color: var(--colour-text-soft);
  }
  .notice {
    color: var(--colour-text-soft);
    font-weight: 600;
  }
  ms-banner {
    border: 2px solid currentColor;
    border-radius: var(--radius-s);
    padding: var(--space-2) var(--space-3);
  }
  .pin {
    letter-spacing: 0.25em;
    font-variant-numeric: tabular-nums;
  }
  .other {
    justify-self: center;
  }
  @media (max-width: 30rem) {
    .panel {
      padding: var(--space-5) var(--space-4);
    }
  }
`;
