import { css } from 'lit';

/** Lists of which one is chosen, in the dialogs of the counter. */
export const choiceStyles = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--space-1);
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
    gap: var(--space-4);
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--target);
    padding-inline: var(--space-2);
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  .choice:has(:checked) {
    background: var(--colour-primary-soft);
    color: var(--colour-on-primary-soft);
    font-weight: 600;
  }
  .choice:hover {
    background: var(--colour-primary-soft);
  }
  .choice:has(:disabled) {
    background: none;
    color: var(--colour-text-soft);
    cursor: default;
  }
  input {
    width: 1.15rem;
    height: 1.15rem;
    margin: 0;
    accent-color: var(--colour-primary);
  }
  .note,
  .none {
    color: var(--colour-text-soft);
    font-size: var(--text-s);
    font-weight: 400;
  }
`;
