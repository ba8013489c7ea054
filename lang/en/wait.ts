/** A wait in minutes, low to high; low 0: at most high. */
export function waitPhrase(low: number, high: number): string {
  if (low === 0) return high === 1 ? 'less than a minute' : `less than ${high} min`;
  return low === high ? `about ${low} min` : `about ${low}–${high} min`;
}
