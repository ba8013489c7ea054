import { css } from 'lit';

/** Lists of people and devices: columns at a desk, lines under one another on a phone. */
export const listStyles = css`
  .between {
    justify-content: space-between;
  }
  .lines {
    gap: 0;
    padding-block: var(--space-2);
    list-style: none;
  }
  .lines > li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 1.5fr) auto;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding-block: var(--space-3);
    border-bottom: var(--line-width) solid var(--colour-line);
  }
  .lines > li:last-child {
    border-bottom: 0;
  }
  .who {
    display: grid;
    overflow-wrap: anywhere;
  }
  .lines .tools {
    gap: var(--space-1);
    justify-content: flex-end;
  }
  @media (max-width: 45rem) {
    .lines > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .lines .tools {
      grid-column: 2;
      grid-row: 1 / span 3;
    }
    .lines > li > :not(.tools) {
      grid-column: 1;
    }
  }
`;
