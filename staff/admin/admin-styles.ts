import { css } from 'lit';

/** The administrator's page: sections at the left of a desk's screen, a list to choose from on a phone, saving always in view. */
export const adminStyles = css`
  :host {
    display: block;
  }
  .page {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: var(--space-4) var(--space-6);
    align-items: start;
    max-width: 90rem;
    margin-inline: auto;
    padding: var(--space-5) var(--space-5) 7rem;
  }
  h1 {
    grid-column: 1 / -1;
    font-size: var(--text-xl);
  }
  nav {
    position: sticky;
    top: var(--space-4);
    display: grid;
    gap: var(--space-1);
  }
  nav a {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: var(--target);
    padding-inline: var(--space-4);
    border-left: 4px solid transparent;
    border-radius: var(--radius-s);
    color: var(--colour-text);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--colour-sunken);
  }
  nav a[aria-current] {
    border-left-color: var(--colour-primary);
    background: var(--colour-primary-soft);
    color: var(--colour-on-primary-soft);
    font-weight: 700;
  }
  nav ms-icon {
    color: var(--colour-danger);
  }
  .sections {
    display: none;
  }
  .section {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  h2 {
    font-size: var(--text-xl);
  }
  .bar {
    position: fixed;
    inset: auto 0 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3) var(--space-5);
    border-top: var(--line-width) solid var(--colour-line-strong);
    background: var(--colour-raised);
    box-shadow: var(--shadow-floating);
  }
  .bar p {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-weight: 600;
  }
  .bar .refused {
    color: var(--colour-danger);
  }
  @media (max-width: 60rem) {
    .page {
      grid-template-columns: minmax(0, 1fr);
      padding-inline: var(--space-4);
    }
    nav {
      display: none;
    }
    .sections {
      display: grid;
    }
  }
  @media (max-width: 30rem) {
    .bar {
      padding: var(--space-2) var(--space-4);
    }
    .bar p {
      flex-basis: 100%;
    }
    .bar ms-button {
      flex: 1;
    }
  }
`;
