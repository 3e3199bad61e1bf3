import { positionOf, type Span } from '../source/source-file.js';

export type Severity = 'error' | 'warning';

/** Something about our input, at a place a person can edit. (What a script says of a PC is a finding.) */
export interface Diagnostic {
  /** Stable slug, first part names the stage: "spec/unknown-key". Registered in codes.ts. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, names quoted as the author wrote them. No advice. */
  readonly message: string;
  readonly span: Span;
  /** Other places that explain it, such as the first definition or the include chain. */
  readonly related: readonly RelatedPlace[];
  /** Concrete edits, best first, such as a name that was probably meant. */
  readonly suggestions: readonly string[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** A stage's result: what it made, and what it has to say. A stage never throws for a user's mistake. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** A total order: file, line, column, code, message. So two runs print the same text. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const placeA = positionOf(a.span.source, a.span.start);
  const placeB = positionOf(b.span.source, b.span.start);
  return (
    compareText(a.span.source.path, b.span.source.path) ||
    placeA.line - placeB.line ||
    placeA.column - placeB.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
