import { css } from 'lit';

/** Tables of figures: rows on a desk's screen, one card a row on a phone. Cells name themselves through data-label there. */
export const tableStyles = css`
  :host {
    display: block;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-bottom: var(--line-width) solid var(--colour-line);
    text-align: start;
    vertical-align: top;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  thead th {
    color: var(--colour-text-soft);
    font-size: var(--text-s);
    font-weight: 600;
    vertical-align: bottom;
  }
  tbody th {
    font-weight: 600;
  }
  .short tbody th {
    white-space: nowrap;
  }
  .figure {
    text-align: end;
    white-space: nowrap;
  }
  thead .figure {
    white-space: normal;
  }
  .strong {
    font-weight: 700;
  }
  .quiet {
    color: var(--colour-text-soft);
  }
  @media (max-width: 45rem) {
    .cards,
    .cards tbody,
    .cards tr,
    .cards th,
    .cards td {
      display: block;
    }
    .cards thead {
      position: absolute;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
      overflow: hidden;
    }
    .cards tr {
      padding-block: var(--space-3);
      border-bottom: var(--line-width) solid var(--colour-line);
    }
    .cards tr:last-child {
      border-bottom: 0;
    }
    .cards tbody th,
    .cards td {
      padding: var(--space-1) 0;
      border: 0;
    }
    .cards td {
      display: flex;
      justify-content: space-between;
      gap: var(--space-4);
      text-align: end;
    }
    .cards td:empty {
      display: none;
    }
    .cards td[data-label]::before {
      content: attr(data-label);
      color: var(--colour-text-soft);
      text-align: start;
    }
  }
`;
