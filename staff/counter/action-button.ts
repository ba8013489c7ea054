import { css, html, type TemplateResult } from 'lit';
import '../../ui/component/button.ts';
import { type Action, keyOf, type Refusals } from './actions.ts';

/** What the buttons of a counter have in common. */
export interface ActionContext {
  readonly words: { readonly actions: Readonly<Record<Action, string>> };
  readonly refusals: Refusals;
  /** The action under way, or null. */
  readonly busy: string | null;
  readonly act: (action: Action) => void;
}

/** A button for one action that shows its key. */
export function actionButton(
  context: ActionContext,
  action: Action,
  variant: 'primary' | 'secondary' | 'quiet' = 'secondary',
): TemplateResult {
  const isBusy = context.busy === action;
  return html`
    <ms-button
      data-action=${action}
      variant=${variant}
      ?busy=${isBusy}
      ?disabled=${!isBusy && (context.busy !== null || context.refusals[action] !== null)}
      aria-keyshortcuts=${keyOf[action]}
      @click=${() => context.act(action)}
    >
      <span class="action">${context.words.actions[action]} <kbd aria-hidden="true">${keyOf[action]}</kbd></span>
    </ms-button>
  `;
}

export const keyStyles = css`
  .action {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
  }
  kbd {
    display: inline-grid;
    place-items: center;
    box-sizing: border-box;
    min-width: 1.7em;
    height: 1.7em;
    padding: 0 0.35em;
    border: 1px solid currentColor;
    border-radius: 0.3em;
    font: inherit;
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1;
  }
  @media (hover: none) and (pointer: coarse) {
    ms-button kbd {
      display: none;
    }
  }
`;
