import { argumentOf, argumentsIn } from './command-arguments.js';
import { ancestorsOf, contains, valuesAt } from './definitions.js';
import { folderOf } from './known-folders.js';
import { variableIn } from './literals.js';
import { nodesInTree, type Node } from './parse-ps1.js';
import { entriesOf, keyIn } from './tables.js';

/**
 * Stands in a text for what only a run knows, such as `$Name` in double quotes. A NUL, which no text of a body holds.
 */
export const unknownPart = '\u0000';

/** A text that an argument can be. */
export interface WrittenText {
  readonly text: string;
  /** Where it is written; where the argument is, for one that is not. */
  readonly node: Node;
}

/** More than a body writes out for one argument; what is put together from lists could be any number. */
const mostTexts = 200;

/**
 * The texts that an argument can be, so far as the body writes them out: texts of either kind, put together or not, numbers as
 * their digits, and what reaches it through variables, branches, lists, tables and Join-Path. Folders that Windows names in the
 * environment are where they are on most PCs. One that is not written out is `unknownPart` alone; none stands for nothing.
 */
export function writtenTexts(argument: Node): readonly WrittenText[] {
  return textsOf(argument, nothingSeen());
}

/** The words of a list such as -ArgumentList that the body writes out, in its order; where there are several for a place, all of them. */
export function writtenWords(list: Node): readonly string[] {
  const seen = nothingSeen();
  return itemsOf(list, seen).flatMap((item) =>
    item === null ? [unknownPart] : textsIn(item, seen).map(({ text }) => text),
  );
}

/** How an expression was come to. */
interface Seen {
  /** Expressions that it is a part of. */
  readonly around: ReadonlySet<number>;
  /** How many more may be looked at for the same argument: variables that hold each other twice make any number of them. */
  readonly left: { count: number };
}

/** More than a body needs for one argument. */
const mostLooks = 2000;

function nothingSeen(): Seen {
  return { around: new Set(), left: { count: mostLooks } };
}

function within({ around, left }: Seen, node: Node): Seen {
  return { around: new Set([...around, node.id]), left };
}

const unknown = (node: Node): readonly WrittenText[] => [{ text: unknownPart, node }];

function textsOf(node: Node, seen: Seen): readonly WrittenText[] {
  return few(
    sourcesOf(node, seen).flatMap((source) => (source === null ? unknown(node) : textsIn(source, seen))),
    node,
  );
}

function few(texts: readonly WrittenText[], node: Node): readonly WrittenText[] {
  return texts.length > mostTexts ? unknown(node) : texts;
}

/** What an expression can be: expressions that are no variable, branch or place in a list or table. Null for what is not read. */
function sourcesOf(node: Node, seen: Seen): readonly (Node | null)[] {
  const inner = unwrapped(node);
  seen.left.count -= 1;
  if (seen.around.has(inner.id) || seen.around.size > 40 || seen.left.count < 0) return [null];
  const inside = within(seen, inner);
  switch (inner.type) {
    case 'variable':
      return valuesOf(inner).flatMap((value) => {
        if (value === null) return isFolder(inner) ? [inner] : [null];
        return value.isList ? itemsOf(value.node, inside) : sourcesOf(value.node, inside);
      });
    case 'if_statement':
    case 'elseif_clauses':
    case 'switch_statement':
    case 'switch_body':
    case 'switch_clauses':
    case 'try_statement':
    case 'catch_clauses':
      return inner.namedChildren.flatMap((child) => (child && isBranch(child) ? sourcesOf(child, inside) : []));
    case 'elseif_clause':
    case 'else_clause':
    case 'switch_clause':
    case 'catch_clause':
    case 'statement_block':
    case 'sub_expression':
    case 'statement_list':
      return outputsOf(inner).flatMap((each) => (each === null ? [null] : sourcesOf(each, inside)));
    case 'cast_expression': {
      const [type, value] = inner.namedChildren;
      const isPlain = /^\[(?:string|object|ordered|hashtable|pscustomobject)(?:\[\])?\]$/i.test(type?.text ?? '');
      return isPlain && value ? sourcesOf(value, inside) : [null];
    }
    case 'element_access':
    case 'member_access':
      return partsOf(inner, inside);
    default:
      return [inner];
  }
}

function isBranch({ type }: Node): boolean {
  return /^(?:statement_block|elseif_clauses?|else_clause|switch_body|switch_clauses?|catch_clauses?)$/.test(type);
}

