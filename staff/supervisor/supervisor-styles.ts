import { css } from 'lit';

/** How the supervisor's page is laid out: two columns at a desk, one on a phone. */
export const supervisorStyles = css`
  :host {
    display: block;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    max-width: 110rem;
    margin-inline: auto;
    padding: var(--space-5);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-3) var(--space-5);
  }
  h1 {
    font-size: var(--text-xl);
  }
  .quiet {
    color: var(--colour-text-soft);
  }
  nav {
    display: flex;
    gap: var(--space-1);
    padding: var(--space-1);
    border-radius: var(--radius-m);
    background: var(--colour-sunken);
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    padding-inline: var(--space-5);
    border: 2px solid transparent;
    border-radius: var(--radius-s);
    color: var(--colour-text);
    font-weight: 600;
    text-decoration: none;
  }
  nav a[aria-current] {
    border-color: var(--colour-primary);
    background: var(--colour-raised);
    color: var(--colour-link);
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: var(--space-3);
    margin: 0;
  }
  .counts div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: var(--space-3) var(--space-4);
    border: var(--line-width) solid var(--colour-line);
    border-radius: var(--radius-m);
    background: var(--colour-raised);
  }
  .counts dt {
    color: var(--colour-text-soft);
    font-size: var(--text-s);
    line-height: var(--line-height-heading);
  }
  .counts dd {
    font-size: var(--text-2xl);
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: var(--space-5);
  }
  @media (max-width: 110rem) {
    .whole {
      grid-column: 1 / -1;
    }
  }
  ms-close-day {
    justify-self: end;
  }
  @media (max-width: 75rem) {
    .counts {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 30rem) {
    .page {
      gap: var(--space-4);
      padding: var(--space-4);
    }
    .columns {
      gap: var(--space-4);
    }
    ms-card {
      padding: var(--space-4);
    }
    nav {
      flex: 1;
    }
    nav a {
      flex: 1;
      justify-content: center;
    }
    .counts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2);
    }
    .counts div {
      flex-direction: row;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      padding: var(--space-2) var(--space-3);
    }
    .counts dd {
      font-size: var(--text-l);
    }
    ms-close-day {
      justify-self: stretch;
    }
  }
`;
