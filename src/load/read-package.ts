import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { sha256 } from '../bytes/sha256.js';
import { copiedPackages } from '../source/copied-packages.js';
import type { SourceFile } from '../source/source-file.js';
import { plainDisk } from './disk.js';
import { isInside, listFiles, type Boundary } from './list-folder.js';
import type { PackageFiles, YamlFile } from './project.js';
import { readYaml } from './read-yaml.js';
import { emptySpan, readText } from './read-text.js';

export const lockFile = `${copiedPackages}/lock.yaml`;
/** The file that makes a folder a package. */
export const packageFile = 'recipes.yaml';

type Part = 'package' | 'recipe' | 'facts' | 'words' | 'body' | 'scenario' | 'licence';

/**
 * What each file of a package is by its path in it. All are in lower case but for tags of languages, of which spec has one spelling,
 * and licences: no two names differ by case alone, and none leads elsewhere.
 */
const parts: readonly (readonly [RegExp, Part])[] = [
  [/^recipes\.yaml$/, 'package'],
  [/^facts\.yaml$/, 'facts'],
  [/^recipes\/[a-z0-9-]+\.yaml$/, 'recipe'],
  [/^recipes\/[a-z0-9-]+\.(?:detect|repair|collect)\.(?:ps1|cmd)$/, 'body'],
  [/^words\/[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?\.yaml$/, 'words'],
  [
    /^scenarios\/(?:windows\.(?:ps1|cmd)|[a-z0-9-]+\/[a-z0-9-]+\.(?:(?:pass|fail|unknown)\.(?:ps1|json|cmd)|collect\.ps1))$/,
    'scenario',
  ],
  [/^(?:LICENSE|LICENSE\.md|LICENSE\.txt|NOTICE)$/, 'licence'],
];

/** Folders of a package in which every file is a part of it. */
export const packageFolders = ['recipes', 'scenarios', 'words'] as const;
/** Files beside these folders that a package may have. */
export const packageFiles = [packageFile, 'facts.yaml', 'LICENSE', 'LICENSE.md', 'LICENSE.txt', 'NOTICE'] as const;

/** What a file of a package is; null for one that is no part of it. @param file path in the package. */
export function partOf(file: string): Part | null {
  return parts.find(([pattern]) => pattern.test(file))?.[1] ?? null;
}

/** SHA-256 of a text as UTF-8 with LF line ends and no byte order mark, so that a checkout of Git cannot change it. */
export function hashOfText({ text }: SourceFile): string {
  return sha256(Buffer.from(text, 'utf8'));
}

/**
 * Reads a package that lies in a checklist. Whether it is what the lock says, resolve looks.
 * @param at its folder, relative to the root; @param files paths of all that lies in it, likewise.
 * @param isOwn whether its author edits it there: then files that belong to no package, such as a README, may lie beside it.
 */
export function readPackage(
  boundary: Boundary,
  at: string,
  files: readonly string[],
  isOwn: boolean,
): Result<PackageFiles & { readonly unread: readonly string[] }> {
  const diagnostics: Diagnostic[] = [];
  const unread: string[] = [];
  const sources = new Map<string, SourceFile>();
  for (const shown of files) {
    const file = shown.slice(at.length + 1);
    if (partOf(file) === null) {
      const isBeside = isOwn && !packageFolders.some((folder) => file.startsWith(`${folder}/`));
      if (!isBeside) diagnostics.push(notAPart(shown, file));
      continue;
    }
    const read = readText(boundary.disk, path.join(boundary.root, shown), shown, null);
    diagnostics.push(...read.diagnostics);
    if (read.value) sources.set(file, read.value);
    else unread.push(shown);
  }
  const yaml = (source: SourceFile): YamlFile[] => {
    const tree = readYaml(source);
    diagnostics.push(...tree.diagnostics);
    if (!tree.value) unread.push(source.path);
    return tree.value ? [{ ...tree.value, includedAt: null }] : [];
  };
  const of = (part: Part): SourceFile[] =>
    [...sources].flatMap(([file, source]) => (partOf(file) === part ? [source] : []));
  const words = of('words').map(
    (source) => [path.posix.basename(source.path, '.yaml'), yaml(source)[0] ?? null] as const,
  );
  const value = {
    at,
    isOwn,
    file: of('package').flatMap(yaml)[0] ?? null,
    recipes: of('recipe').flatMap(yaml),
    facts: of('facts').flatMap(yaml)[0] ?? null,
    translations: new Map(words),
    bodies: of('body'),
    scenarios: of('scenario').map((source) => source.path),
    files: new Map([...sources].map(([file, source]) => [file, { source, sha256: hashOfText(source) }] as const)),
    unread,
  };
  return { value, diagnostics };
}

export interface PackageSource {
  /** recipes.yaml; null where it is missing or cannot be read. */
  readonly file: YamlFile | null;
  /** What belongs to the package, by its path in it. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** Files that a package may have: hundreds are many. */
const maximumFiles = 2000;

/**
 * Reads a package where it comes from. What lies there and is no part of it, such as a README or node_modules, is not looked at.
 * @param folder its real path; @param shown what people call it.
 */
export function readSource(folder: string, shown: string): Result<PackageSource> {
  const boundary = { disk: plainDisk, root: folder, realRoot: folder };
  const listings = packageFolders.map((each) => listFiles(boundary, each));
  const diagnostics = listings.flatMap((each) => each.diagnostics.map((found) => belowShown(found, shown)));
  const listed = listings.flatMap(({ value }) => value.files);
  const names = new Set(plainDisk.list(folder).map(({ name }) => name));
  const beside = packageFiles.filter((each) => names.has(each));
  if (listed.length > maximumFiles) {
    const message = `"${shown}" has ${listed.length} files, and a package has at most ${maximumFiles}.`;
    return {
      value: { file: null, files: new Map() },
      diagnostics: [diagnose('load/package-file', message, emptySpan(shown))],
    };
  }
  const files = new Map<string, SourceFile>();
  for (const file of [...beside, ...listed]) {
    const name = `${shown}/${file}`;
    if (partOf(file) === null) {
      diagnostics.push(notAPart(name, file));
      continue;
    }
    // A link among the files beside the folders could lead anywhere.
    const real = path.join(folder, file);
    const read = isInside(boundary, real)
      ? readText(plainDisk, real, name, null)
      : {
          value: null,
          diagnostics: [
            diagnose('load/include-outside', `"${name}" is a link to a place outside the package.`, emptySpan(name)),
          ],
        };
    diagnostics.push(...read.diagnostics);
    if (read.value) files.set(file, read.value);
  }
  const source = files.get(packageFile);
  const tree = source && readYaml(source);
  diagnostics.push(...(tree?.diagnostics ?? []));
  return { value: { file: tree?.value ? { ...tree.value, includedAt: null } : null, files }, diagnostics };
}

/** A listing speaks of paths in the folder. */
function belowShown(found: Diagnostic, shown: string): Diagnostic {
  const { source } = found.span;
  return { ...found, span: { ...found.span, source: { ...source, path: `${shown}/${source.path}` } } };
}

/** @param shown where the file lies, for people; @param file its path in the package. */
export function notAPart(shown: string, file: string): Diagnostic {
  return diagnose('load/package-file', `No package has a file called "${file}".`, emptySpan(shown));
}
