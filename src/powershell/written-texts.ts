import { variableIn } from './literals.js';
import { nodesInTree, type Node } from './parse-ps1.js';

/**
 * Stands in a text for what only a run knows, such as `$Name` in double quotes. A NUL, which no text of a body holds.
 */
export const unknownPart = '\u0000';

/**
 * The texts that an argument can be, as far as that is written out: a text, one put together with "+", a number as its digits,
 * or what the variable gets that it is. Empty where one of them is not written out.
 */
export function writtenTexts(argument: Node): readonly string[] {
  const variable = variableIn(argument.text);
  if (variable === null) {
    const text = textIn(argument);
    return text === null ? [] : [text];
  }
  const given = [
    ...nodesInTree(argument, ['assignment_expression']).flatMap((each) => valuesGiven(each, variable)),
    ...nodesInTree(argument, ['foreach_statement']).flatMap((each) => valuesOfLoop(each, variable)),
  ];
  const texts = given.map((each) => each && textIn(each));
  return texts.every((text) => text !== null) ? texts : [];
}

/** What an assignment gives to a variable; null for what is not read here. */
function valuesGiven(assignment: Node, variable: string): readonly (Node | null)[] {
  const target = assignment.namedChildren[0];
  if (!target || !namesIn(target).includes(variable)) return [];
  const isPlain = /^(?:\[\w+\]\s*)?\$\{?\w+\}?$/.test(target.text.trim());
  const operator = assignment.namedChildren.find((child) => child?.type === 'assignement_operator')?.text;
  return [isPlain && operator === '=' ? assignment.childForFieldName('value') : null];
}

function valuesOfLoop(loop: Node, variable: string): readonly (Node | null)[] {
  const [name, list] = loop.namedChildren.filter((child) => child?.type !== 'foreach_parameter');
  if (!name || !list || !namesIn(name).includes(variable)) return [];
  return itemsIn(list);
}

function namesIn(node: Node): readonly string[] {
  return Array.from(node.text.matchAll(/\$\{?(\w+)\}?/g), ([, name = '']) => name.toLowerCase());
}

/** The items that commas make, alone or in @( ) or ( ). */
function itemsIn(node: Node): readonly (Node | null)[] {
  const inner = unwrapped(node);
  if (inner.type === 'array_literal_expression') return inner.namedChildren;
  if (inner.type === 'array_expression') {
    const [statements, ...more] = inner.namedChildren;
    const [only, ...others] = statements?.namedChildren ?? [];
    return only && more.length === 0 && others.length === 0 ? itemsIn(only) : [null];
  }
  return [inner];
}

/** Without what only wraps one other node, such as brackets. */
function unwrapped(node: Node): Node {
  const [only, ...more] = node.namedChildren;
  const isWrapping = node.type === 'parenthesized_expression' || only?.text.trim() === node.text.trim();
  return only && more.length === 0 && isWrapping && node.type !== 'string_literal' ? unwrapped(only) : node;
}

function textIn(node: Node): string | null {
  const inner = unwrapped(node);
  if (inner.type === 'string_literal') return textOfString(inner);
  if (inner.type === 'additive_expression' || inner.type === 'additive_argument_expression') {
    const [left, right] = inner.namedChildren;
    const start = left && inner.text.includes('+') ? textIn(left) : null;
    return start === null || !right ? null : start + (textIn(right) ?? unknownPart);
  }
  if (inner.type === 'generic_token') return /[$()@{}"'`]/.test(inner.text) ? null : inner.text;
  return /^[+-]?\d+$/.test(inner.text) ? inner.text : null;
}

function textOfString(literal: Node): string | null {
  const [inner] = literal.namedChildren;
  const { text } = literal;
  if (inner?.type === 'verbatim_string_characters') return text.slice(1, -1).replaceAll("''", "'");
  if (inner?.type !== 'expandable_string_literal') return null;
  let written = '';
  let at = literal.startIndex + 1;
  for (const child of inner.namedChildren) {
    if (!child) continue;
    written += text.slice(at - literal.startIndex, child.startIndex - literal.startIndex) + unknownPart;
    at = child.endIndex;
  }
  written += text.slice(at - literal.startIndex, -1);
  return written.replaceAll(/`(.)|""/gs, (_all, escaped: string | undefined) => escaped ?? '"');
}
