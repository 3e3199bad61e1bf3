import { counted } from './counted.js';
import { styleText } from 'node:util';
import { positionOf, type Span } from '../source/source-file.js';
import { codeFrame } from './code-frame.js';
import { compareDiagnostics, type Diagnostic } from './diagnostic.js';
import { escapeHidden, safeText } from './terminal.js';

export type ReportFormat = 'pretty' | 'json' | 'github';
export const reportFormats: readonly ReportFormat[] = ['pretty', 'json', 'github'];

declare const forTerminal: unique symbol;
/** Diagnostics as text. Made here alone, out of quoted parts, colours and words of ours. */
export type ReportText = string & { readonly [forTerminal]: true };

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly color: boolean;
  /** How many diagnostics the formats for people show; json has all of them. */
  readonly limit: number;
}

/**
 * Diagnostics as text, in their total order, ending with a line end. Nothing of the input reaches a terminal or a
 * workflow log with a meaning of its own: control characters are shown as codes.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: ReportOptions): ReportText {
  return textOf(diagnostics, options) as ReportText;
}

function textOf(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  switch (options.format) {
    case 'json':
      return formatJson(sorted);
    case 'github':
      return sorted.slice(0, options.limit).map(formatCommand).join('');
    case 'pretty':
      return formatPretty(sorted, options);
  }
}

/** "2 errors, 1 warning"; an empty text when there is nothing. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return [plural(errors, 'error'), plural(warnings, 'warning')].filter((part) => part !== '').join(', ');
}

function plural(count: number, noun: string): string {
  return count === 0 ? '' : counted(count, noun);
}

/** Names in a sentence are as long as somebody wrote them. */
const longestSentence = 400;

/** The anchor of a code in docs/diagnostics.md. */
export function anchorOf(code: string): string {
  return code.replace('/', '-');
}

function placeOf(span: Span): string {
  const { line, column } = positionOf(span.source, span.start);
  return `${safeText(span.source.path)}:${line}:${column}`;
}

function formatPretty(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  if (diagnostics.length === 0) return '';
  const shown = diagnostics.slice(0, options.limit).map((diagnostic) => formatOne(diagnostic, options.color));
  const left = diagnostics.length - shown.length;
  const rest = left > 0 ? `, of which ${left} not shown` : '';
  return `${shown.join('\n')}\n${countDiagnostics(diagnostics)}${rest}\n`;
}

function formatOne(diagnostic: Diagnostic, color: boolean): string {
  const paint = (style: 'red' | 'yellow' | 'bold' | 'dim', text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const { severity, code } = diagnostic;
  const tone = severity === 'error' ? 'red' : 'yellow';
  const lines = [`${paint(tone, severity)}  ${paint('bold', code)}   ${placeOf(diagnostic.span)}`];
  lines.push(`  ${sentenceOf(diagnostic)}`);
  const frame = codeFrame(diagnostic.span).map((line) => `    ${/\| +\^+$/.test(line) ? paint(tone, line) : line}`);
  if (frame.length > 0) lines.push('', ...frame);
  lines.push('');
  for (const place of diagnostic.related) lines.push(`  ${safeText(place.message)} ${placeOf(place.span)}`);
  lines.push(paint('dim', `  see docs/diagnostics.md#${anchorOf(code)}`), '');
  return lines.join('\n');
}

function sentenceOf(diagnostic: Diagnostic): string {
  const { message, suggestions } = diagnostic;
  const meant = suggestions.map((text) => (/^['"]/.test(text) ? text : `"${text}"`));
  const text = meant.length > 0 ? `${message} Did you mean ${meant.join(' or ')}?` : message;
  return safeText(text.length > longestSentence ? `${text.slice(0, longestSentence)}...` : text);
}

function formatJson(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map((diagnostic) => ({
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    ...jsonPlace(diagnostic.span),
    related: diagnostic.related.map((place) => ({ message: place.message, ...jsonPlace(place.span) })),
    suggestions: diagnostic.suggestions,
  }));
  return escapeHidden(`${JSON.stringify({ diagnostics: rows }, null, 2)}\n`, 'json');
}

/** Lines and columns start at 1; the end is exclusive. */
function jsonPlace(span: Span): Record<string, string | number> {
  const start = positionOf(span.source, span.start);
  const end = positionOf(span.source, span.end);
  return {
    file: span.source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A workflow command of GitHub Actions, which makes an annotation at the line. */
function formatCommand(diagnostic: Diagnostic): string {
  const start = positionOf(diagnostic.span.source, diagnostic.span.start);
  const end = positionOf(diagnostic.span.source, diagnostic.span.end);
  const isOneLine = end.line === start.line;
  const properties = [
    `file=${escapeProperty(safeText(diagnostic.span.source.path))}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // Columns of a span over several lines would be taken for a range within one.
    ...(isOneLine ? [`col=${start.column}`, `endColumn=${Math.max(end.column, start.column + 1)}`] : []),
    `title=${escapeProperty(diagnostic.code)}`,
  ];
  return `::${diagnostic.severity} ${properties.join(',')}::${escapeData(sentenceOf(diagnostic))}\n`;
}

/** Escapes of the runner's command parser: actions/toolkit, docs/commands.md. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
