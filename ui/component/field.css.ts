import { css } from 'lit';

/** How an input looks and what stands around it. */
export const fieldStyles = css`
  :host {
    display: grid;
    gap: var(--space-1);
    align-content: start;
  }
  .label {
    font-weight: 600;
    cursor: default;
  }
  .hint {
    color: var(--colour-text-soft);
    font-size: var(--text-s);
  }
  .error {
    display: flex;
    gap: var(--space-2);
    color: var(--colour-danger);
    font-weight: 600;
    font-size: var(--text-s);
  }
  .error:empty {
    display: none;
  }
  .input,
  ::slotted(:is(input:not([type='checkbox'], [type='radio']), select, textarea)) {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--target);
    padding: 0.4em 0.7em;
    border: 2px solid var(--colour-line-strong);
    border-radius: var(--radius-s);
    background: var(--colour-raised);
    color: var(--colour-text);
    font: inherit;
    font-size: var(--text-m);
  }
  ::slotted(:is(input, select, textarea):focus-visible) {
    outline: var(--focus-width) solid var(--colour-focus);
    outline-offset: 1px;
  }
  ::slotted(:is(input, select, textarea):disabled),
  .input:disabled {
    border-style: dashed;
    background: var(--colour-sunken);
    color: var(--colour-text-soft);
  }
  ::slotted([aria-invalid='true']) {
    border-color: var(--colour-danger) !important;
  }
`;