/** What the statements of a block give; two of them make a list, which is none of the texts. */
function outputsOf(block: Node): readonly (Node | null)[] {
  const list = block.type === 'statement_list' ? block : block.descendantsOfType('statement_list')[0];
  const outputs = (list?.namedChildren ?? []).filter(
    (each) =>
      each !== null && !/^(?:comment|empty_statement|flow_control_statement)$/.test(each.type) && !isSilent(each),
  );
  return outputs.length > 1 ? [null] : outputs;
}

function isSilent(statement: Node): boolean {
  return statement.type === 'pipeline' && statement.namedChildren[0]?.type === 'assignment_expression';
}

function valuesOf(variable: Node): ReturnType<typeof valuesAt> {
  const name = variableIn(variable.text);
  if (name === '_' || name === 'psitem') return pipedTo(variable);
  return name === null ? [null] : valuesAt(variable, name);
}

/** What comes from a pipe as "$_", where that is a list in front of ForEach-Object, or of Where-Object in between. */
function pipedTo(variable: Node): ReturnType<typeof valuesAt> {
  let block = variable.parent;
  while (block && block.type !== 'script_block_expression') {
    // Here "$_" is something else.
    if (block.type === 'switch_clauses' || block.type === 'catch_clause') return [null];
    block = block.parent;
  }
  const chain = block && ancestorsOf(block).find(({ type }) => type === 'pipeline_chain');
  const elements = chain?.namedChildren ?? [];
  const at = elements.findIndex((each) => each && block && contains(each, block));
  const [list, ...between] = elements.slice(0, Math.max(0, at));
  const isPassedOn = between.every((each) => /^Where-Object\b/i.test(each?.text ?? ''));
  const isOfPipe = /^(?:ForEach|Where)-Object\b/i.test(elements[at]?.text ?? '');
  return [list && list.type !== 'command' && isPassedOn && isOfPipe ? { node: list, isList: true } : null];
}

/** The items of a list that is written out, such as @('a', 'b'); a single value is a list of one. */
function itemsOf(node: Node, seen: Seen): readonly (Node | null)[] {
  return sourcesOf(node, seen).flatMap((source): readonly (Node | null)[] => {
    if (source === null) return [null];
    const list = source.type === 'array_expression' ? source.descendantsOfType('statement_list')[0] : source;
    if (!list) return [];
    if (list.type === 'array_literal_expression')
      return list.namedChildren.flatMap((child) => (child && child.type !== 'comment' ? sourcesOf(child, seen) : []));
    if (list.type !== 'statement_list') return [list];
    const statements = list.namedChildren.filter((child) => child !== null && child.type !== 'comment');
    return statements.flatMap((each) => (each ? itemsOf(each, within(seen, source)) : []));
  });
}

/** What stands at a place of a list or table: $table['Key'], $table.Key, $list[0]. One that a run chooses may be any. */
function partsOf(access: Node, seen: Seen): readonly (Node | null)[] {
  const [owner, place] = access.namedChildren;
  if (!owner || !place) return [null];
  const key = keyIn(place);
  return [
    ...sourcesOf(owner, seen).flatMap((source): readonly (Node | null)[] => {
      if (source?.type === 'hash_literal_expression') {
        const entries = entriesOf(source);
        const own =
          key === null || access.text.includes('$', owner.text.length)
            ? entries
            : entries.filter(({ key: each }) => keyIn(each)?.toLowerCase() === key.toLowerCase());
        return own.flatMap(({ value }) => sourcesOf(value, seen));
      }
      const isList = source?.type === 'array_expression' || source?.type === 'array_literal_expression';
      if (!isList || access.type !== 'element_access') return [null];
      const items = itemsOf(source, seen);
      return /^\d+$/.test(place.text) ? [items[Number(place.text)] ?? null] : items;
    }),
    ...givenAt(owner, key).flatMap((value) => sourcesOf(value, seen)),
  ];
}

