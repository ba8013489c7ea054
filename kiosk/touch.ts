/** Keeps a public touchscreen a kiosk: no menu of the browser, no zoom by wheel, no dragging, no repeated press of a held key. */
export function holdKiosk(): void {
  const refuse = (event: Event) => event.preventDefault();
  addEventListener('contextmenu', refuse);
  addEventListener('dragstart', refuse);
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false });
  addEventListener('keydown', (event) => {
    // A held Enter would answer the next question too.
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  });
}
