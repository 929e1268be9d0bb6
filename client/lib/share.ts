/** Hands the link to the phone's own share sheet; where there is none, to the clipboard. */
export async function shareLink(title: string, url: string): Promise<'shared' | 'copied' | 'left'> {
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, url });
      return 'shared';
    } catch (fault) {
      // Closing the sheet is no fault; anything else (in-app browsers) falls back to copying.
      if (fault instanceof DOMException && fault.name === 'AbortError') return 'left';
    }
  }
  return (await copyText(url)) ? 'copied' : 'left';
}

/** Copies the text; plain http in the local network has no clipboard API, the old way still works there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    // What lies behind an open dialog cannot be selected.
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}
