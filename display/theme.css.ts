import { css } from 'lit';

/**
 * The look of the hall screen, in the dark colours: white panels would burn in. `--u` is a hundredth of the screen's longer side,
 * so that letters grow with the screen: 2u are 24 mm on a 55-inch screen, readable from about 10 m (mm × 0.4 = m).
 */
export const hallTheme = css`
  :host {
    --u: min(1vw, 1.7778vh);
    color: var(--colour-text);
    line-height: 1.25;
  }

  @media (orientation: portrait) {
    :host {
      --u: min(1.7778vw, 1vh);
    }
  }

  .bilingual {
    display: inline-flex;
    flex-direction: column;
    min-width: 0;
  }

  .vi {
    font-weight: 600;
  }

  .en {
    color: var(--colour-text-soft);
    font-size: max(0.62em, calc(var(--u) * 1.25));
    font-weight: 400;
  }

  .number {
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    letter-spacing: 0.01em;
    line-height: 1.1;
    white-space: nowrap;
  }

  /* One or two lines, then an ellipsis; the padding keeps marks above and below letters whole. */
  .clamped {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    padding-block: 0.08em;
    overflow-wrap: anywhere;
  }

  .panel {
    background: var(--colour-raised);
    border: calc(var(--u) * 0.1) solid var(--colour-line);
    border-radius: calc(var(--u) * 0.9);
    min-width: 0;
    min-height: 0;
    overflow: hidden;
  }

  h2 {
    align-items: baseline;
    display: flex;
    font-size: calc(var(--u) * 1.8);
    justify-content: space-between;
    line-height: 1.2;
  }

  h2 .bilingual {
    align-items: baseline;
    flex-direction: row;
    gap: 0.5em;
  }
`;
