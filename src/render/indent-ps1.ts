import type { TracedLine } from './origin-map.js';

/**
 * Indents PowerShell by `columns`, except the inside and the end of here-strings, whose text is taken to the letter
 * and whose end must stand at the start of a line.
 */
export function indentPs1(lines: readonly TracedLine[], columns: number): readonly TracedLine[] {
  const margin = ' '.repeat(columns);
  let closing: string | null = null;
  return lines.map((line, index) => {
    if (closing) {
      if (line.text.startsWith(closing)) closing = null;
      return line;
    }
    const opened = /@(['"])\s*$/.exec(line.text);
    const end = opened && !line.text.trimStart().startsWith('#') ? `${opened[1]}@` : null;
    // A plain string can end in these characters too, but then no line begins with the end of a here-string.
    if (end && lines.slice(index + 1).some(({ text }) => text.startsWith(end))) closing = end;
    if (line.text === '') return line;
    return shift(line, margin);
  });
}

function shift({ text, origin }: TracedLine, margin: string): TracedLine {
  return { text: margin + text, origin: origin && { ...origin, shift: origin.shift + margin.length } };
}
