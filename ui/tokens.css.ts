import { css } from 'lit';

/**
 * Base styles of every element. The values of the tokens themselves (`--colour-…`, `--space-…`, `--text-…`, `--mm`) stand on
 * :root in page.css and come in by inheritance, so that a change of contrast reaches everything at once.
 */
export const tokens = css`
  :host {
    box-sizing: border-box;
    color: var(--colour-text);
    font-family: var(--font);
    line-height: var(--line-height);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  h1,
  h2,
  h3 {
    font-weight: 700;
    line-height: var(--line-height-heading);
    text-wrap: balance;
  }
  ul,
  ol {
    padding: 0;
  }
  a {
    color: var(--colour-link);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: var(--focus-width) solid var(--colour-focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    clip-path: inset(50%);
    overflow: hidden;
    white-space: nowrap;
  }
`;
