import { spanOf, type SourceTree } from '../source/source-tree.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Boundary } from './list-folder.js';
import type { YamlFile } from './project.js';
import { memberOf, readYamlFile, refusePath } from './read-includes.js';

/** Files of one kind that the index names by language. */
export interface NamedFiles {
  /** Null for a file that cannot be read. */
  readonly files: ReadonlyMap<string, YamlFile | null>;
  /** Paths as the index writes them, whether or not they could be read. */
  readonly listed: readonly string[];
}

/**
 * Reads the YAML files that the index names below a key, `{ de: checks/words/de.yaml }`. `known` are the files below checks/,
 * for suggestions.
 */
export function readNamedFiles(
  boundary: Boundary,
  index: SourceTree,
  key: 'translations' | 'messages',
  known: readonly string[],
): Result<NamedFiles> {
  const named = memberOf(index.value, key);
  // What is no map of texts is for the schema to say.
  const entries = typeof named === 'object' && named !== null && !Array.isArray(named) ? Object.entries(named) : [];
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, YamlFile | null>();
  const listed: string[] = [];
  const firstAt = new Map();
  for (const [language, written] of entries as [string, unknown][]) {
    if (typeof written !== 'string' || written === '') continue;
    const at = spanOf(index, [key, language]);
    listed.push(written);
    const refusal = refusePath(boundary, index, written, at, known, firstAt);
    const file = refusal ? { value: null, diagnostics: [refusal] } : readYamlFile(boundary, written, at);
    diagnostics.push(...file.diagnostics);
    files.set(language, file.value);
  }
  return { value: { files, listed }, diagnostics };
}
