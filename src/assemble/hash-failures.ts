export interface ProductFailure {
  /** Path relative to the folder that is looked at. */
  readonly path: string;
  readonly message: string;
  readonly advice: string;
}

/** What to do about a product that is not whole. */
export const takeAgain = 'Take the whole folder again from where it was published.';

/**
 * Holds files against a list of hashes: nothing changed, nothing missing, nothing added.
 * @param list what the list is called, for people.
 * @param expected hashes by path, as `hash` gives them.
 * @param besides whether a path may be there without standing in the list.
 */
export function hashFailures(
  files: ReadonlyMap<string, Uint8Array>,
  list: string,
  expected: ReadonlyMap<string, string>,
  besides: (path: string) => boolean,
  hash: (bytes: Uint8Array) => string,
): readonly ProductFailure[] {
  const failures: ProductFailure[] = [];
  for (const [path, wanted] of expected) {
    const bytes = files.get(path);
    if (!bytes) failures.push({ path, message: 'The file is missing.', advice: takeAgain });
    else if (hash(bytes) !== wanted)
      failures.push({ path, message: 'The file is not the one that was built.', advice: takeAgain });
  }
  for (const path of files.keys()) {
    if (expected.has(path) || besides(path)) continue;
    const advice = 'Remove it, unless you put it there.';
    failures.push({ path, message: `The file is not listed in ${list}.`, advice });
  }
  return failures;
}
