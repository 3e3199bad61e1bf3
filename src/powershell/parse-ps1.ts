import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Language, Parser, type Node, type Tree } from 'web-tree-sitter';
import { grammarTwin } from './grammar-twin.js';

export type { Node } from 'web-tree-sitter';

/*
 * The one way to read PowerShell here: tree-sitter with the grammar of tree-sitter-powershell, which needs Node alone. The
 * grammar does not know all of the language, so a text it cannot read is not proved wrong; the rule for bodies is stricter
 * on purpose: a body is written so that it can be read, or it is refused.
 */

const parser = await loadParser();

/** A grammar is code, and is loaded with the module that uses it. */
async function loadParser(): Promise<Parser> {
  // The grammar's lexer is one enormous function. Optimising it takes V8 up to five seconds of a background thread, which
  // a process waits for when it ends; the baseline code it starts with parses a body in a millisecond. The first flag is
  // enough for Node 20; later ones no longer set what it implies once V8 has started.
  for (const flag of ['--liftoff-only', '--no-wasm-dynamic-tiering', '--no-wasm-tier-up']) setFlagsFromString(flag);
  await Parser.init();
  const require = createRequire(import.meta.url);
  const grammar = await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
  return new Parser().setLanguage(grammar);
}

/**
 * The tree of a text or, where the grammar cannot read all of it, of a twin of which it reads more: one line that is wrong
 * must not bring others with it. Nodes have the text itself either way.
 */
function parse(text: string): Tree {
  const tree = parseAs(text, text);
  const unread = unreadIn(tree);
  if (unread === 0) return tree;
  const twin = grammarTwin(text);
  if (twin === text) return tree;
  const other = parseAs(twin, text);
  if (unreadIn(other) >= unread) {
    other.delete();
    return tree;
  }
  tree.delete();
  return other;
}

/** How many characters stand in places that are not read, or as a number where a command has its name. */
function unreadIn({ rootNode }: Tree): number {
  const numbers = nodesInTree(rootNode, ['command_name']).filter(({ text }) => /^\d/.test(text));
  return numbers.length + (rootNode.hasError ? unreadBelow(rootNode) : 0);
}

function unreadBelow(node: Node): number {
  if (node.isMissing) return 1;
  if (node.isError) return Math.max(1, node.endIndex - node.startIndex);
  if (!node.hasError) return 0;
  // What is missing may have no node, such as the end of a clause.
  return Math.max(
    1,
    node.children.reduce((sum, child) => sum + (child ? unreadBelow(child) : 0), 0),
  );
}

/** Parses a text of the same length in place of another, which is what nodes say they are made of. */
function parseAs(read: string, text: string): Tree {
  let shown = read;
  const tree = parser.parse(read === text ? text : (index) => shown.slice(index));
  if (!tree) throw new Error('the PowerShell parser gave no tree');
  shown = text;
  return tree;
}

/** Trees of the texts read last: several stages look at the same text, and a checklist repeats some. */
const trees = new Map<string, Tree>();

/** They live outside JavaScript's heap, 50 KB for a body, so no more are kept than a checklist of usual size has texts. */
const mostTrees = 400;

/**
 * Gives `read` the root of the syntax tree and returns what it makes of it. Rows and columns of nodes start at 0; columns
 * count UTF-16 code units. Nodes must not outlive the call, and `read` must not parse.
 */
export function parsePs1<T>(text: string, read: (root: Node) => T): T {
  const known = trees.get(text);
  if (known) return read(known.rootNode);
  const tree = parse(text);
  trees.set(text, tree);
  const [oldest] = trees;
  if (trees.size > mostTrees && oldest) {
    trees.delete(oldest[0]);
    oldest[1].delete();
  }
  return read(tree.rootNode);
}

/** What a walk through a tree has found: nodes of some types, in reading order. */
interface Walk {
  readonly types: ReadonlySet<string>;
  readonly nodes: readonly { readonly type: string; readonly node: Node }[];
}

/** The last walk through each tree. It ends with the tree. */
const walks = new WeakMap<Tree, Walk>();

/** All types that anybody asked for. A walk for all of them costs what one for a single type does, so each tree needs few. */
const askedFor = new Set<string>();

/** The nodes of some types in the whole tree of a node, in reading order. */
export function nodesInTree({ tree }: Node, types: readonly string[]): readonly Node[] {
  for (const type of types) askedFor.add(type);
  let walk = walks.get(tree);
  if (!walk || !types.every((type) => walk?.types.has(type))) {
    const found = tree.rootNode.descendantsOfType([...askedFor]).filter((node) => node !== null);
    walk = { types: new Set(askedFor), nodes: found.map((node) => ({ type: node.type, node })) };
    walks.set(tree, walk);
  }
  const wanted = new Set(types);
  return walk.nodes.flatMap(({ type, node }) => (wanted.has(type) ? [node] : []));
}

/** Those at or below a node; where it has places that could not be read, all nodes there. */
export function nodesOf(top: Node, types: readonly string[]): readonly Node[] {
  if (top.hasError) return [...everyNode(top)];
  const nodes = nodesInTree(top, types);
  if (top.id === top.tree.rootNode.id) return nodes;
  return nodes.filter(({ startIndex, endIndex }) => startIndex >= top.startIndex && endIndex <= top.endIndex);
}

function* everyNode(root: Node): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    for (let index = node.childCount - 1; index >= 0; index--) {
      const child = node.child(index);
      if (child) stack.push(child);
    }
  }
}

/** The children of one type; none of no node. */
export function childrenOf(node: Node | null, type: string): readonly Node[] {
  return (node?.namedChildren ?? []).filter((child) => child?.type === type) as Node[];
}
