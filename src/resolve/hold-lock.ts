import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { copyRefusal, isCopy } from '../source/copied-packages.js';
import { keyPlaceOf, placeOf, type Located } from '../source/located.js';
import type { Span } from '../source/source-file.js';
import { firstLineOf, startOf, type TreePath } from '../source/source-tree.js';
import type { LockSpec, PackageIncludeSpec } from '../spec/schema.js';
import type { PackageEntry, Spec } from '../spec/spec.js';
import type { Draft } from './draft.js';

/*
 * hold-lock
 * needs: nothing.
 * guarantees: the packages of the checklist are those that the index and they themselves include, copies have exactly the files that
 * the lock has, and the lock has nothing else.
 */

type LockedIncludes = LockSpec['include'];

export function holdLock(draft: Draft): Result<Draft> {
  const { spec } = draft;
  const { lock, packages } = spec;
  if (spec.broken.index || spec.broken.lock) return { value: { ...draft, isHeld: false }, diagnostics: [] };
  const wanted = includesOf(spec.index, ['include']);
  const twice = packages.flatMap((each, at) => sameName(each, packages.slice(0, at)));
  const diagnostics =
    lock === null
      ? [
          ...wanted.map(({ entry, at }) =>
            unlocked(entry, 'There is no lock for what is included here.', placeOf(spec.index, ...at)),
          ),
          ...packages.filter(({ isOwn }) => !isOwn).map(unknownPackage),
        ]
      : [
          ...compareIncludes(spec.index, wanted, lock, ['include']),
          ...packages.flatMap((each) => holdPackage(each, lock, spec)),
          ...findMissing(lock, packages, spec),
          ...findUnreached(lock),
        ];
  const all = [...twice, ...diagnostics];
  return { value: { ...draft, isHeld: all.length === 0 }, diagnostics: all };
}

const advice = 'Run "mendsheet include", and look at what it changes.';

/** Whether a name is that of a package, and the packages are not all there as they should be: what they bring is not missing. */
export function mayComeFromPackage({ spec, isHeld }: Draft, name: string): boolean {
  const [owner = '', ...rest] = name.split('/');
  return rest.length > 0 && (!isHeld || spec.broken.packages.has(owner));
}

/** Includes of packages in a list of an index, a package or the lock, each with the path of its place. */
function includesOf<T extends PackageIncludeSpec>(
  { value }: Located<{ readonly include?: readonly (string | T)[] | undefined }>,
  path: TreePath,
): readonly { readonly entry: T; readonly at: TreePath }[] {
  return (value.include ?? []).flatMap((entry, at) =>
    typeof entry === 'string' ? [] : [{ entry, at: [...path, at] }],
  );
}

function keyOf(entry: PackageIncludeSpec): string {
  return 'package' in entry ? `package ${entry.package}` : `folder ${entry.folder}`;
}

/** What a file includes and what the lock says of it, both ways. @param at where the lock has its list. */
function compareIncludes(
  file: Located<unknown>,
  wanted: ReturnType<typeof includesOf>,
  lock: Located<LockSpec>,
  at: TreePath,
): readonly Diagnostic[] {
  const locked = lockedAt(lock.value, at);
  const unknown = wanted
    .filter(({ entry }) => !locked.some((each) => keyOf(each) === keyOf(entry)))
    .map((each) => unlocked(each.entry, 'The lock does not know what is included here.', placeOf(file, ...each.at)));
  const idle = locked.flatMap((each, position) => {
    const place = placeOf(lock, ...at, position);
    if (!wanted.some(({ entry }) => keyOf(entry) === keyOf(each)))
      return [notLocked(`${file.tree.source.path} does not include this.`, place)];
    return Object.hasOwn(lock.value.packages, each.is)
      ? []
      : [notLocked(`The lock has no package "${each.is}".`, place)];
  });
  return [...unknown, ...idle];
}

function lockedAt(lock: LockSpec, [first, name = '']: TreePath): LockedIncludes {
  return first === 'include' ? lock.include : (lock.packages[name]?.include ?? []);
}

function notLocked(message: string, span: Diagnostic['span']): Diagnostic {
  return diagnose('resolve/not-locked', `${message} ${advice}`, firstLineOf(span));
}

