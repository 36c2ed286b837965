/** Remembers results of a pure function whose arguments repeat from record to record: status names, prices. */

/** Enough for every name and price of an account; beyond that it starts over. */
const mostKept = 2000;

/** The same function with a memory. For results that nobody changes. */
export function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (known.size >= mostKept) known.clear();
    known.set(key, value);
    return value;
  };
}
