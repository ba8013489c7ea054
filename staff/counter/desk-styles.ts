import { css } from 'lit';

/** The desk fills the window where there is room: the lists scroll, the visit and its keys stay where they are. */
export const deskStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--space-3);
    height: 100%;
    padding: var(--space-3) var(--space-4) var(--space-4);
  }
  .loading {
    padding: var(--space-6);
    color: var(--colour-text-soft);
    text-align: center;
  }
  .dialogs {
    position: absolute;
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(26rem, 27%);
    flex: 1;
    gap: var(--space-4);
    min-height: 0;
  }
  .visit {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    overflow: auto;
    border: var(--line-width) solid var(--colour-line);
    border-radius: var(--radius-l);
    background: var(--colour-raised);
    box-shadow: var(--shadow-raised);
  }
  @media (max-width: 62rem) {
    :host {
      height: auto;
    }
    .work,
    .visit {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
