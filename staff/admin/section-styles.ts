import { css } from 'lit';

/** Plain forms: fields beside one another where there is room, entries in boxes, tools at the end of a line. */
export const sectionStyles = css`
  :host {
    display: grid;
    gap: var(--space-5);
  }
  .intro,
  .quiet {
    color: var(--colour-text-soft);
  }
  h3 {
    font-size: var(--text-l);
  }
  .part {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-5);
    border: var(--line-width) solid var(--colour-line);
    border-radius: var(--radius-l);
    background: var(--colour-raised);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: var(--space-4);
    align-items: start;
  }
  .wide {
    grid-column: span 2;
  }
  .list {
    display: grid;
    gap: var(--space-3);
    list-style: none;
  }
  .entry {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
    padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
    border: var(--line-width) solid var(--colour-line);
    border-radius: var(--radius-m);
    background: var(--colour-raised);
  }
  .entry.wrong {
    border-color: var(--colour-danger);
  }
  details {
    flex: 1;
    min-width: 0;
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    min-height: var(--target);
    padding-block: var(--space-1);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > ms-icon {
    color: var(--colour-text-soft);
    transition: transform var(--quick);
  }
  details[open] > summary > ms-icon:first-child {
    transform: rotate(90deg);
  }
  summary .key {
    min-width: 2.25rem;
    padding: 0.1em 0.5em;
    border-radius: var(--radius-s);
    background: var(--colour-primary-soft);
    color: var(--colour-on-primary-soft);
    font-weight: 700;
    text-align: center;
  }
  summary .name {
    font-weight: 600;
  }
  summary .about {
    color: var(--colour-text-soft);
    font-size: var(--text-s);
  }
  .body {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-3) var(--space-2) var(--space-4) 0;
  }
  .tools {
    display: flex;
    align-items: center;
  }
  /* The first cannot go up, the last not down: nothing to see, the others stay in line. */
  .tools ms-button[disabled] {
    visibility: hidden;
  }
  .ordered {
    max-width: 40rem;
  }
  .ordered li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    border-bottom: var(--line-width) solid var(--colour-line);
  }
  .short {
    max-width: 24rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  .named {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2);
  }
  .named .fields {
    flex: 1 1 20rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    padding: var(--space-4);
    border: 2px dashed var(--colour-line-strong);
    border-radius: var(--radius-m);
  }
  .add ms-field {
    flex: 0 1 24rem;
  }
  .note,
  .problem {
    display: flex;
    gap: var(--space-2);
    font-weight: 600;
    font-size: var(--text-s);
  }
  .note {
    color: var(--colour-warning);
  }
  .problem {
    flex-basis: 100%;
    color: var(--colour-danger);
  }
  fieldset {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
    min-height: var(--target);
    padding-block: var(--space-2);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--colour-primary);
  }
  .choice small {
    display: block;
    color: var(--colour-text-soft);
    font-size: var(--text-s);
  }
  @media (max-width: 45rem) {
    .wide {
      grid-column: auto;
    }
    .part {
      padding: var(--space-4);
    }
    .entry {
      flex-wrap: wrap;
      padding-left: var(--space-3);
    }
    .entry > details {
      flex-basis: 100%;
    }
    .entry > .tools {
      margin-left: auto;
    }
    /* On a phone the tools of an entry come when it is unfolded. */
    .entry:not(:has(details[open])) > .tools {
      display: none;
    }
    .add ms-field,
    .add ms-button {
      flex: 1 1 100%;
    }
  }
`;
