/** Makes a text field as high as its text, where the browser cannot do it by itself (`field-sizing`). */
export function grow(_text: string): (area: HTMLTextAreaElement) => void {
  return (area) => {
    if (CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`;
  };
}
