import { argumentOf, argumentsIn, parametersIn } from '../powershell/command-arguments.js';
import type { Node } from '../powershell/parse-ps1.js';
import { unknownPart, writtenTexts } from '../powershell/written-texts.js';
import { refusePattern } from './net-pattern.js';
import { refuse, type Refusal } from './refusal.js';

/*
 * Patterns that a run would stop at: each place of a body that takes a regular expression, a wildcard or a composite format, and what
 * shows of the texts that reach it.
 */

/** -match, -replace, -split and -like with what stands behind them. */
export function patternOfOperator(node: Node): readonly Refusal[] {
  const operator = node.namedChildren.find((child) => child?.type === 'comparison_operator')?.text ?? '';
  const right = node.namedChildren.at(-1);
  if (!right) return [];
  const items = itemsIn(right);
  const [first = right] = items;
  if (/^-[ic]?(?:not)?match$/i.test(operator)) return refuseTexts(right, refusePattern);
  if (/^-[ic]?replace$/i.test(operator)) return refuseTexts(first, refusePattern);
  // Behind a number, -split takes options, which may say that it is no pattern.
  if (/^-[ic]?split$/i.test(operator)) return items.length > 2 ? [] : refuseTexts(first, refusePattern);
  return /^-[ic]?(?:not)?like$/i.test(operator) ? refuseTexts(right, refuseWildcard) : [];
}

/** [regex] 'pattern' */
export function patternOfCast(node: Node): readonly Refusal[] {
  const [type, value] = node.namedChildren;
  return isRegex(type) && value ? refuseTexts(value, refusePattern) : [];
}

/** [regex]::Match($text, 'pattern'), [regex]::new('pattern') */
export function patternOfMethod(node: Node): readonly Refusal[] {
  const [owner, member] = node.namedChildren;
  const list = node.namedChildren.find((child) => child?.type === 'argument_list');
  const given = (list?.childForFieldName('argument_expression_list')?.namedChildren ?? []).filter(
    (each) => each !== null,
  );
  const name = (member?.text ?? '').toLowerCase();
  if (!isRegex(owner)) return [];
  const at = name === 'new' ? 0 : 1;
  const most = name === 'replace' ? 3 : at + 1;
  const isWithOptions = given.slice(most).some(({ text }) => !/^(['"])IgnoreCase\1$|::IgnoreCase$/i.test(text.trim()));
  const pattern = given[at];
  return pattern && !isWithOptions ? refuseTexts(pattern, refusePattern) : [];
}

/** Select-String, Where-Object Name -match, New-Object regex */
export function patternOfCommand(command: Node, name: string): readonly Refusal[] {
  const free = argumentsIn(command);
  if (name === 'Select-String') {
    if (parametersIn(command).some((each) => /^simplematch$/i.test(each))) return [];
    const pattern = argumentOf(command, 'Pattern') ?? (parametersIn(command).length === 0 ? free[0] : null);
    return pattern ? itemsOrSelf(pattern).flatMap((each) => refuseTexts(each, refusePattern)) : [];
  }
  if (name === 'Where-Object') {
    const operators = ['match', 'notmatch', 'cmatch', 'cnotmatch'].map((each) => argumentOf(command, each));
    const likes = ['like', 'notlike', 'clike', 'cnotlike'].map((each) => argumentOf(command, each));
    return [
      ...operators.flatMap((each) => (each ? refuseTexts(each, refusePattern) : [])),
      ...likes.flatMap((each) => (each ? refuseTexts(each, refuseWildcard) : [])),
    ];
  }
  if (
    name !== 'New-Object' ||
    !/^'?(?:System\.Text\.RegularExpressions\.)?regex'?$/i.test(argumentOf(command, 'TypeName')?.text ?? '')
  )
    return [];
  const pattern = argumentOf(command, 'ArgumentList');
  return pattern && itemsIn(pattern).length < 2 ? refuseTexts(pattern, refusePattern) : [];
}

/** switch -Regex and -Wildcard */
export function patternsOfSwitch(node: Node): readonly Refusal[] {
  const options = node.namedChildren.find((child) => child?.type === 'switch_parameters')?.text ?? '';
  const refused = /-r(?:egex)?\b/i.test(options)
    ? refusePattern
    : /-w(?:ildcard)?\b/i.test(options)
      ? refuseWildcard
      : null;
  if (refused === null) return [];
  const body = node.namedChildren.find((child) => child?.type === 'switch_body');
  return (body?.namedChildren[0]?.namedChildren ?? []).flatMap((clause) => {
    const condition = clause?.namedChildren[0];
    return condition && condition.text.toLowerCase() !== 'default' && !condition.text.startsWith('{')
      ? refuseTexts(condition, refused)
      : [];
  });
}

/** '{0}' -f $value */
export function formatOfOperator(node: Node): readonly Refusal[] {
  if (!node.namedChildren.some((child) => child?.type === 'format_operator')) return [];
  const [left] = node.namedChildren;
  const right = node.namedChildren.at(-1);
  if (!left || !right) return [];
  const items = itemsIn(right);
  // One expression may be a list.
  const isOneText = /^(?:'[^']*'|"[^"]*"|\d+)$/.test(right.text.trim());
  const count = items.length > 1 ? items.length : isOneText ? 1 : null;
  return refuseTexts(left, (text) => refuseFormat(text, count));
}

function refuseFormat(text: string, count: number | null): string | null {
  const rest = text.replaceAll(/\{\{|\}\}/g, '');
  const items = Array.from(rest.matchAll(/\{\s*(\d+)\s*(?:,\s*-?\d+\s*)?(?::[^{}]*)?\}/g), ([written, index]) => ({
    written,
    index: Number(index),
  }));
  const left = items.reduce((own, { written }) => own.replace(written, ''), rest);
  const brace = /[{}]/.exec(left)?.[0];
  if (brace !== undefined) return `has a "${brace}" that belongs to no {0}; a brace of its own is doubled`;
  const beyond = items.find(({ index }) => count !== null && index >= count);
  return beyond ? `has ${beyond.written}, and gets ${count === 1 ? 'one value' : `${count} values`}` : null;
}

/** A class that does not end; all else is read. */
function refuseWildcard(text: string): string | null {
  return /^(?:`[^]|[^`[]|\[[^\]]+\])*\[[^\]]*$/.test(text) ? 'opens a bracket "[" that it does not close' : null;
}

function refuseTexts(node: Node, refused: (text: string) => string | null): readonly Refusal[] {
  return writtenTexts(node).flatMap(({ text, node: at }) => {
    const why = text.includes(unknownPart) ? null : refused(text);
    return why === null ? [] : refuse('pattern', `"${text}" ${why}.`, { at });
  });
}

function isRegex(type: Node | null | undefined): boolean {
  return /^\[(?:System\.)?(?:Text\.RegularExpressions\.)?regex\]$/i.test(type?.text ?? '');
}

/** The items that commas make at the top of an argument; none where there is no comma. */
function itemsIn(node: Node): readonly Node[] {
  const list = node.type === 'array_literal_expression' ? node : node.descendantsOfType('array_literal_expression')[0];
  if (!list || list.text.trim() !== node.text.trim() || list.namedChildCount < 2) return [];
  return list.namedChildren.filter((each) => each !== null);
}

function itemsOrSelf(node: Node): readonly Node[] {
  const items = itemsIn(node);
  return items.length === 0 ? [node] : items;
}
