import type { BoardView, CentreView } from '../../wire/client.ts';
import type { Sentence } from '../voice/voice.ts';

/** What every layout of the hall screen gets. */
export interface ScreenContent {
  readonly centre: CentreView;
  readonly board: BoardView;
  /** Id of the call that is being said, or null. */
  readonly speaking: string | null;
  /** What is being said. */
  readonly sentences: readonly Sentence[];
  /** ms by the server's clock, renewed every second. */
  readonly now: number;
}
