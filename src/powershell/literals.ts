import type { Node } from './parse-ps1.js';

/** What an argument is by what stands there; "unknown" where only a run can say. */
export type Literal =
  /** `value` is null for a text in double quotes that holds variables. */
  | { readonly kind: 'text'; readonly value: string | null }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'table' | 'block' | 'nothing' | 'unknown' }
  /** Items that a comma or @( ) makes; null where their number does not show. */
  | { readonly kind: 'list'; readonly items: readonly Literal[] | null };

/** An argument of a command, or a value of a table, as it is written. */
export function literalOf(node: Node): Literal {
  if (node.type === 'array_literal_expression' && node.namedChildCount > 1)
    return { kind: 'list', items: node.namedChildren.flatMap((item) => (item ? [literalIn(item.text)] : [])) };
  const commas = node.descendantsOfType('array_literal_expression')[0];
  if (commas && commas.text === node.text.trim() && commas.namedChildCount > 1) return literalOf(commas);
  return literalIn(node.text.trim(), node.type === 'generic_token');
}

/** @param isBare whether it stands where a word without quotes is a text. */
function literalIn(text: string, isBare = false): Literal {
  const single = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
  if (single !== undefined) return { kind: 'text', value: single.replaceAll("''", "'") };
  const double = /^"((?:[^"`]|`.|"")*)"$/s.exec(text)?.[1];
  if (double !== undefined) return { kind: 'text', value: /[$`"]/.test(double) ? null : double };
  if (/^[+-]?(?:\d+(?:\.\d+)?|0x[0-9a-f]+)(?:[kmgtp]b|l)?$/i.test(text))
    return { kind: 'number', value: numberOf(text) };
  if (/^\$(?:true|false)$/i.test(text)) return { kind: 'flag', value: /true/i.test(text) };
  if (/^\$null$/i.test(text)) return { kind: 'nothing' };
  if (/^@\{.*\}$/s.test(text)) return { kind: 'table' };
  if (/^\{.*\}$/s.test(text)) return { kind: 'block' };
  if (/^@\(.*\)$/s.test(text)) return { kind: 'list', items: null };
  return isBare && !/[$()@{}"'`]/.test(text) ? { kind: 'text', value: text } : { kind: 'unknown' };
}

const multiples: Readonly<Record<string, number>> = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

function numberOf(text: string): number {
  const [, sign = '', digits = '', unit = ''] = /^([+-]?)(0x[0-9a-f]+|[\d.]+)([kmgtp]b|l)?$/i.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * Number(digits) * (multiples[unit.toLowerCase()] ?? 1);
}

/** The name in lower case of the variable that a text is and nothing besides, such as "$Key" or "${key}"; null for any other. */
export function variableIn(text: string): string | null {
  return /^\$\{?(\w+)\}?$/.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}
