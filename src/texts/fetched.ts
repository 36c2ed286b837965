/** Texts that are fetched once, when first asked for. */

export interface Fetched<Value> {
  readonly promise: Promise<Value>;
  /** Null until it is there. */
  value: Value | null;
}

/** Gives everyone the same answer, until fetching fails: the next to ask then starts anew. */
export function fetchedOnce<Value>(load: () => Promise<Value>): () => Fetched<Value> {
  let current: Fetched<Value> | null = null;
  return () => {
    if (current !== null) return current;
    const promise = load().then((value) => {
      started.value = value;
      return value;
    });
    const started: Fetched<Value> = { promise, value: null };
    promise.catch(() => {
      current = null;
    });
    current = started;
    return started;
  };
}
