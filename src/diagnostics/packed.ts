import type { SourceFile, Span } from '../source/source-file.js';
import type { Diagnostic, RelatedPlace } from './diagnostic.js';

/** Diagnostics as JSON can carry them: each text that they point into stands there once. */
export interface PackedDiagnostics {
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly PackedDiagnostic[];
}

type PackedDiagnostic = Omit<Diagnostic, 'span' | 'related'> & {
  readonly span: PackedSpan;
  readonly related: readonly (Omit<RelatedPlace, 'span'> & { readonly span: PackedSpan })[];
};

/** Number of the source, start and end. */
type PackedSpan = readonly [source: number, start: number, end: number];

export function packDiagnostics(diagnostics: readonly Diagnostic[]): PackedDiagnostics {
  const numbers = new Map<SourceFile, number>();
  const spanOf = ({ source, start, end }: Span): PackedSpan => {
    const number = numbers.get(source) ?? numbers.size;
    numbers.set(source, number);
    return [number, start, end];
  };
  const packed = diagnostics.map(({ code, severity, message, span, related, suggestions }) => ({
    code,
    severity,
    message,
    span: spanOf(span),
    related: related.map((place) => ({ message: place.message, span: spanOf(place.span) })),
    suggestions,
  }));
  return { sources: [...numbers.keys()].map(({ path, text }) => ({ path, text })), diagnostics: packed };
}

/**
 * The inverse, of what may be anything.
 * @returns null for what `packDiagnostics` did not make.
 */
export function unpackDiagnostics(packed: unknown): readonly Diagnostic[] | null {
  if (!isObject(packed) || !Array.isArray(packed['sources']) || !Array.isArray(packed['diagnostics'])) return null;
  const sources: readonly unknown[] = packed['sources'];
  if (!sources.every(isSource)) return null;
  const diagnostics = packed['diagnostics'].map((each: unknown) => diagnosticOf(each, sources));
  return diagnostics.every((each) => each !== null) ? diagnostics : null;
}

function diagnosticOf(packed: unknown, sources: readonly SourceFile[]): Diagnostic | null {
  if (!isObject(packed)) return null;
  const { code, severity, message, suggestions } = packed;
  const place = placeOf(packed, sources);
  const related = Array.isArray(packed['related'])
    ? packed['related'].map((each: unknown) => placeOf(each, sources))
    : [null];
  if (typeof code !== 'string' || typeof message !== 'string' || !place) return null;
  if (severity !== 'error' && severity !== 'warning') return null;
  if (!isTexts(suggestions) || !related.every((each) => each !== null)) return null;
  return { code, severity, message, span: place.span, related, suggestions };
}

function placeOf(packed: unknown, sources: readonly SourceFile[]): RelatedPlace | null {
  if (!isObject(packed) || typeof packed['message'] !== 'string' || !Array.isArray(packed['span'])) return null;
  const [number, start, end]: readonly unknown[] = packed['span'];
  const source = typeof number === 'number' ? sources[number] : undefined;
  if (!source || !isOffset(start, source) || !isOffset(end, source) || end < start) return null;
  return { message: packed['message'], span: { source, start, end } };
}

function isOffset(value: unknown, { text }: SourceFile): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= text.length + 1;
}

function isSource(value: unknown): value is SourceFile {
  return isObject(value) && typeof value['path'] === 'string' && typeof value['text'] === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
