/** What was pressed, by its place on the board: a Vietnamese input method, Caps Lock or a layout does not change it. */
export function keyName(event: KeyboardEvent): string {
  if (event.key === '?') return '?';
  const match = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code);
  return match?.[1] ?? event.key;
}

/** Whether a key belongs to the page: no shortcut of the browser, nobody typing, no dialog open. */
export function isPageKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return false;
  return !event.composedPath().some(takesKeys);
}

/** Whether an element uses letters itself: fields that are typed in, lists that jump to a letter, dialogs. */
function takesKeys(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLDialogElement) return target.open;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}
