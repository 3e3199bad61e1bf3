import { argumentOf } from './command-arguments.js';
import { variableIn } from './literals.js';
import { memoize, type Text } from '../source/memoize.js';
import { childrenOf, nodesOf, parsePs1, type Node } from './parse-ps1.js';
import { splattedTo } from './splatting.js';
import { entriesOf, keyIn } from './tables.js';
import { unknownPart, writtenTexts, type WrittenText } from './written-texts.js';

/** The key of a sentence, and where it is written. Rows and columns start at 0. */
interface ReasonKey {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** A call that makes a finding or a stop of the guard. */
export interface FindingCall {
  readonly command: string;
  /** The keys of its sentences that the text writes out, each with its place. */
  readonly reasons: readonly ReasonKey[];
  /** Whether only a run can say what its reason is, or what else it may be. */
  readonly isOpen: boolean;
  /** Whether a key that is not written out stands in the text of the body all the same. */
  readonly isReasonInText: boolean;
  /** Names of the entries of its evidence; null where only a run can say. */
  readonly evidence: ReadonlySet<string> | null;
}

/** The calls that make findings in a text that can be read; none of one that cannot. Worked out once for each object. */
export const findingCalls = memoize(({ text }: Text): readonly FindingCall[] =>
  parsePs1(text, (root) => {
    if (root.hasError || !/\bNew-(?:Finding|GuardStop)\b/.test(text)) return [];
    const tables = tablesIn(root);
    return nodesOf(root, ['command']).flatMap((node) => {
      const command = node.childForFieldName('command_name')?.text ?? '';
      return /^New-(?:Finding|GuardStop)$/.test(command) ? [readCall(tables, node, command)] : [];
    });
  }),
);

/**
 * Names that the text gives the table of a variable; null where only a run can say.
 * @param variable without its sign and braces, in lower case.
 */
type Tables = (variable: string) => ReadonlySet<string> | null;

/** Most findings of a body name the same variable, and each use of it is looked at once. */
function tablesIn(root: Node): Tables {
  const known = new Map<string, ReadonlySet<string> | null>();
  return (variable) => {
    const before = known.get(variable);
    if (before !== undefined) return before;
    const uses = nodesOf(root, ['variable']).filter((node) => variableName(node.text) === variable);
    const given = uses.map(entriesGivenBy);
    const names = given.includes(null) ? null : new Set(given.flatMap((entries) => [...(entries ?? [])]));
    known.set(variable, names);
    return names;
  };
}

function variableName(text: string): string {
  return text.replace(/^[$@]\{?|\}$/g, '').toLowerCase();
}

function readCall(tables: Tables, node: Node, command: string): FindingCall {
  const splatted = splattedTo(node);
  const inTable = (name: string): Node | null =>
    splatted?.findLast((each) => each.name.toLowerCase() === name)?.argument ?? null;
  const given = argumentOf(node, 'Reason') ?? inTable('reason');
  const texts = given ? writtenTexts(given) : [];
  const evidence = argumentOf(node, 'Evidence') ?? inTable('evidence');
  return {
    command,
    reasons: texts.filter(({ text }) => text !== '' && !text.includes(unknownPart)).map(keyAt),
    isOpen: splatted === null || texts.some(({ text }) => text.includes(unknownPart)),
    isReasonInText: splatted !== null && (given === null || !/\.\w|\$\(/.test(given.text)),
    evidence: splatted === null ? null : evidence ? entriesIn(tables, evidence) : new Set(),
  };
}

function keyAt({ text, node }: WrittenText): ReasonKey {
  const { row, column } = node.startPosition;
  return { key: text, row, column, length: (node.text.split('\n', 1)[0] ?? '').length };
}

/** Names in a table that is written out, or in a variable that the text gives nothing else. */
function entriesIn(tables: Tables, evidence: Node): ReadonlySet<string> | null {
  const written = evidence.text.trim();
  if (written.startsWith('@{')) return keysOf(evidence);
  const variable = variableIn(written);
  return variable === null ? null : tables(variable);
}

/** What one use of a variable adds to its table; null where that does not show. */
function entriesGivenBy(variable: Node): ReadonlySet<string> | null {
  const parent = variable.parent;
  if (parent?.type === 'element_access' || parent?.type === 'member_access') {
    const key =
      parent.type === 'element_access'
        ? /^\S+\[\s*(?:'(\w+)'|"(\w+)")\s*\]$/s.exec(parent.text)
        : /^\$\{?\w+\}?\.(\w+)$/.exec(parent.text);
    if (!isTarget(parent)) return new Set();
    const name = key?.[1] ?? key?.[2];
    return name === undefined ? null : new Set([name]);
  }
  if (parent?.type === 'invokation_expression') return /\.(?:Add|Insert)\(/i.test(parent.text) ? null : new Set();
  const assignment = assignmentOf(variable);
  if (!assignment) return new Set();
  const value = assignment.childForFieldName('value');
  const table = value?.descendantsOfType('hash_literal_expression')[0];
  const isTable = table && /^(?:\[ordered\]\s*|\[hashtable\]\s*)?@\{/i.test(value?.text.trim() ?? '');
  return isTable && value?.text.trim().endsWith(table.text) ? keysOf(table) : null;
}

function isTarget(node: Node): boolean {
  return assignmentOf(node) !== null || /(?:increment|decrement)_expression/.test(node.parent?.type ?? '');
}

/** The assignment that a node is the whole target of. */
function assignmentOf(node: Node): Node | null {
  let around: Node | null = node;
  while (around?.parent && around.parent.text === node.text) around = around.parent;
  const assignment = around?.parent;
  return assignment?.type === 'assignment_expression' && assignment.namedChildren[0]?.text === node.text
    ? assignment
    : null;
}

function keysOf(node: Node): ReadonlySet<string> | null {
  const table = node.type === 'hash_literal_expression' ? node : node.descendantsOfType('hash_literal_expression')[0];
  const keys = table ? entriesOf(table).map(({ key }) => keyIn(key)) : [];
  return keys.some((key) => key === null) ? null : new Set(keys.filter((key) => key !== null));
}

/**
 * Where a detection may end without having made a finding, as the row of a statement; null where every way through it makes
 * one, throws, or gives what a variable holds, and for a text that cannot be read.
 */
export function rowWithoutFinding(text: string): number | null {
  return parsePs1(text, (root) => {
    if (root.hasError) return null;
    const bare = nodesOf(root, ['flow_control_statement']).find(
      (node) => /^return$/i.test(node.text.trim()) && !isInBlock(node) && !isBehindFinding(node),
    );
    if (bare) return bare.startPosition.row;
    const body = root.namedChildren.find((child) => child?.type === 'statement_list') ?? null;
    if (ends(body)) return null;
    return (statementsOf(body).at(-1) ?? root).startPosition.row;
  });
}

function statementsOf(list: Node | null): readonly Node[] {
  return (list?.namedChildren ?? []).filter(
    (each) => each !== null && !/^(?:comment|empty_statement)$/.test(each.type),
  ) as Node[];
}

/** Whether a list of statements cannot be gone through without a finding. */
function ends(list: Node | null): boolean {
  return statementsOf(list).some(makesFinding);
}

/** What a block holds; blocks of statements keep their list in a field. */
function listIn(node: Node | null): Node | null {
  const block = node?.type === 'statement_block' ? node : childOf(node, 'statement_block');
  return block?.childForFieldName('statement_list') ?? childOf(block, 'statement_list');
}

function childOf(node: Node | null, type: string): Node | null {
  return node?.namedChildren.find((child) => child?.type === type) ?? null;
}

function makesFinding(statement: Node): boolean {
  switch (statement.type) {
    case 'pipeline':
      return gives(statement);
    case 'flow_control_statement': {
      if (/^throw\b/i.test(statement.text)) return true;
      return /^return\b/i.test(statement.text) && childOf(statement, 'pipeline') !== null;
    }
    case 'if_statement': {
      const others = childrenOf(childOf(statement, 'elseif_clauses'), 'elseif_clause');
      const last = childOf(statement, 'else_clause');
      return last !== null && [statement, ...others, last].every((clause) => ends(listIn(clause)));
    }
    case 'switch_statement': {
      const clauses = childrenOf(childOf(childOf(statement, 'switch_body'), 'switch_clauses'), 'switch_clause');
      return clauses.some(({ text }) => /^default\b/i.test(text)) && clauses.every((clause) => ends(listIn(clause)));
    }
    case 'try_statement': {
      const final = childOf(statement, 'finally_clause');
      const caught = childrenOf(childOf(statement, 'catch_clauses'), 'catch_clause');
      return ends(listIn(final)) || [statement, ...caught].every((clause) => ends(listIn(clause)));
    }
    default:
      return false;
  }
}

/** Whether a statement that is an expression gives a finding, or what a variable holds. */
function gives(pipeline: Node): boolean {
  const chain = childOf(pipeline, 'pipeline_chain');
  if (!chain) return false;
  const first = childOf(chain, 'command');
  const name = first?.childForFieldName('command_name')?.text ?? '';
  if (/^Out-Null$/i.test(childrenOf(chain, 'command').at(-1)?.childForFieldName('command_name')?.text ?? ''))
    return false;
  if (name === 'New-Finding') return true;
  if (name === 'Write-Output') return true;
  return first === null && /^\$\w+(?:\.\w+|\[[^\]]*\])*$/.test(pipeline.text.trim());
}

/** A block that is a value, such as the one of ForEach-Object: what it returns is not what the body returns. */
function isInBlock(node: Node): boolean {
  for (let around = node.parent; around; around = around.parent)
    if (around.type === 'script_block_expression') return true;
  return false;
}

function isBehindFinding(node: Node): boolean {
  const list = node.parent;
  const own = statementsOf(list?.type === 'statement_list' ? list : null);
  return own.filter((each) => each.startIndex < node.startIndex).some(makesFinding);
}
