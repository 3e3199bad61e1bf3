import { ModelError } from './expand.js';

/** What cmd.exe refuses when it parses: it says so on handle 2 and ends the script. */
export class SyntaxFault extends Error {}

export interface Redirection {
  readonly handle: number;
  readonly how: '>' | '>>' | '<' | '>&';
  readonly target: string;
}

export type Condition =
  | { readonly kind: 'errorlevel' | 'exist' | 'defined'; readonly operand: string }
  | { readonly kind: 'compare'; readonly left: string; readonly operator: string; readonly right: string };

export type Node =
  | { readonly kind: 'simple'; readonly text: string; readonly redirections: readonly Redirection[] }
  | { readonly kind: 'block'; readonly nodes: readonly Node[]; readonly redirections: readonly Redirection[] }
  | { readonly kind: 'chain'; readonly operator: '&' | '&&' | '||' | '|'; readonly left: Node; readonly right: Node }
  | {
      readonly kind: 'if';
      readonly not: boolean;
      readonly ignoreCase: boolean;
      readonly condition: Condition;
      readonly then: Node;
      readonly otherwise: Node | null;
    }
  | {
      readonly kind: 'for';
      readonly way: '' | '/f' | '/l';
      readonly options: string;
      readonly variable: string;
      readonly set: string;
      readonly body: Node;
    };

const delimiter = /[\s,;=]/;

/**
 * Phase 2: one command line with all lines of the blocks that it opens, after phase 1. Everything is parsed before any
 * of it runs, so that a variable which is empty now is empty for all of it.
 * @param more gives the next line, expanded; null at the end of the file.
 * @returns null for a line with nothing to run: a label, a comment, a blank.
 */
