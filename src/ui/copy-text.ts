/** Puts a text on the clipboard by whatever means the browser has: over plain http there is no `navigator.clipboard`. */

/** A text, and the same as HTML for where it is pasted into something that shows it. */
export interface RichText {
  readonly text: string;
  readonly html: string;
}
export type Copied = string | RichText;

export const plainText = (copied: Copied) => (typeof copied === 'string' ? copied : copied.text);

/** Rejects where the browser has no means, or does not allow it. */
async function writeToClipboard(copied: Copied): Promise<void> {
  const { clipboard } = navigator;
  const rich = typeof copied !== 'string' && clipboard?.write !== undefined && typeof ClipboardItem === 'function';
  if (!rich) return clipboard.writeText(plainText(copied));
  const part = (text: string, type: string) => new Blob([text], { type });
  const item = new ClipboardItem({
    'text/plain': part(copied.text, 'text/plain'),
    'text/html': part(copied.html, 'text/html'),
  });
  return clipboard.write([item]);
}

/** `false` where the browser let nothing do it: the text is then to be shown, selected, to be copied by hand. */
export async function copyText(copied: Copied): Promise<boolean> {
  try {
    await writeToClipboard(copied);
    return true;
  } catch {
    // There is none, no permission, or the page has not the focus: the older way may still be allowed.
  }
  return copyBySelection(copied);
}

/** Gives the copy that is under way both forms. */
function withHtml({ text, html }: RichText) {
  return (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
}

/** The way of before the clipboard's API: a text that is selected for a moment, where nobody sees it. */
function copyBySelection(copied: Copied): boolean {
  if (typeof document.execCommand !== 'function') return false;
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = plainText(copied);
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  field.className = 'fixed top-0 left-0 opacity-0';
  if (typeof copied !== 'string') field.addEventListener('copy', withHtml(copied));
  // Inside a dialog, which keeps the focus to itself.
  (focused?.closest('[role="dialog"]') ?? document.body).append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
