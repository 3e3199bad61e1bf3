import { nodesInTree, type Node } from './parse-ps1.js';

/** What gives a variable a value. */
interface Definition {
  /** From here on the variable has it. */
  readonly at: Node;
  /** What it gets: the items of a list for `foreach`. Null for what is not read here. */
  readonly value: { readonly node: Node; readonly isList: boolean } | null;
  /** Within this the variable has it whatever else happens; null where that takes a condition. */
  readonly holdsIn: Node | null;
}

/** What a variable can hold at one of its uses; null stands for what only a run knows. */
export function valuesAt(use: Node, name: string): readonly Definition['value'][] {
  const all = [
    ...nodesInTree(use, ['assignment_expression']).flatMap((each) => ofAssignment(each, name)),
    ...nodesInTree(use, ['foreach_statement']).flatMap((each) => ofLoop(each, name)),
  ].sort((a, b) => a.at.endIndex - b.at.endIndex);
  const earlier = all.filter((each) => each.at.endIndex <= use.startIndex && leadsTo(each.at, use));
  const last = earlier.findLastIndex(({ holdsIn }) => holdsIn !== null && contains(holdsIn, use));
  const sure = earlier[last];
  // A loop comes back to the use with what stands behind it.
  const around = ancestorsOf(use).filter((each) => loops.has(each.type) && !(sure && contains(each, sure.at)));
  const later = all.filter(
    (each) => each.at.endIndex > use.startIndex && around.some((loop) => contains(loop, each.at)),
  );
  const found = [...earlier.slice(Math.max(0, last)), ...later];
  return found.length === 0 ? [null] : found.map(({ value }) => value);
}

const loops: ReadonlySet<string> = new Set([
  'for_statement',
  'foreach_statement',
  'while_statement',
  'do_statement',
  'script_block_expression',
]);

function ofAssignment(assignment: Node, name: string): readonly Definition[] {
  const target = assignment.namedChildren[0];
  if (!target || !namesIn(target).includes(name)) return [];
  // What a table or a list gets at a place leaves the variable what it is.
  if (/^\$\{?\w+\}?\s*[.[]/.test(target.text)) return [];
  const operator = assignment.namedChildren.find((child) => child?.type === 'assignement_operator')?.text;
  const list = assignment.parent?.parent;
  const holdsIn = list?.type === 'statement_list' ? (list.parent ?? list) : null;
  const given = operator === '=' ? assignment.childForFieldName('value') : null;
  const node = given && partFor(target, given, name);
  return [{ at: assignment, value: node && { node, isList: false }, holdsIn }];
}

/** What one of several variables gets, where each gets one of as many values. */
function partFor(target: Node, given: Node, name: string): Node | null {
  if (/^(?:\[[\w[\].]+\]\s*)?\$\{?\w+\}?$/.test(target.text.trim())) return given;
  const [names, values] = [target, given].map((node) => commasIn(node)?.namedChildren ?? []);
  const at = names?.findIndex((each) => each && /^\$\{?\w+\}?$/.test(each.text) && namesIn(each).includes(name)) ?? -1;
  return at >= 0 && names?.length === values?.length ? (values?.[at] ?? null) : null;
}

function commasIn(node: Node): Node | null {
  const list = node.descendantsOfType('array_literal_expression')[0] ?? null;
  return list?.text.trim() === node.text.trim() && list.namedChildCount > 1 ? list : null;
}

function ofLoop(loop: Node, name: string): readonly Definition[] {
  const parts = loop.namedChildren.filter(
    (child) => child !== null && !/^(?:foreach_parameter|comment)$/.test(child.type),
  );
  const [variable, list, block] = parts;
  if (!variable || !list || !namesIn(variable).includes(name)) return [];
  return [{ at: list, value: { node: list, isList: true }, holdsIn: block ?? null }];
}

function namesIn(node: Node): readonly string[] {
  return Array.from(node.text.matchAll(/\$\{?(?:local:|private:)?(\w+)\}?/gi), ([, name = '']) => name.toLowerCase());
}

/** Whether a run can come from one place to a later one: not from one branch to another, nor past the end of a body. */
function leadsTo(from: Node, to: Node): boolean {
  let inner = from;
  for (const around of ancestorsOf(from)) {
    if (contains(around, to)) return !(branching.has(around.type) && inner.type !== 'pipeline');
    if (around.type === 'statement_list' && leaves(around)) return false;
    inner = around;
  }
  return true;
}

const branching: ReadonlySet<string> = new Set(['if_statement', 'elseif_clauses', 'switch_clauses']);

function leaves(list: Node): boolean {
  const last = list.namedChildren.findLast(
    (child) => child !== null && !/^(?:comment|empty_statement)$/.test(child.type),
  );
  return last?.type === 'flow_control_statement' && /^(?:return|throw)\b/i.test(last.text);
}

/** What a node stands in, the innermost first. */
export function ancestorsOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let around = node.parent; around; around = around.parent) found.push(around);
  return found;
}

/** Whether a node is another one or stands in it. */
export function contains(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
}
