import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import { hasErrors, type Diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import { plainDisk, type Disk } from './disk.js';
import { listFiles, type Boundary } from './list-folder.js';
import { findPackages } from './find-packages.js';
import type { Project, YamlFile } from './project.js';
import { emptySpan, readText } from './read-text.js';
import { readErrorCodes } from './read-error-codes.js';
import { readNamedFiles } from './read-named.js';
import { memberOf, readIncludes, readYamlFile } from './read-includes.js';

/**
 * Reads a checklist from disk: the index, the group files it includes, and what is found by its place under checks/.
 * Every mistake of every file is reported. Null only when the index itself cannot be read; files that cannot be read
 * are left out and named in `unread`, so that the stages after this one can still say what they find in the others.
 */
export function loadProject(indexPath: string, disk: Disk = plainDisk): Result<Project | null> {
  const root = path.resolve(path.dirname(indexPath));
  const name = path.basename(indexPath);
  const boundary = boundaryOf(root, disk);
  const index = readYamlFile(boundary, name, null);
  if (!index.value) return { value: null, diagnostics: index.diagnostics };
  const listing = listFiles(boundary, 'checks');
  const packages = findPackages(boundary, index.value, listing.value.files);
  const sorted = sortFiles(listing.value.files.filter((shown) => !packages.value.files.has(shown)));
  const includes = readIncludes(boundary, index.value, listing.value.files);
  const recipes = readEach(sorted.recipes, (shown) => readYamlFile(boundary, shown, null));
  const facts = readEach(sorted.facts, (shown) => readYamlFile(boundary, shown, null));
  const bodies = readEach(sorted.bodies, (shown) => readText(disk, path.join(root, shown), shown, null));
  const errorCodes = readErrorCodes(boundary, index.value, listing.value.files);
  const translations = readNamedFiles(boundary, index.value, 'translations', listing.value.files);
  const messages = readNamedFiles(boundary, index.value, 'messages', listing.value.files);
  const { groups } = includes.value;
  const listed = new Set([...includes.value.listed, ...translations.value.listed, ...messages.value.listed]);
  const forgotten = sorted.groups.filter((shown) => shown !== name && !listed.has(shown));
  const tableName = memberOf(index.value.value, 'error-codes');
  const tables = listing.value.files.filter(
    (shown) =>
      shown.endsWith('.csv') &&
      !shown.startsWith('checks/scenarios/') &&
      !packages.value.files.has(shown) &&
      shown !== tableName,
  );
  const named = [translations, messages];
  const parts = [index, includes, packages, recipes, facts, bodies, errorCodes, ...named];
  // What is wrong with an included file is said at the include list.
  const found = listing.diagnostics.filter(({ span }) => !listed.has(span.source.path));
  // Where the index has a mistake, a file that it does not name may be the one it means.
  const isIndexSound = ![index, includes, errorCodes, ...named].some((part) => hasErrors(part.diagnostics));
  const idle = isIndexSound ? [...forgotten.map(notIncluded), ...tables.map(unusedTable)] : [];
  const diagnostics = [...found, ...parts.flatMap((part) => part.diagnostics), ...idle];
  const project: Project = {
    root,
    index: index.value,
    groups,
    packages: packages.value.packages,
    lock: packages.value.lock,
    recipes: recipes.files,
    facts: facts.files[0] ?? null,
    errorCodes: errorCodes.value,
    translations: translations.value.files,
    messages: messages.value.files,
    bodies: bodies.files,
    scenarios: sorted.scenarios,
    isSound: !hasErrors(diagnostics),
    unread: new Set([
      ...listing.value.unread,
      ...includes.value.unread,
      ...packages.value.unread,
      ...recipes.unread,
      ...facts.unread,
      ...bodies.unread,
    ]),
  };
  return { value: project, diagnostics };
}

/** A folder that is not there has no real path; reading the index then says so. */
function boundaryOf(root: string, disk: Disk): Boundary {
  try {
    return { disk, root, realRoot: disk.realPath(root) };
  } catch {
    return { disk, root, realRoot: root };
  }
}

interface SortedFiles {
  readonly groups: readonly string[];
  readonly recipes: readonly string[];
  readonly facts: readonly string[];
  readonly bodies: readonly string[];
  readonly scenarios: readonly string[];
}

/** The role that each file below checks/ has by its place and its extension. */
function sortFiles(files: readonly string[]): SortedFiles {
  const scenarios = files.filter((file) => file.startsWith('checks/scenarios/'));
  const others = files.filter((file) => !file.startsWith('checks/scenarios/'));
  const yaml = others.filter((file) => file.endsWith('.yaml'));
  const isRecipe = (file: string): boolean => file.startsWith('checks/recipes/');
  const isFacts = (file: string): boolean => file === 'checks/facts.yaml';
  return {
    groups: yaml.filter((file) => !isRecipe(file) && !isFacts(file)),
    recipes: yaml.filter(isRecipe),
    facts: yaml.filter(isFacts),
    bodies: others.filter((file) => file.endsWith('.ps1') || file.endsWith('.cmd')),
    scenarios,
  };
}

interface Readings<T> {
  readonly files: readonly T[];
  readonly unread: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function readEach<T extends YamlFile | SourceFile>(
  shown: readonly string[],
  read: (shown: string) => Result<T | null>,
): Readings<T> {
  const results = shown.map((file) => ({ file, ...read(file) }));
  return {
    files: results.flatMap(({ value }) => (value ? [value] : [])),
    unread: results.filter(({ value }) => !value).map(({ file }) => file),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

function notIncluded(shown: string): Diagnostic {
  return diagnose('load/not-included', `"${shown}" is not in the include list of the index.`, emptySpan(shown));
}

function unusedTable(shown: string): Diagnostic {
  return diagnose('load/unused-table', `Nothing names the table "${shown}".`, emptySpan(shown));
}
