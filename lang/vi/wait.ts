/** A wait in minutes, low to high; low 0: at most high. */
export function waitPhrase(low: number, high: number): string {
  if (low === 0) return `dưới ${high} phút`;
  return low === high ? `khoảng ${low} phút` : `khoảng ${low}–${high} phút`;
}
