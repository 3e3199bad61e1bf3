import { memoize, type Text } from '../source/memoize.js';
import { nodesOf, parsePs1, type Node } from './parse-ps1.js';

/*
 * What stages ask of a PowerShell text: a body, a part of the library, an emitted script. Each answer is worked out once
 * for each object, and the texts are parsed once for all of the questions.
 */

/** Whether the grammar knows all that stands in a text. The linter refuses a body that it cannot read. */
export const isReadable = memoize(({ text }: Text): boolean => parsePs1(text, (root) => !root.hasError));

/** Names that the param block of a text declares, without "$"; null when it has none. */
export const declaredParameters = memoize(({ text }: Text): readonly string[] | null =>
  parsePs1(text, (root) => {
    const block = namedChildrenOf(root).find(({ type }) => type === 'param_block');
    if (!block) return null;
    const list = namedChildrenOf(block).find(({ type }) => type === 'parameter_list');
    return (list ? namedChildrenOf(list) : [])
      .flatMap((parameter) => namedChildrenOf(parameter).find(({ type }) => type === 'variable') ?? [])
      .map((variable) => variable.text.replace(/^\$\{?|\}$/g, ''));
  }),
);

/** 0-based row of the first line that is no comment; null where a text is comments alone. */
export const firstRow = memoize(({ text }: Text): number | null =>
  parsePs1(text, (root) => namedChildrenOf(root).find(isCode)?.startPosition.row ?? null),
);

/** Whether a text does anything: a param block and comments do not. */
export const hasStatement = memoize(({ text }: Text): boolean =>
  parsePs1(text, (root) => namedChildrenOf(root).some((node) => isCode(node) && node.type !== 'param_block')),
);

function isCode({ type, text }: Node): boolean {
  return type !== 'comment' && text.trim() !== '';
}

/**
 * Names of the commands that a text calls, in lower case, each once. Where the grammar gives up, every word with a hyphen
 * counts: a name too many makes a script longer, a missed one breaks it.
 */
export const commandsIn = memoize(({ text }: Text): readonly string[] =>
  parsePs1(text, (root) => {
    const names = nodesOf(root, ['command_name', 'command_name_expr']).flatMap((node) => {
      if (node.isError) return node.text.match(/[A-Za-z]+-[A-Za-z]+/g) ?? [];
      return node.type.startsWith('command_name') ? [node.text] : [];
    });
    return [...new Set(names.map((name) => name.toLowerCase()))];
  }),
);

/** Names of the functions that a text defines, in its order. */
export const definedFunctions = memoize(({ text }: Text): readonly string[] =>
  parsePs1(text, (root) =>
    nodesOf(root, ['function_statement']).flatMap((node) => {
      const name =
        node.type === 'function_statement' ? namedChildrenOf(node).find(({ type }) => type === 'function_name') : null;
      return name ? [name.text] : [];
    }),
  ),
);

/** Single words that stand in a text as values: between single quotes or bare behind a command, each once. */
export const wordsIn = memoize(({ text }: Text): readonly string[] =>
  parsePs1(text, (root) => {
    const words = nodesOf(root, ['verbatim_string_characters', 'generic_token']).flatMap((node) =>
      node.isError ? (node.text.match(/[\w.]+/g) ?? []) : valueOf(node),
    );
    return [...new Set(words)].filter((word) => /^[\w.]+$/.test(word));
  }),
);

/** What stands in a text as values, whole: between quotes of either kind, with what it expands, or bare behind a command, each once. */
export const textsIn = memoize(({ text }: Text): readonly string[] =>
  parsePs1(text, (root) => [
    ...new Set(
      nodesOf(root, ['verbatim_string_characters', 'generic_token', 'expandable_string_literal']).flatMap(valueOf),
    ),
  ]),
);

function valueOf({ type, text }: Node): readonly string[] {
  if (type === 'generic_token') return [text];
  return type === 'verbatim_string_characters' || type === 'expandable_string_literal' ? [text.slice(1, -1)] : [];
}

/**
 * 0-based rows that begin inside a string. What stands in front of their first character is part of a value, so they are
 * neither indented nor left out.
 */
export const rowsInStrings = memoize(({ text }: Text): ReadonlySet<number> =>
  parsePs1(text, (root) => {
    const rows = new Set<number>();
    for (const { type, startPosition, endPosition } of nodesOf(root, ['string_literal']))
      if (type === 'string_literal')
        for (let row = startPosition.row + 1; row <= endPosition.row; row += 1) rows.add(row);
    return rows;
  }),
);

function namedChildrenOf(node: Node): readonly Node[] {
  return node.namedChildren.filter((child) => child !== null);
}
