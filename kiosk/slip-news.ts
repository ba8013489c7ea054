import type { TicketView } from '../wire/client.ts';

/** What the citizen must know of the paper; `none`: the centre has no printer. */
export type SlipNews = 'none' | 'printing' | 'printed' | 'late' | 'failed';

/** A slip that takes longer than this, in ms, is not waited for in silence. */
export const slipLateMs = 12_000;

/** What to say of the slip, where there is `paper`. `now` and `issuedAt` by the server's clock, ms since 1970. */
export function slipNews(ticket: TicketView | undefined, issuedAt: number, now: number, paper: boolean): SlipNews {
  if (!paper) return 'none';
  const state = ticket?.slip.state;
  if (state === 'printed' || state === 'failed') return state;
  return now - issuedAt > slipLateMs ? 'late' : 'printing';
}
