/** Code of the app that could not be fetched, and whether a new version has taken its files away. */
import { create } from 'zustand';
import { isFileGone } from '#api/app-file.ts';
import { gatewayAwaySince } from '#api/gateway-state.ts';

/** Thrown by a part whose code did not come. */
export class PartNotLoaded extends Error {
  override readonly name = 'PartNotLoaded';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const useFiles = create(() => ({ replaced: false }));

/** Browsers name the file in the error, each in its own sentence. */
function fileOf(cause: unknown): string | null {
  return cause instanceof Error ? (/https?:\/\/\S+/.exec(cause.message)?.[0] ?? null) : null;
}

/**
 * Finds out whether trying again can help; where it cannot, the person is told once to load the page again. That is so
 * when the file is gone, and when a person's own retry failed without the network being to blame: some browsers remember
 * a file that failed, and never ask for it again.
 */
export async function noteFailure(cause: unknown, retried: boolean): Promise<void> {
  const file = fileOf(cause);
  const gone = file?.startsWith(`${location.origin}/`) === true && (await isFileGone(file));
  if (gone || (retried && navigator.onLine !== false && gatewayAwaySince() === null))
    useFiles.setState({ replaced: true });
}

/** True once the page must be loaded again to work as a whole. */
export function useReplaced(): boolean {
  return useFiles(({ replaced }) => replaced);
}
