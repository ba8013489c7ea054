import { css } from 'lit';

export const homeStyles = css`
  :host {
    display: block;
  }
  .band {
    border-bottom: 4px solid var(--colour-accent);
    background: var(--colour-band);
    color: var(--colour-on-band);
  }
  .inner {
    max-width: 76rem;
    margin: 0 auto;
    padding: var(--space-5);
  }
  .band .inner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
  }
  .name-of-centre {
    flex: 1 1 20rem;
  }
  .band p {
    font-size: var(--text-m);
    font-weight: 600;
  }
  .band h1 {
    font-size: var(--text-2xl);
  }
  main {
    display: grid;
    gap: var(--space-5);
  }
  .welcome {
    font-size: var(--text-xl);
    font-weight: 600;
    line-height: var(--line-height-heading);
  }
  h2 {
    margin-bottom: var(--space-3);
    font-size: var(--text-l);
  }
  .screens {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    gap: var(--space-4);
    list-style: none;
  }
  .screens a {
    display: grid;
    grid-template-columns: auto 1fr;
    align-content: start;
    gap: var(--space-1) var(--space-4);
    height: 100%;
    padding: var(--space-4) var(--space-5);
    border: 2px solid var(--colour-line);
    border-radius: var(--radius-l);
    background: var(--colour-raised);
    box-shadow: var(--shadow-raised);
    color: var(--colour-text);
    text-decoration: none;
    transition: border-color var(--quick);
  }
  .screens a:hover {
    border-color: var(--colour-primary);
  }
  .screens ms-icon {
    grid-row: span 2;
    color: var(--colour-primary);
    font-size: var(--text-2xl);
  }
  .name {
    align-self: end;
    color: var(--colour-link);
    font-size: var(--text-l);
    font-weight: 700;
    line-height: var(--line-height-heading);
  }
  .hint {
    align-self: start;
    color: var(--colour-text-soft);
  }
  table {
    margin-top: var(--space-3);
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-2) var(--space-5) var(--space-2) 0;
    border-top: var(--line-width) solid var(--colour-line);
    text-align: start;
  }
  code {
    padding: 0.1em 0.4em;
    border-radius: var(--radius-s);
    background: var(--colour-sunken);
    font-size: 1.05em;
    font-weight: 600;
  }
`;
