/** A small generator with a seed (mulberry32), so that a failing input can be made again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes with one to four changes: replaced, removed, doubled or inserted runs, or a cut. Never equal to the input. */
export function mutate(input: Uint8Array, random: () => number): Buffer {
  const pick = (limit: number) => Math.floor(random() * limit);
  let bytes = Buffer.from(input);
  for (let left = 1 + pick(4); left > 0; left--) {
    const at = pick(bytes.length);
    const length = 1 + pick(8);
    const run = Buffer.from(Array.from({ length }, () => pick(256)));
    const kinds = [
      () => Buffer.concat([bytes.subarray(0, at), run.subarray(0, 1), bytes.subarray(at + 1)]),
      () => Buffer.concat([bytes.subarray(0, at), run, bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), run, bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]),
      () => (random() < 0.1 ? bytes.subarray(0, at) : bytes),
    ];
    bytes = Buffer.from((kinds[pick(kinds.length)] as () => Buffer)());
  }
  return bytes.equals(Buffer.from(input)) ? mutate(input, random) : bytes;
}
