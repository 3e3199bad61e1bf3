import type { SourceFile, Span } from '../source/source-file.js';
import type { Diagnostic } from './diagnostic.js';

/** Says of every diagnostic in an included file where the file was included, so that a reader knows why it is read. */
export function addIncludeChain(
  diagnostics: readonly Diagnostic[],
  files: Iterable<{ readonly source: SourceFile; readonly includedAt: Span | null }>,
): Diagnostic[] {
  const places = new Map<SourceFile, Span>();
  for (const file of files) if (file.includedAt) places.set(file.source, file.includedAt);
  return diagnostics.map((diagnostic) => {
    const span = places.get(diagnostic.span.source);
    return span ? { ...diagnostic, related: [...diagnostic.related, { message: 'included from', span }] } : diagnostic;
  });
}
