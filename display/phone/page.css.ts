import { css } from 'lit';

/** The look of the phone page: everything that matters within the first 740 px of a small phone. */
export const ticketPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
  }

  header,
  main,
  footer {
    margin-inline: auto;
    max-width: 30rem;
    padding: var(--space-3) var(--space-4);
    width: 100%;
  }

  header {
    color: var(--colour-text-soft);
    font-size: var(--text-s);
    font-weight: 600;
    line-height: 1.35;
    min-height: calc(2.7em + 2 * var(--space-3));
    text-align: center;
    text-wrap: balance;
  }

  footer {
    display: flex;
    justify-content: center;
    margin-top: auto;
  }

  main {
    display: grid;
    gap: var(--space-4);
    padding-top: 0;
  }

  .number {
    font-size: clamp(4.5rem, 27vw, 7.5rem);
    font-variant-numeric: tabular-nums;
    line-height: 1.05;
    text-align: center;
  }

  .number small {
    color: var(--colour-text-soft);
    display: block;
    font-size: var(--text-m);
    font-weight: 400;
    line-height: 1.4;
  }

  .service {
    font-size: var(--text-l);
    font-weight: 600;
    line-height: 1.35;
    text-align: center;
  }

  .service small {
    color: var(--colour-text-soft);
    display: block;
    font-size: var(--text-s);
    font-weight: 400;
  }

  .state {
    background: var(--colour-primary-soft);
    border: 2px solid var(--colour-line-strong);
    border-radius: var(--radius-l);
    color: var(--colour-on-primary-soft);
    display: grid;
    gap: var(--space-1) var(--space-3);
    grid-template-columns: auto minmax(0, 1fr);
    padding: var(--space-4);
  }

  .state ms-icon {
    align-self: start;
    font-size: 1.75rem;
  }

  .state h1,
  .state h2 {
    font-size: var(--text-xl);
    line-height: 1.3;
  }

  .state p {
    grid-column: 1 / -1;
  }

  .called {
    background: var(--colour-called);
    border-color: var(--colour-called);
    color: var(--colour-page);
  }

  .called h2 {
    font-size: var(--text-2xl);
  }

  .called ms-icon {
    font-size: 2.25rem;
  }

  .again {
    font-weight: 700;
  }

  .serving,
  .done {
    background: var(--colour-success-soft);
    border-color: var(--colour-success);
    color: var(--colour-text);
  }

  .absent,
  .parked {
    background: var(--colour-warning-soft);
    border-color: var(--colour-warning);
    color: var(--colour-text);
  }

  .cancelled,
  .leftOvernight,
  .gone {
    background: var(--colour-sunken);
    color: var(--colour-text);
  }

  .gone h1 {
    grid-column: 1 / -1;
  }

  dl {
    background: var(--colour-raised);
    border: var(--line-width) solid var(--colour-line);
    border-radius: var(--radius-l);
    padding: 0 var(--space-4);
  }

  dl div {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    justify-content: space-between;
    padding-block: var(--space-2);
  }

  dl div + div {
    border-top: var(--line-width) solid var(--colour-line);
  }

  dt {
    color: var(--colour-text-soft);
  }

  dd {
    font-size: var(--text-l);
    font-weight: 700;
    white-space: nowrap;
  }

  .ahead {
    font-size: var(--text-2xl);
    line-height: 1.1;
  }

  .thanks {
    font-weight: 600;
    text-align: center;
  }
`;
