/** Longer words are no slips of the finger, and the distance would take quadratic time for them. */
const longestWord = 64;

/**
 * The candidates that a word was probably meant to be, nearest first: at most one edit for each three letters, and
 * fewer than four. Of a single letter an edit leaves nothing. Ties keep the order of the candidates.
 */
export function suggestNames(word: string, candidates: Iterable<string>): string[] {
  if (word.length > longestWord) return [];
  const limit = word.length === 1 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  const best = near[0]?.distance;
  return near.filter((entry) => entry.distance === best).map((entry) => entry.candidate);
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] as number;
}
