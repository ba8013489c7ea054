import type { Connection } from './connection.ts';

/**
 * Tells a kiosk or a display that the screens were built anew since this page was loaded: `listener` reloads it at a moment when
 * nobody uses it. Returns the function that ends it.
 */
export function onNewBuild(connection: Connection, listener: () => void): () => void {
  let first: string | null = null;
  return connection.watch({ view: 'centre' }, ({ build }) => {
    first ??= build;
    if (build !== first) listener();
  });
}
