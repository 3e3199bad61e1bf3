/**
 * A function that works out its answer once for each object: a part or a sentence is the same object in each of the
 * hundreds of scripts that it goes into. The answers end with the objects.
 */
export function memoize<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const answer = known.get(key);
    if (answer) return answer.value;
    const value = read(key);
    known.set(key, { value });
    return value;
  };
}

/** A template or a body: whatever has text. */
export interface Text {
  readonly text: string;
}
