/** What a screen may watch. A shared rating panel watches with counter null. */
export type Topic =
  | { readonly view: 'centre' | 'kiosk' | 'board' | 'supervisor' | 'slips' }
  | { readonly view: 'ticket'; readonly ticket: string }
  | { readonly view: 'counter'; readonly counter: string }
  | { readonly view: 'rating'; readonly counter: string | null };

/** One string per topic: the name of its room and its cache entry. */
export function topicKey(topic: Topic): string {
  switch (topic.view) {
    case 'ticket':
      return `ticket/${topic.ticket}`;
    case 'counter':
      return `counter/${topic.counter}`;
    case 'rating':
      return `rating/${topic.counter ?? ''}`;
    default:
      return topic.view;
  }
}

/** Socket.io timing on both sides, ms: a frozen server is noticed within 9 s, a lost one comes back within 2 s. */
export const socketTiming = {
  pingInterval: 5000,
  pingTimeout: 4000,
  reconnectionDelay: 300,
  reconnectionDelayMax: 1000,
} as const;
