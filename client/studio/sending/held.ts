import type { Attachment } from 'svelte/attachments';

/**
 * While a form is being sent nothing is changed in it: the answer closes it, and would take that along. The button
 * that sends it holds the focus meanwhile; after a "no" the focus is back where it was.
 */
export function held(sending: boolean): Attachment<HTMLFormElement> {
  return (form) => {
    const button = form.querySelector<HTMLElement>('[type="submit"]');
    if (!sending || !button) return;
    const before = document.activeElement;
    if (before instanceof HTMLElement && form.contains(before)) button.focus({ preventScroll: true });
    const beside = allBeside(button, form);
    for (const one of beside) one.inert = true;
    return () => {
      for (const one of beside) one.inert = false;
      if (document.activeElement === button && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  };
}

/** Everything in the form but what leads to the button; what is inert for its own reasons stays so. */
function allBeside(button: HTMLElement, form: HTMLFormElement): readonly HTMLElement[] {
  const beside: HTMLElement[] = [];
  for (let at = button; at !== form && at.parentElement; at = at.parentElement)
    for (const one of at.parentElement.children)
      if (one !== at && one instanceof HTMLElement && !one.inert && !one.matches('[role="alert"]'))
        beside.push(one);
  return beside;
}
