import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import type { Located } from '../source/located.js';
import { spanOf, type SourceTree } from '../source/source-tree.js';
import { describeIssue, type Form } from './describe-issue.js';
import { errorCodeSchema, type ErrorCodeSpec } from './schema.js';
import { definitionOf } from './schema-walk.js';

const form: Form = { noun: 'the table of error codes', schema: errorCodeSchema };

/**
 * The rows of a table that have the form of an error code; the others are reported and left out. A mistake in the
 * columns is reported once, at their names, and no row is looked at.
 * @param languages of the index, each of which may have a column.
 */
export function readErrorCodeRows(
  table: SourceTree,
  languages: readonly string[],
): Result<readonly Located<ErrorCodeSpec>[]> {
  const { columns, rows } = table.value as { readonly columns: readonly string[]; readonly rows: readonly unknown[] };
  const wrong = checkColumns(table, columns, languages);
  if (wrong.length > 0) return { value: [], diagnostics: wrong };
  const diagnostics: Diagnostic[] = [];
  const entries = rows.flatMap((row, position) => {
    const result = errorCodeSchema.safeParse(row);
    const path = ['rows', position];
    if (result.success) return [{ value: result.data, tree: table, path }];
    for (const issue of result.error.issues) {
      diagnostics.push(...describeIssue({ ...issue, path: [...path, ...issue.path] }, form, table));
    }
    return [];
  });
  return { value: entries, diagnostics };
}

function checkColumns(table: SourceTree, columns: readonly string[], languages: readonly string[]): Diagnostic[] {
  const shape = definitionOf(errorCodeSchema).shape ?? {};
  const known = [...new Set([...Object.keys(shape), ...languages])];
  const unknown = columns.flatMap((column, position) => {
    if (known.includes(column)) return [];
    const suggestions = suggestNames(column, known);
    const message = `"${column}" is not a column of the table of error codes.`;
    return [diagnose('spec/unknown-key', message, spanOf(table, ['columns', position]), { suggestions })];
  });
  const required = known.filter((name) => shape[name] && definitionOf(shape[name]).type !== 'optional');
  const missing = required
    .filter((name) => !columns.includes(name))
    .map((name) => {
      const message = `The table of error codes needs the column "${name}".`;
      return diagnose('spec/missing-key', message, { source: table.source, start: 0, end: 0 });
    });
  return [...unknown, ...missing];
}
