import type { BoardCall } from '../../wire/client.ts';

/** How the saying of a call ended. A blocked call was not heard and is said again once sound is allowed. */
export type Said = 'played' | 'blocked' | 'failed';

/** One sentence of a call, in its language. */
export interface Sentence {
  readonly language: string;
  readonly text: string;
}

/** Whatever can say a call aloud: the browser's own voice now, recorded clips later. */
export interface Voice {
  /** What will be said, for those who read it. */
  sentences(call: BoardCall): readonly Sentence[];
  /** Finds out whether the page may sound; from a touch or a key it also asks for it. */
  wake(): Promise<'ready' | 'blocked'>;
  /** Says the call to its end. Never rejects. */
  say(call: BoardCall): Promise<Said>;
}
