import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { plainDisk } from '../load/disk.js';
import { ownFolder } from '../load/find-packages.js';
import { isInside } from '../load/list-folder.js';
import { memberOf } from '../load/read-includes.js';
import { hashOfText, packageFile, readSource } from '../load/read-package.js';
import { readText } from '../load/read-text.js';
import { readYaml } from '../load/read-yaml.js';
import { refuseFiles, refuseName } from '../names/reserved-names.js';
import { copiedPackages, copyRefusal } from '../source/copied-packages.js';
import { placeOf, type Located } from '../source/located.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { startOf } from '../source/source-tree.js';
import type { PackageIncludeSpec } from '../spec/schema.js';
import { validatePackageFile } from '../spec/validate.js';
import { isWithin } from './is-within.js';

/** An include, and the package that it led to. */
export type GatheredInclude = PackageIncludeSpec & { readonly is: string };

/** A package as it is where it comes from. */
export interface GatheredPackage {
  readonly id: string;
  /** Real path of its folder. */
  readonly folder: string;
  /** Of the npm package that it stands in; null for a folder. */
  readonly version: string | null;
  /** The folder relative to the root where it is one below checks/, which is read where it stands; else null. */
  readonly at: string | null;
  readonly include: readonly GatheredInclude[];
  readonly files: ReadonlyMap<string, SourceFile>;
}

export interface Gathered {
  readonly include: readonly GatheredInclude[];
  readonly packages: ReadonlyMap<string, GatheredPackage>;
}

/** Where a list of includes stands. */
interface Base {
  /** Real path that folders and node_modules are looked for from. */
  readonly folder: string;
  /** Real path of the npm package around, which folders may not leave; null outside of node_modules. */
  readonly npm: string | null;
  /** The folder relative to the root where it belongs to the checklist itself; null elsewhere. */
  readonly at: string | null;
  /** Real paths of the packages that led here. */
  readonly chain: readonly string[];
}

/**
 * Reads the packages that an index includes, and those that they include, where they come from: folders of this computer, and
 * node_modules, which npm filled. Nothing is written, and nothing is fetched.
 * @param root folder of the index.
 */
export function gatherPackages(
  root: string,
  index: Located<{ readonly include: readonly (string | PackageIncludeSpec)[] }>,
): Result<Gathered> {
  const desk: Desk = { root, real: realpathSync(root), packages: new Map(), byFolder: new Map(), diagnostics: [] };
  const base: Base = { folder: desk.real, npm: null, at: '', chain: [] };
  const include = gatherList(desk, base, index, index.value.include);
  return { value: { include, packages: desk.packages }, diagnostics: desk.diagnostics };
}

interface Desk {
  readonly root: string;
  /** Real path of the root. */
  readonly real: string;
  readonly packages: Map<string, GatheredPackage>;
  /** Names of packages by the real path of their folder; null for one that cannot be taken, which has been reported. */
  readonly byFolder: Map<string, string | null>;
  readonly diagnostics: Diagnostic[];
}

function gatherList(
  desk: Desk,
  base: Base,
  file: Located<unknown>,
  list: readonly (string | PackageIncludeSpec)[],
): readonly GatheredInclude[] {
  const first = new Map<string, { readonly name: string; readonly span: Span }>();
  return list.flatMap((entry, at) => {
    if (typeof entry === 'string') return [];
    const span = placeOf(file, 'include', at);
    const name = nameOf(entry);
    const is = gatherOne(desk, base, entry, span);
    if (is === null) return [];
    // One folder has many spellings, and an npm package may be a link to it.
    const earlier = first.get(is);
    if (earlier) {
      const related = [{ message: 'included first at', span: earlier.span }];
      const message =
        earlier.name === name
          ? `"${name}" is included twice.`
          : `"${name}" brings the package "${is}", as "${earlier.name}" does; one of them suffices.`;
      desk.diagnostics.push(diagnose('load/include-twice', message, span, { related }));
      return [];
    }
    first.set(is, { name, span });
    return [{ ...entry, is }];
  });
}

function nameOf(entry: PackageIncludeSpec): string {
  return 'package' in entry ? entry.package : entry.folder;
}