/** What a table gets behind its beginning: $table['Key'] = ... */
function givenAt(owner: Node, key: string | null): readonly Node[] {
  const name = variableIn(owner.text);
  if (name === null) return [];
  return nodesInTree(owner, ['assignment_expression']).flatMap((each) => {
    const [target] = each.namedChildren;
    const [, variable, quoted, member] = /^\$(\w+)(?:\[\s*(.+?)\s*\]|\.(\w+))$/.exec(target?.text.trim() ?? '') ?? [];
    const value = each.childForFieldName('value');
    if (!value || variable?.toLowerCase() !== name) return [];
    const at = (member ?? quoted ?? '').replace(/^(['"])(.*)\1$/, '$2');
    return key === null || at.startsWith('$') || at.toLowerCase() === key.toLowerCase() ? [value] : [];
  });
}

/** Without what only wraps one other node, such as brackets. */
function unwrapped(node: Node): Node {
  const [only, ...more] = node.namedChildren.filter((child) => child?.type !== 'comment');
  const isWrapping = node.type === 'parenthesized_expression' || only?.text.trim() === node.text.trim();
  const isLeaf = node.type === 'string_literal' || node.type === 'variable';
  return only && more.length === 0 && isWrapping && !isLeaf && node.type !== 'array_expression'
    ? unwrapped(only)
    : node;
}

function textsIn(node: Node, seen: Seen): readonly WrittenText[] {
  switch (node.type) {
    case 'string_literal':
      return textsOfString(node, seen);
    case 'variable':
      return [{ text: folderOf(node.text) ?? unknownPart, node }];
    case 'additive_expression':
    case 'additive_argument_expression': {
      const [left, right] = node.namedChildren;
      if (!left || !right || !/^\s*\+/.test(node.text.slice(left.endIndex - node.startIndex))) return unknown(node);
      const starts = textsOf(left, seen).filter(({ text }) => !/^-?\d+$/.test(text));
      return starts.length === 0 ? unknown(node) : joined([starts, textsOf(right, seen)], node);
    }
    case 'command':
      return /^Join-Path$/i.test(node.childForFieldName('command_name')?.text ?? '')
        ? pathsOf(node, seen)
        : unknown(node);
    case 'generic_token':
      return /[$()@{}"'`]/.test(node.text) ? unknown(node) : [{ text: node.text, node }];
    default:
      return /^[+-]?\d+$/.test(node.text) ? [{ text: node.text, node }] : unknown(node);
  }
}

function pathsOf(command: Node, seen: Seen): readonly WrittenText[] {
  const free = argumentsIn(command).filter(
    (each) => each.id !== argumentOf(command, 'Path')?.id && each.id !== argumentOf(command, 'ChildPath')?.id,
  );
  const path = argumentOf(command, 'Path') ?? free.shift();
  const child = argumentOf(command, 'ChildPath') ?? free.shift();
  if (!path || !child || free.length > 0) return unknown(command);
  const starts = textsOf(path, seen).map(({ text, node }) => ({ text: text.replace(/[\\/]$/, ''), node }));
  const ends = textsOf(child, seen).map(({ text, node }) => ({ text: `\\${text.replace(/^[\\/]/, '')}`, node }));
  return joined([starts, ends], command);
}

/** Each of some texts with each of the next, at one place. */
function joined(parts: readonly (readonly WrittenText[])[], node: Node): readonly WrittenText[] {
  return parts.reduce<readonly WrittenText[]>(
    (starts, ends) =>
      few(
        starts.flatMap((start) => ends.map((end) => ({ text: start.text + end.text, node }))),
        node,
      ),
    [{ text: '', node }],
  );
}

function textsOfString(literal: Node, seen: Seen): readonly WrittenText[] {
  const [inner] = literal.namedChildren;
  const { text } = literal;
  if (inner?.type === 'verbatim_string_characters')
    return [{ text: text.slice(1, -1).replaceAll("''", "'"), node: literal }];
  if (inner?.type !== 'expandable_string_literal') return unknown(literal);
  const parts: (readonly WrittenText[])[] = [];
  let at = literal.startIndex + 1;
  const until = (end: number): void => {
    const own = text.slice(at - literal.startIndex, end - literal.startIndex);
    parts.push([
      { text: own.replaceAll(/`(.)|""/gs, (_all, escaped: string | undefined) => escaped ?? '"'), node: literal },
    ]);
  };
  for (const child of inner.namedChildren) {
    if (!child) continue;
    until(child.startIndex);
    const texts = textsOf(child, seen);
    // Nothing in double quotes is an empty text.
    parts.push(texts.length === 0 ? [{ text: '', node: child }] : texts);
    at = child.endIndex;
  }
  until(literal.endIndex - 1);
  return joined(parts, literal);
}

function isFolder({ text }: Node): boolean {
  return folderOf(text) !== null;
}