export function parseLine(first: string, more: () => string | null): Node | null {
  let text = first;
  let at = 0;
  const rest = (): string => text.slice(at);
  const blanks = (): void => {
    while (at < text.length && delimiter.test(text[at] as string)) at++;
  };
  const word = (): string => /^[^\s,;=()&|<>"]*/.exec(rest())?.[0].toLowerCase() ?? '';
  const nextLine = (): boolean => {
    const line = more();
    if (line === null) return false;
    text = line;
    at = 0;
    return true;
  };

  const unexpected = (what: string): SyntaxFault => new SyntaxFault(`${what} was unexpected at this time: ${text}`);
  const incorrect = (): SyntaxFault => new SyntaxFault(`The syntax of the command is incorrect: ${text}`);

  function chain(depth: number, level = 0): Node {
    const operators = ['&', '||', '&&', '|'] as const;
    const operator = operators[level];
    if (operator === undefined) return command(depth);
    let left = chain(depth, level + 1);
    for (;;) {
      while (text[at] === ' ' || text[at] === '\t') at++;
      const found = /^(?:\|\||&&|\||&)/.exec(rest())?.[0];
      if (found !== operator) return left;
      at += operator.length;
      while (text[at] === ' ' || text[at] === '\t') at++;
      if (rest() === '' || (depth > 0 && rest().startsWith(')'))) {
        if (operator === '&') return left;
        throw incorrect();
      }
      left = { kind: 'chain', operator, left, right: chain(depth, level + 1) };
    }
  }

  function command(depth: number): Node {
    blanks();
    while (text[at] === '@') at++;
    blanks();
    if (rest().startsWith(':')) throw new ModelError(`a label inside a command: ${text}`);
    if (rest().startsWith('(')) return block(depth);
    const name = word();
    if (name === 'if') return condition(depth);
    if (name === 'for') return loop(depth);
    if (name === 'rem') {
      at = text.length;
      return { kind: 'simple', text: 'rem', redirections: [] };
    }
    return simple(depth);
  }

  function block(depth: number): Node {
    at++;
    const nodes: Node[] = [];
    for (;;) {
      blanks();
      if (rest() === '') {
        if (!nextLine()) throw incorrect();
        if (/^\s*:/.test(text)) throw new ModelError(`a label inside a block: ${text}`);
        continue;
      }
      if (rest().startsWith(')')) break;
      if (word() === 'rem') at = text.length;
      else nodes.push(chain(depth + 1));
    }
    at++;
    if (nodes.length === 0) throw unexpected(')');
    const redirections: Redirection[] = [];
    while (/^[ \t]*\d?[<>]/.test(rest())) {
      while (text[at] === ' ' || text[at] === '\t') at++;
      const digit = /^\d/.exec(rest())?.[0];
      if (digit !== undefined) at++;
      redirections.push(redirection(digit));
    }
    return { kind: 'block', nodes, redirections };
  }

  /** A word up to the next delimiter outside quotation marks, carets taken out. */
  function operand(): string {
    blanks();
    let made = '';
    let quoted = false;
    for (; at < text.length; at++) {
      const character = text[at] as string;
      if (character === '"') quoted = !quoted;
      else if (!quoted && delimiter.test(character)) break;
      else if (!quoted && /[&|<>()]/.test(character)) throw unexpected(character);
      else if (!quoted && character === '^') at++;
      made += text[at] ?? '';
    }
    return made;
  }

  function condition(depth: number): Node {
    at += 2;
    let not = false;
    let ignoreCase = false;
    for (;;) {
      blanks();
      if (word() === '/i') ignoreCase = true;
      else if (word() === 'not') not = true;
      else break;
      at += word().length;
    }
    const name = word();
    let test: Condition;
    if (name === 'errorlevel' || name === 'exist' || name === 'defined') {
      at += name.length;
      const given = operand();
      if (given === '') throw incorrect();
      test = { kind: name, operand: given };
    } else {
      const left = operand();
      if (left === '') throw incorrect();
      while (text[at] === ' ' || text[at] === '\t') at++;
      let operator: string;
      if (rest().startsWith('==')) {
        operator = '==';
        at += 2;
      } else {
        operator = word();
        if (operator === '') throw incorrect();
        if (!['equ', 'neq', 'lss', 'leq', 'gtr', 'geq'].includes(operator)) throw unexpected(operator);
        at += operator.length;
      }
      const right = operand();
      if (right === '') throw incorrect();
      test = { kind: 'compare', left, operator, right };
    }
    blanks();
    if (rest() === '' || (depth > 0 && rest().startsWith(')'))) throw incorrect();
    const isBlock = rest().startsWith('(');
    const then = chain(depth);
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (isBlock && word() === 'else') {
      at += 4;
      blanks();
      return { kind: 'if', not, ignoreCase, condition: test, then, otherwise: chain(depth) };
    }
    return { kind: 'if', not, ignoreCase, condition: test, then, otherwise: null };
  }

  function loop(depth: number): Node {
    const head = /^for\s+(?:(\/[fl])\s+)?(?:"([^"]*)"\s+)?%([A-Za-z])\s+in\s*\(/i.exec(rest());
    if (!head) throw new ModelError(`a loop that the model does not know: ${text}`);
    at += head[0].length;
    let set = '';
    let quoted = false;
    for (; ; at++) {
      const character = text[at];
      if (character === undefined) throw new ModelError(`the set of a loop that does not end: ${text}`);
      if (character === '"') quoted = !quoted;
      else if (!quoted && character === ')') break;
      else if (!quoted && character === '^') at++;
      else if (!quoted && /[&|<>]/.test(character)) throw unexpected(character);
      set += text[at];
    }
    at++;
    blanks();
    if (word() !== 'do') throw unexpected(word() || 'do');
    at += 2;
    blanks();
    if (rest() === '') throw incorrect();
    const body = chain(depth);
    const way = (head[1] ?? '').toLowerCase() as '' | '/f' | '/l';
    return { kind: 'for', way, options: head[2] ?? '', variable: head[3] as string, set: set.trim(), body };
  }

  function redirection(digit: string | undefined): Redirection {
    const sign = /^(?:>>|>&|>|<)/.exec(rest())?.[0] as Redirection['how'];
    at += sign.length;
    const handle = digit === undefined ? (sign === '<' ? 0 : 1) : Number(digit);
    if (sign === '>&') {
      const target = text[at++] ?? '';
      if (!/[12]/.test(target)) throw unexpected('&');
      return { handle, how: sign, target };
    }
    const target = operandOfRedirection();
    if (target === '') throw incorrect();
    return { handle, how: sign, target };
  }

  function operandOfRedirection(): string {
    while (text[at] === ' ' || text[at] === '\t') at++;
    let made = '';
    let quoted = false;
    for (; at < text.length; at++) {
      const character = text[at] as string;
      if (character === '"') quoted = !quoted;
      else if (!quoted && /[\s&|<>()]/.test(character)) break;
      made += character;
    }
    return made;
  }

  function simple(depth: number): Node {
    const redirections: Redirection[] = [];
    let made = '';
    let quoted = false;
    while (at < text.length) {
      const character = text[at] as string;
      if (quoted) {
        quoted = character !== '"';
        made += character;
        at++;
        continue;
      }
      if (character === '&' || character === '|' || (character === ')' && depth > 0)) break;
      if (character === '<' || character === '>') {
        const digit = /(?:^|[\s,;="])(\d)$/.exec(made)?.[1];
        if (digit !== undefined) made = made.slice(0, -1);
        redirections.push(redirection(digit));
        continue;
      }
      if (character === '^') {
        at++;
        if (at >= text.length) throw new ModelError(`a line that goes on behind a caret: ${text}`);
      } else quoted = character === '"';
      made += text[at] as string;
      at++;
    }
    if (made.trim() === '' && redirections.length === 0) throw unexpected(text[at] ?? 'the end');
    return { kind: 'simple', text: made.trimStart(), redirections };
  }

  blanks();
  if (rest() === '' || rest().startsWith(':')) return null;
  const node = chain(0);
  blanks();
  if (rest() !== '') throw unexpected(rest());
  return node;
}