/** @returns the name of the package; null where it cannot be taken, which has been reported. */
function gatherOne(desk: Desk, base: Base, entry: PackageIncludeSpec, span: Span): string | null {
  type Code = 'include/not-found' | 'include/outside' | 'include/circle' | 'include/copy';
  const refuse = (code: Code, message: string): null => {
    desk.diagnostics.push(diagnose(code, message, span));
    return null;
  };
  const place = 'package' in entry ? placeOfPackage(base.folder, entry.package) : placeOfFolder(base, entry.folder);
  if (place === null) {
    return 'package' in entry
      ? refuse('include/not-found', `"${entry.package}" is not installed: no node_modules here or above has it.`)
      : refuse('include/not-found', `There is no folder "${entry.folder}".`);
  }
  const { folder, npm, at } = place;
  if (isWithin(folder, join(desk.real, copiedPackages))) return refuse('include/copy', copyRefusal(nameOf(entry)));
  if (npm !== null && !isWithin(folder, npm))
    return refuse('include/outside', `"${nameOf(entry)}" is outside the npm package that includes it.`);
  if (at !== null && !isInside({ disk: plainDisk, root: desk.root, realRoot: desk.real }, folder))
    return refuse('include/outside', `"${at}" is a link to a place outside the checklist.`);
  if (base.chain.includes(folder)) return refuse('include/circle', `"${nameOf(entry)}" leads back to itself.`);
  const known = desk.byFolder.get(folder);
  if (known !== undefined) return known;
  if (!existsSync(join(folder, packageFile)))
    return refuse('include/not-found', `"${nameOf(entry)}" is no package of recipes: it has no ${packageFile}.`);
  const shown = relative(desk.real, folder).split(sep).join('/');
  const id = gatherPackage(desk, { folder, npm, at, chain: [...base.chain, folder] }, shown, span);
  desk.byFolder.set(folder, id);
  return id;
}

function gatherPackage(desk: Desk, base: Base, shown: string, span: Span): string | null {
  const source = readSource(base.folder, shown);
  const spec = source.value.file && validatePackageFile(source.value.file);
  const found = [...source.diagnostics, ...(spec?.diagnostics ?? [])];
  desk.diagnostics.push(...found);
  if (!source.value.file || !spec?.value || found.some(({ severity }) => severity === 'error')) return null;
  const { package: id, include: list = [] } = spec.value;
  const unusable = [
    ...refusedName(id, placeOf({ value: null, tree: source.value.file, path: [] }, 'package')),
    // A copy of it could stand on no Windows.
    ...refuseFiles([...source.value.files].map(([path, { text }]) => ({ path, text }))).map(({ file, refusal }) =>
      diagnose('resolve/reserved-name', refusal, startOf({ ...file, path: `${shown}/${file.path}` })),
    ),
  ];
  desk.diagnostics.push(...unusable);
  if (unusable.length > 0) return null;
  const include = gatherList(desk, base, { value: null, tree: source.value.file, path: [] }, list);
  const { files } = source.value;
  const other = desk.packages.get(id);
  if (other) {
    if (hashesOf(other.files) === hashesOf(files)) return id;
    const elsewhere = relative(desk.real, other.folder).split(sep).join('/');
    const message = `"${shown}" and "${elsewhere}" are both called "${id}", and are not the same.`;
    desk.diagnostics.push(diagnose('include/two-packages', message, span));
    return null;
  }
  const version = base.npm === null ? null : versionOf(base.npm);
  desk.packages.set(id, { id, folder: base.folder, version, at: base.at, include, files });
  return id;
}

function refusedName(id: string, span: Span): readonly Diagnostic[] {
  const refusal = refuseName(id, 'other');
  return refusal === null ? [] : [diagnose('resolve/reserved-name', refusal, span)];
}

function hashesOf(files: GatheredPackage['files']): string {
  return [...files]
    .map(([path, source]) => `${hashOfText(source)}  ${path}\n`)
    .sort()
    .join('');
}

type Place = Pick<Base, 'folder' | 'npm' | 'at'>;

/** As Node looks for a package: in node_modules of the folder, and of those above it. */
function placeOfPackage(from: string, name: string): Place | null {
  const [, npmName = '', below = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(name) ?? [];
  for (let folder = from; ; folder = dirname(folder)) {
    const npm = realPathOf(join(folder, 'node_modules', npmName));
    if (npm !== null) {
      const target = realPathOf(join(npm, below));
      return target === null ? null : { folder: target, npm, at: null };
    }
    if (dirname(folder) === folder) return null;
  }
}

function placeOfFolder(base: Base, written: string): Place | null {
  const folder = realPathOf(join(base.folder, written));
  const at = base.at === null ? null : ownFolder(base.at, written);
  return folder === null ? null : { folder, npm: base.npm, at };
}

function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** The version of an npm package, as its package.json says; null where that says none. */
function versionOf(npm: string): string | null {
  const { value: source } = readText(plainDisk, join(npm, 'package.json'), 'package.json', null);
  // JSON is YAML, and this reader is made for what strangers wrote.
  const version = source && memberOf(readYaml(source).value?.value, 'version');
  return typeof version === 'string' && /^[0-9A-Za-z.+-]{1,256}$/.test(version) ? version : null;
}
