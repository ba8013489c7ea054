/** What this device keeps between two visits of a page. A browser that keeps nothing is no error: it asks again. */
export function recall(name: string): string | null {
  return storage()?.getItem(keyOf(name)) ?? null;
}

/** Keeps a value under a name; null forgets it. */
export function remember(name: string, value: string | null): void {
  const place = storage();
  if (value === null) place?.removeItem(keyOf(name));
  else place?.setItem(keyOf(name), value);
}

const keyOf = (name: string): string => `moiso-${name}`;

function storage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null; // the browser's way to say that it keeps nothing for this page
  }
}
