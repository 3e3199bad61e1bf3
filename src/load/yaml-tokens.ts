import { CST, Lexer, Parser } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { firstLineOf } from '../source/source-tree.js';
import type { SourceFile, Span } from '../source/source-file.js';

/** Levels of nesting that a file may have. The deepest real path, a step's argument, has nine. */
export const maximumDepth = 32;

/** Block indicators (`-`, `?`, `:`) on one line. More could only nest deeper than is allowed, or be wrong. */
const maximumIndicators = maximumDepth;

export interface YamlTokens {
  /** The tokens of the first document; null when they are too deeply nested to be looked at. */
  readonly tokens: readonly CST.Token[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

type Feature = 'alias' | 'tag';

/**
 * Splits YAML text into the tokens of its first document and reports what a checklist may not use: anchors, aliases,
 * tags, further documents, deep nesting. This stands before composing because the library composes by recursion, and
 * a stack that overflows there can end the process; lexer and parser keep their own stacks.
 */
export function readTokens(source: SourceFile): YamlTokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const places: Record<Feature, Span[]> = { alias: [], tag: [] };
  const lines = new LineShape();
  let offset = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    const type = lines.take(lexeme);
    const span = { source, start: offset, end: offset + lexeme.length };
    if (type === 'anchor' || type === 'alias') places.alias.push(span);
    if (type === 'tag') places.tag.push(span);
    if (lines.isTooDeep()) return { tokens: null, diagnostics: [tooDeep({ ...span, end: span.start + 1 })] };
    tokens.push(...parser.next(lexeme));
    offset += isMarker(lexeme) ? 0 : lexeme.length;
  }
  tokens.push(...parser.end());
  const deep = findDeepToken(tokens);
  if (deep !== null) return { tokens: null, diagnostics: [tooDeep({ source, start: deep, end: deep + 1 })] };
  const first = firstDocument(tokens, source);
  return { tokens: first.tokens, diagnostics: [...featureDiagnostics(places), ...first.diagnostics] };
}

/** Follows flow nesting and indicators from lexeme to lexeme; its state is the reason for the class. */
class LineShape {
  #flow = 0;
  #indicators = 0;
  #scalarFollows = false;

  /** The type of the next lexeme; null for the text of a plain or block scalar. */
  take(lexeme: string): CST.TokenType | null {
    if (this.#scalarFollows) {
      this.#scalarFollows = false;
      if (lexeme.includes('\n')) this.#indicators = 0;
      return null;
    }
    const type = CST.tokenType(lexeme);
    if (type === 'scalar') this.#scalarFollows = true;
    if (type === 'newline') this.#indicators = 0;
    if (type === 'flow-map-start' || type === 'flow-seq-start') this.#flow += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') this.#flow -= 1;
    if (type === 'flow-error-end') this.#flow = 0;
    if (this.#flow <= 0 && isIndicator(type)) this.#indicators += 1;
    return type;
  }

  isTooDeep(): boolean {
    return this.#flow > maximumDepth || this.#indicators > maximumIndicators;
  }
}

function isIndicator(type: CST.TokenType | null): boolean {
  return type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind';
}

/** Lexemes that the lexer adds to the text; the text itself has no control characters. */
function isMarker(lexeme: string): boolean {
  return lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR;
}

function tooDeep(span: Span): Diagnostic {
  return diagnose('load/yaml-depth', `The file is nested more than ${maximumDepth} levels deep here.`, span);
}

/** The offset of a token that lies too deep, found without recursion; null when there is none. */
function findDeepToken(tokens: readonly CST.Token[]): number | null {
  const left: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = left.pop(); next; next = left.pop()) {
    const { token, depth } = next;
    if (depth > maximumDepth) return token.offset;
    if (token.type === 'document' && token.value) left.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key) left.push({ token: item.key, depth: depth + 1 });
      if (item.value) left.push({ token: item.value, depth: depth + 1 });
    }
  }
  return null;
}

/** One diagnostic for a feature however often it is used: it is one decision to undo. */
function featureDiagnostics(places: Readonly<Record<Feature, readonly Span[]>>): Diagnostic[] {
  const [alias] = places.alias;
  const [tag] = places.tag;
  const diagnostics: Diagnostic[] = [];
  if (alias) {
    const written = textOf(alias);
    const kind = written.startsWith('&') ? 'an anchor' : 'an alias';
    const message = `"${written}" is ${kind}, which a checklist cannot use${andMore(places.alias.length)}.`;
    diagnostics.push(diagnose('load/yaml-alias', message, alias));
  }
  if (tag) {
    const message = `"${textOf(tag)}" is a YAML tag, which a checklist cannot use${andMore(places.tag.length)}.`;
    diagnostics.push(diagnose('load/yaml-tag', message, tag));
  }
  return diagnostics;
}

function andMore(count: number): string {
  return count > 1 ? ` (${count} places in this file)` : '';
}

function textOf(span: Span): string {
  return span.source.text.slice(span.start, span.end);
}

function firstDocument(
  tokens: readonly CST.Token[],
  source: SourceFile,
): { tokens: CST.Token[]; diagnostics: Diagnostic[] } {
  const documents = tokens.filter((token) => token.type === 'document');
  const second = documents[1];
  if (!second) return { tokens: [...tokens], diagnostics: [] };
  const message = `A second YAML document starts here; a file holds one (${documents.length} in this file).`;
  // Behind "..." a document needs no "---", and may be a character at the end.
  const span = firstLineOf({ source, start: second.offset, end: Math.min(second.offset + 3, source.text.length) });
  return {
    tokens: tokens.slice(0, tokens.indexOf(second)),
    diagnostics: [diagnose('load/yaml-documents', message, span)],
  };
}
