/** The page's side of the worker that reads search results. One worker serves the whole visit, started when first needed. */
import type { OwnIdPage, SearchPage, UnreadablePage } from './search-page.ts';
import type { ReaderAnswer, ReaderRequest, ReaderTask } from './search-worker.ts';

interface Waiting {
  readonly resolve: (answer: ReaderAnswer) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let nextId = 0;
const waiting = new Map<number, Waiting>();

function startWorker(): Worker {
  const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'search reader' });
  started.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'broken') asker?.reject(new Error(data.message));
    else asker?.resolve(data);
  });
  started.addEventListener('error', () => {
    // A worker that could not be loaded answers nothing; the next question starts another.
    worker = null;
    started.terminate();
    for (const { reject } of waiting.values()) reject(new Error('The worker that reads search results could not run.'));
    waiting.clear();
  });
  return started;
}

function ask(task: ReaderTask, transfer: Transferable[]): Promise<ReaderAnswer> {
  worker ??= startWorker();
  const request: ReaderRequest = { id: nextId++, task };
  const answered = new Promise<ReaderAnswer>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
  worker.postMessage(request, transfer);
  return answered;
}

/** Reads a page; `bytes` move to the worker and come back with it. */
export async function readPage(bytes: ArrayBuffer, now: number): Promise<SearchPage | UnreadablePage> {
  const answer = await ask({ kind: 'page', bytes, now }, [bytes]);
  if (answer.kind !== 'page') throw new Error('The worker answered another question.');
  return answer.page;
}

/** Reads a page that is at hand as text. */
export function readPageText(text: string, now: number): Promise<SearchPage | UnreadablePage> {
  return readPage(new TextEncoder().encode(text).buffer, now);
}

/** Looks through a page for a message's own ID; `bytes` move to the worker. */
export async function readOwnId(bytes: ArrayBuffer, id: string): Promise<OwnIdPage | UnreadablePage> {
  const answer = await ask({ kind: 'ownId', bytes, id }, [bytes]);
  if (answer.kind !== 'ownId') throw new Error('The worker answered another question.');
  return answer.page;
}

/** The records at these places of a page, one JSON a line. */
export async function readRecords(bytes: ArrayBuffer, places: readonly number[], masked: boolean): Promise<string> {
  const answer = await ask({ kind: 'records', bytes, places, masked }, []);
  if (answer.kind !== 'records') throw new Error('The worker answered another question.');
  return answer.lines;
}
