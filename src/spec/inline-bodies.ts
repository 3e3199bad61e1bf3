import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { editions, phases } from '../ir/catalog.js';
import { nodeAt } from '../source/source-tree.js';
import type { CheckSpec } from './schema.js';
import { keyPlaceOf, type Located } from '../source/located.js';

/** Lines that an inline body may have. */
export const longestInlineBody = 6;

/**
 * The rules of inline bodies that a schema cannot see: how they are written, and how long they are. They stand in spec
 * because an author meets them as part of the format.
 */
export function checkInlineBodies(check: Located<CheckSpec>, group: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const phase of phases) {
    const step = check.value[phase];
    if (typeof step !== 'object') continue;
    for (const edition of editions) {
      const text = step[edition];
      if (text === undefined) continue;
      const span = keyPlaceOf(check, phase, edition);
      const node = nodeAt(check.tree, [...check.path, phase, edition]);
      if (node?.style !== 'literal') {
        diagnostics.push(diagnose('spec/body-style', `The body "${edition}" is not written as a "|" block.`, span));
        continue;
      }
      const lines = text.trimEnd().split('\n').length;
      if (lines <= longestInlineBody) continue;
      const file = `checks/${group}/${check.value.id}.${phase}.${edition}`;
      const message = `The body "${edition}" has ${lines} lines, more than ${longestInlineBody}; its place is ${file}.`;
      diagnostics.push(diagnose('spec/body-too-long', message, span));
    }
  }
  return diagnostics;
}
