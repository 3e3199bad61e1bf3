import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import { addIncludeChain } from '../diagnostics/include-chain.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import type { Span } from '../source/source-file.js';
import { keySpanOf, nodeAt, spanOf, type SourceTree } from '../source/source-tree.js';
import { isInside, type Boundary } from './list-folder.js';
import type { YamlFile } from './project.js';
import { diagnoseUnreadable, readText } from './read-text.js';
import { readYaml } from './read-yaml.js';

export interface Includes {
  readonly groups: readonly YamlFile[];
  /** Paths as the include list writes them, whether or not they could be read. */
  readonly listed: ReadonlySet<string>;
  readonly unread: readonly string[];
}

/** Reads the group files that the index includes. `known` are the files below checks/, for suggestions. */
export function readIncludes(boundary: Boundary, index: SourceTree, known: readonly string[]): Result<Includes> {
  const diagnostics: Diagnostic[] = [];
  const groups: YamlFile[] = [];
  const listed = new Set<string>();
  const unread: string[] = [];
  const firstAt = new Map<string, Span>();
  for (const { written, at } of includeEntries(index)) {
    listed.add(written);
    const refusal = refuseRole(written, at) ?? refusePath(boundary, index, written, at, known, firstAt);
    if (refusal) {
      diagnostics.push(refusal);
      unread.push(written);
      continue;
    }
    const file = readYamlFile(boundary, written, at);
    diagnostics.push(...file.diagnostics);
    if (file.value) {
      diagnostics.push(...addIncludeChain(findNestedInclude(index, file.value), [file.value]));
      groups.push(file.value);
    } else {
      unread.push(written);
    }
  }
  return { value: { groups, listed, unread }, diagnostics };
}

/** What has its role by its place is no group, whatever a list says: as one it would lack every key. */
function refuseRole(written: string, at: Span): Diagnostic | null {
  const file = path.posix.normalize(written);
  const [, role] = roles.find(([pattern]) => pattern.test(file)) ?? [];
  return role === undefined ? null : diagnose('load/not-a-group', `"${written}" is ${role}.`, at);
}

const roles: readonly (readonly [RegExp, string])[] = [
  [/^checks\/recipes\//, 'a recipe of the checklist already, by its place'],
  [/^checks\/facts\.yaml$/, 'the file of facts already, by its place'],
  [/^checks\/packages\//, 'part of a package: a package is included as "folder:" or "package:"'],
  [/^checks\/scenarios\//, 'among scenarios, where no groups are'],
];

function includeEntries(index: SourceTree): { written: string; at: Span }[] {
  const include = memberOf(index.value, 'include');
  if (!Array.isArray(include)) return [];
  return include.flatMap((written: unknown, position) => {
    const at = spanOf(index, ['include', position]);
    // What is not text, or is empty, is for the schema to say.
    return typeof written === 'string' && written !== '' ? [{ written, at }] : [];
  });
}

export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** The reason not to read an included path; null when it is a file of the checklist that is not read yet. */
export function refusePath(
  boundary: Boundary,
  index: SourceTree,
  written: string,
  at: Span,
  known: readonly string[],
  firstAt: Map<string, Span>,
  ending = '.yaml',
): Diagnostic | null {
  if (isOutsideByName(written)) return outside(written, at);
  try {
    const file = path.join(boundary.root, written);
    const real = boundary.disk.realPath(file);
    if (!isInside(boundary, file)) return outside(written, at);
    if (real === boundary.disk.realPath(path.join(boundary.root, index.source.path))) {
      return diagnose('load/include-circle', `"${written}" is the index itself, so it would include itself.`, at);
    }
    const first = firstAt.get(real);
    if (first) {
      const related = [{ message: 'included first at', span: first }];
      return diagnose('load/include-twice', `"${written}" is included twice.`, at, { related });
    }
    firstAt.set(real, at);
    return null;
  } catch (error) {
    const diagnostic = diagnoseUnreadable(error, written, at);
    return diagnostic.code === 'load/missing-file'
      ? { ...diagnostic, suggestions: suggestPaths(written, known, ending) }
      : diagnostic;
  }
}

function outside(written: string, at: Span): Diagnostic {
  return diagnose('load/include-outside', `"${written}" is outside the folder of the index.`, at);
}

function isOutsideByName(written: string): boolean {
  if (/[\u0000-\u001f]/.test(written)) return true;
  if (path.posix.isAbsolute(written) || path.win32.isAbsolute(written) || /^[A-Za-z]:/.test(written)) return true;
  const normal = path.posix.normalize(written.replaceAll('\\', '/'));
  return normal === '..' || normal.startsWith('../');
}

function suggestPaths(written: string, known: readonly string[], ending: string): string[] {
  const slashed = written.replaceAll('\\', '/');
  const files = known.filter((file) => file.endsWith(ending));
  return files.includes(slashed) ? [slashed] : suggestNames(slashed, files);
}

/** A group file has no include list: one that leads back is a circle, any other stands in the wrong file. */
function findNestedInclude(index: SourceTree, group: SourceTree): Diagnostic[] {
  if (!nodeAt(group, ['include'])) return [];
  const key = keySpanOf(group, ['include']);
  const own = [index.source.path, group.source.path];
  const back = includeEntries(group).find(({ written }) => own.includes(path.posix.normalize(written)));
  if (back) {
    const message = `"${group.source.path}" includes "${back.written}", which closes a circle.`;
    return [diagnose('load/include-circle', message, back.at)];
  }
  return [diagnose('load/include-nested', `"${group.source.path}" is not the index and cannot include files.`, key)];
}

/** Reads one YAML file of the checklist; `at` is the place that names it. */
export function readYamlFile(boundary: Boundary, shown: string, at: Span | null): Result<YamlFile | null> {
  const text = readText(boundary.disk, path.join(boundary.root, shown), shown, at);
  if (!text.value)
    return { value: null, diagnostics: text.diagnostics.map((diagnostic) => fromInclude(diagnostic, at)) };
  const tree = readYaml(text.value);
  return {
    value: tree.value && { ...tree.value, includedAt: at },
    diagnostics: addIncludeChain(tree.diagnostics, [{ source: text.value, includedAt: at }]),
  };
}

/** Mistakes of the bytes are found in a text of their own; a missing file is reported at the include list itself. */
export function fromInclude(diagnostic: Diagnostic, at: Span | null): Diagnostic {
  if (!at || diagnostic.span.source === at.source) return diagnostic;
  return { ...diagnostic, related: [...diagnostic.related, { message: 'included from', span: at }] };
}
