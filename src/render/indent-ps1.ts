import { rowsInStrings } from '../powershell/read-ps1.js';
import type { Text } from '../source/memoize.js';
import type { TracedLine } from './origin-map.js';

/**
 * Indents the lines of a PowerShell text by `columns`, except those that begin inside a string: what stands there is
 * part of a value, and the end of a here-string must stand at the start of a line.
 */
export function indentPs1(source: Text, lines: readonly TracedLine[], columns: number): readonly TracedLine[] {
  const margin = ' '.repeat(columns);
  const kept = rowsInStrings(source);
  return lines.map((line, row) => (line.text === '' || kept.has(row) ? line : shift(line, margin)));
}

function shift({ text, origin }: TracedLine, margin: string): TracedLine {
  return { text: margin + text, origin: origin && { ...origin, shift: origin.shift + margin.length } };
}
