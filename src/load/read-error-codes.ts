import path from 'node:path';
import type { Result } from '../diagnostics/diagnostic.js';
import { spanOf, type SourceTree } from '../source/source-tree.js';
import type { Boundary } from './list-folder.js';
import { readCsv } from './read-csv.js';
import { fromInclude, memberOf, refusePath } from './read-includes.js';
import { readText } from './read-text.js';

/**
 * Reads the table that the index names under `error-codes:`; null when it names none or the table cannot be read.
 * `known` are the files below checks/, for suggestions.
 */
export function readErrorCodes(
  boundary: Boundary,
  index: SourceTree,
  known: readonly string[],
): Result<SourceTree | null> {
  const written = memberOf(index.value, 'error-codes');
  // What is not text, or is empty, is for the schema to say.
  if (typeof written !== 'string' || written === '') return { value: null, diagnostics: [] };
  const at = spanOf(index, ['error-codes']);
  const refusal = refusePath(boundary, index, written, at, known, new Map(), '.csv');
  if (refusal) return { value: null, diagnostics: [refusal] };
  const text = readText(boundary.disk, path.join(boundary.root, written), written, at);
  if (text.value) return readCsv(text.value);
  return { value: null, diagnostics: text.diagnostics.map((diagnostic) => fromInclude(diagnostic, at)) };
}
