/** Reads a file that somebody dropped or chose, in this browser alone. */

/** Far beyond any record; keeps a mistaken choice from freezing the page. */
export const mostBytes = 32 * 1024 * 1024;

export type FileReading =
  | { readonly ok: true; readonly text: string; readonly fileName: string }
  | { readonly ok: false; readonly why: 'tooLarge'; readonly bytes: number }
  | { readonly ok: false; readonly why: 'unreadable' };

/** Never rejects. Bytes that are no UTF-8 become replacement characters. */
export async function readFile(file: File): Promise<FileReading> {
  if (file.size > mostBytes) return { ok: false, why: 'tooLarge', bytes: file.size };
  try {
    return { ok: true, text: await file.text(), fileName: file.name };
  } catch {
    // A folder, or a file that is gone or locked.
    return { ok: false, why: 'unreadable' };
  }
}
