/** The worker that reads pages of search results, so that the page stays free for the person. */
import {
  type OwnIdPage,
  ownIdInPage,
  readSearchPage,
  recordLines,
  type SearchPage,
  type UnreadablePage,
} from './search-page.ts';

export type ReaderTask =
  | { readonly kind: 'page'; readonly bytes: ArrayBuffer; readonly now: number }
  | { readonly kind: 'ownId'; readonly bytes: ArrayBuffer; readonly id: string }
  | {
      readonly kind: 'records';
      readonly bytes: ArrayBuffer;
      readonly places: readonly number[];
      readonly masked: boolean;
    };

export interface ReaderRequest {
  readonly id: number;
  readonly task: ReaderTask;
}

export type ReaderAnswer = { readonly id: number } & (
  | { readonly kind: 'page'; readonly page: SearchPage | UnreadablePage }
  | { readonly kind: 'ownId'; readonly page: OwnIdPage | UnreadablePage }
  | { readonly kind: 'records'; readonly lines: string }
  /** An error of this program; the data cannot cause one. */
  | { readonly kind: 'broken'; readonly message: string }
);

function answer({ id, task }: ReaderRequest): ReaderAnswer {
  try {
    if (task.kind === 'page') return { id, kind: 'page', page: readSearchPage(task.bytes, task.now) };
    if (task.kind === 'ownId') return { id, kind: 'ownId', page: ownIdInPage(task.bytes, task.id) };
    return { id, kind: 'records', lines: recordLines(task.bytes, task.places, task.masked) };
  } catch (error) {
    return { id, kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ReaderRequest>) => {
  const result = answer(data);
  // The bytes go back as they came, without a copy.
  const moved = result.kind === 'page' && 'bytes' in result.page ? [result.page.bytes] : [];
  postMessage(result, { transfer: moved });
});
