let now = 0;

/** A click so many milliseconds after the one before: people need a moment between two of them. */
export function click(element: HTMLElement, after = 1_000): void {
  now += after;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: now });
  element.dispatchEvent(event);
}
