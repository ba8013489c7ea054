const millimetresPerInch = 25.4;

/** CSS pixels in one millimetre of a screen, from its diagonal in inches and its size in CSS pixels. */
export function pixelsPerMillimetre(diagonalInches: number, width: number, height: number): number {
  return Math.hypot(width, height) / (diagonalInches * millimetresPerInch);
}

/** Makes `--mm` one real millimetre on this screen, so that buttons are as large as a finger needs them. */
export function applyScale(diagonalInches: number): void {
  const pixels = pixelsPerMillimetre(diagonalInches, window.screen.width, window.screen.height);
  document.documentElement.style.setProperty('--mm', `${pixels.toFixed(3)}px`);
}