/** An include that the lock does not have. A copy cannot be locked, whoever runs what. */
function unlocked(entry: PackageIncludeSpec, message: string, span: Span): Diagnostic {
  return 'folder' in entry && isCopy(entry.folder)
    ? diagnose('include/copy', copyRefusal(entry.folder), firstLineOf(span))
    : notLocked(message, span);
}

function unknownPackage({ at, files, file }: PackageEntry): Diagnostic {
  const source = file?.tree.source ?? [...files.values()][0]?.source ?? { path: at, text: '' };
  return diagnose('resolve/locked-file', `The lock does not know the package in ${at}/.`, startOf(source));
}

function sameName(each: PackageEntry, earlier: readonly PackageEntry[]): readonly Diagnostic[] {
  const other = earlier.find(({ id }) => id === each.id);
  if (!other || !each.file) return [];
  const related = other.file ? [{ message: 'the other one is', span: placeOf(other.file, 'package') }] : [];
  const message = `There are two packages "${each.id}".`;
  return [diagnose('resolve/duplicate-id', message, placeOf(each.file, 'package'), { related })];
}

/** What is wrong with the files of a package and its name. */
function holdPackage(each: PackageEntry, lock: Located<LockSpec>, spec: Spec): readonly Diagnostic[] {
  const { id, at, isOwn, file, files } = each;
  const folder = at.slice(at.lastIndexOf('/') + 1);
  if (file && !isOwn && id !== folder) {
    const message = `The package "${id}" stands in a folder named "${folder}".`;
    return [diagnose('resolve/locked-file', message, placeOf(file, 'package'))];
  }
  const entry = lock.value.packages[id];
  // A package whose recipes.yaml cannot be read has no name to look for.
  if (!entry) return file || !spec.broken.packages.has(id) || files.size === 0 ? [unknownPackage(each)] : [];
  if (entry.at !== (isOwn ? at : undefined))
    return [notLocked(`The package "${id}" stands elsewhere, in ${at}/.`, keyPlaceOf(lock, 'packages', id))];
  const locked = entry.files ?? {};
  const held = isOwn ? [] : [...files];
  const nested = file ? compareIncludes(file, includesOf(file, ['include']), lock, ['packages', id, 'include']) : [];
  return [
    ...held.flatMap(([path, { source, sha256 }]) => {
      const known = Object.hasOwn(locked, path) ? locked[path] : undefined;
      if (known === sha256) return [];
      const related = known
        ? [{ message: 'its hash stands at', span: placeOf(lock, 'packages', id, 'files', path) }]
        : [];
      const message = known ? 'This file is not as it was locked.' : 'The lock does not know this file.';
      return [diagnose('resolve/locked-file', message, startOf(source), { related })];
    }),
    ...nested,
  ];
}

/** What the lock has and the checklist lacks. */
function findMissing(
  lock: Located<LockSpec>,
  packages: readonly PackageEntry[],
  { broken }: Spec,
): readonly Diagnostic[] {
  return Object.entries(lock.value.packages).flatMap(([id, { files = {} }]) => {
    const found = packages.find((each) => each.id === id);
    if (!found) {
      const message = `The package "${id}" is not there.`;
      // What the lock has as well is no other name for it.
      const others = packages.map((each) => each.id).filter((each) => !Object.hasOwn(lock.value.packages, each));
      const suggestions = suggestNames(id, others);
      return [diagnose('resolve/locked-file', message, keyPlaceOf(lock, 'packages', id), { suggestions })];
    }
    return Object.keys(files)
      .filter((path) => !found.files.has(path) && !broken.files.has(`${found.at}/${path}`))
      .map((path) => {
        const message = `The file ${found.at}/${path} is not there.`;
        return diagnose('resolve/locked-file', message, keyPlaceOf(lock, 'packages', id, 'files', path));
      });
  });
}

/** Packages of the lock to which no include leads. */
function findUnreached(lock: Located<LockSpec>): readonly Diagnostic[] {
  const { include, packages } = lock.value;
  const reached = new Set<string>();
  const left = include.map(({ is }) => is);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    left.push(...(packages[id]?.include ?? []).map(({ is }) => is));
  }
  return Object.keys(packages)
    .filter((id) => !reached.has(id))
    .map((id) => notLocked(`Nothing includes the package "${id}".`, keyPlaceOf(lock, 'packages', id)));
}
