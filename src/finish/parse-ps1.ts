import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Language, Parser, type Node } from 'web-tree-sitter';

/**
 * A parser of PowerShell's structure that needs Node alone: tree-sitter with the grammar of tree-sitter-powershell.
 * The grammar does not know all of the language, so a text it cannot read is not proved wrong; the rule here is
 * stricter on purpose: a body is written so that it can be read, or it is refused.
 */
export interface Ps1Parser {
  /**
   * Gives `read` the root of the syntax tree and returns what it makes of it. Rows and columns of nodes start at 0;
   * columns count UTF-16 code units. The tree lives outside JavaScript's heap and ends with the call.
   */
  readonly parse: <T>(text: string, read: (root: Node) => T) => T;
}

let loaded: Promise<Ps1Parser> | null = null;

/** Loads the grammar once in a process. */
export function loadPs1Parser(): Promise<Ps1Parser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Ps1Parser> {
  // The grammar's lexer is one enormous function. Optimising it takes V8 up to five seconds of a background thread, which
  // a process waits for when it ends; the baseline code it starts with parses a body in a millisecond. The first flag is
  // enough for Node 20; later ones no longer set what it implies once V8 has started.
  for (const flag of ['--liftoff-only', '--no-wasm-dynamic-tiering', '--no-wasm-tier-up']) setFlagsFromString(flag);
  await Parser.init();
  const require = createRequire(import.meta.url);
  const grammar = await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
  const parser = new Parser();
  parser.setLanguage(grammar);
  return {
    parse: (text, read) => {
      const tree = parser.parse(text);
      if (!tree) throw new Error('the PowerShell parser gave no tree');
      try {
        return read(tree.rootNode);
      } finally {
        tree.delete();
      }
    },
  };
}

/**
 * The nodes of some types below `root`, in reading order; with them all nodes that could not be read. Asking for types
 * keeps the walk inside the parser, which is several times as fast as stepping through every node.
 */
export function nodesOf(root: Node, types: readonly string[]): readonly Node[] {
  if (root.hasError) return [...everyNode(root)];
  return root.descendantsOfType([...types]).filter((node) => node !== null);
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
