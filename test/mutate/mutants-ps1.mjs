// Faults of PowerShell: each is one change of a text that still parses, as an author could have made it.
import { nodesOf, parsePs1 } from '../../build/powershell/parse-ps1.js';

/** What a fault of an operator makes of it: the other side of an edge, and the opposite where no condition around it can be negated. */
const operators = {
  '-eq': '-ne',
  '-ne': '-eq',
  '-ceq': '-cne',
  '-cne': '-ceq',
  '-gt': '-ge',
  '-ge': '-gt',
  '-lt': '-le',
  '-le': '-lt',
  '-in': '-notin',
  '-notin': '-in',
  '-contains': '-notcontains',
  '-notcontains': '-contains',
  '-ccontains': '-cnotcontains',
  '-like': '-notlike',
  '-notlike': '-like',
  '-match': '-notmatch',
  '-notmatch': '-match',
  '-cmatch': '-cnotmatch',
  '-cnotmatch': '-cmatch',
  '-is': '-isnot',
  '-isnot': '-is',
  '-and': '-or',
  '-or': '-and',
  '-band': '-bor',
};
const words = {
  Problem: 'Ok',
  Ok: 'Problem',
  Unknown: 'Ok',
  NotApplicable: 'Ok',
  Stopped: 'Running',
  Running: 'Stopped',
};

/**
 * Every mutant of a text.
 * @returns `{ kind, start, end, replacement }` in the order of the text, each place and replacement once.
 */
export function mutantsOfPs1(text) {
  const found = new Map();
  const add = (kind, node, replacement) => {
    if (replacement === node.text) return;
    found.set(`${node.startIndex}:${node.endIndex}:${replacement}`, {
      kind,
      start: node.startIndex,
      end: node.endIndex,
      replacement,
    });
  };
  parsePs1(text, (root) => {
    const types = Object.keys(readers);
    for (const node of nodesOf(root, types)) if (!isDeclaration(node)) readers[node.type]?.(node, add);
  });
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What stands in an attribute or names a type decides nothing that runs, or is refused by the parser. */
function isDeclaration(node) {
  for (let each = node.parent; each; each = each.parent)
    if (each.type === 'attribute' || each.type === 'type_literal') return true;
  return false;
}

function condition(node, add) {
  const test = node.namedChildren.find((child) => child?.type === 'pipeline');
  if (test) add('condition negated', test, `-not (${test.text})`);
}

const readers = {
  if_statement: (node, add) => {
    condition(node, add);
    const isGuard = !node.namedChildren.some((child) => /^else/.test(child?.type ?? ''));
    if (isGuard && node.parent?.type === 'statement_list') add('guard dropped', node, '$null = 0');
  },
  elseif_clause: condition,
  while_statement: condition,
  logical_expression: (node, add) => {
    if (node.childCount !== 3) return;
    const [left, operator, right] = node.children;
    add('term dropped', node, left.text);
    add('term dropped', node, right.text);
    if (operators[operator.text]) add('operator', operator, operators[operator.text]);
  },
  bitwise_expression: (node, add) => {
    if (node.childCount === 3 && operators[node.children[1].text])
      add('operator', node.children[1], operators[node.children[1].text]);
  },
  comparison_operator: (node, add) => {
    const other = operators[node.text.toLowerCase()];
    if (other) add('operator', node, other);
  },
  expression_with_unary_operator: (node, add) => {
    if (node.children[0]?.text === '-not') add('condition negated', node, node.children[1]?.text ?? node.text);
  },
  decimal_integer_literal: (node, add) => {
    const [, digits, unit] = /^(\d+)(.*)$/.exec(node.text) ?? [];
    if (digits === undefined || digits.length > 15) return;
    add('number', node, `${BigInt(digits) + 1n}${unit}`);
    if (digits !== '0') add('number', node, `${BigInt(digits) - 1n}${unit}`);
  },
  hexadecimal_integer_literal: (node, add) => {
    const [, digits, unit] = /^0x([0-9a-f]+?)(l?)$/i.exec(node.text) ?? [];
    if (digits === undefined) return;
    const last = parseInt(digits.at(-1), 16);
    add('number', node, `0x${digits.slice(0, -1)}${(last ^ 1).toString(16).toUpperCase()}${unit}`);
  },
  verbatim_string_characters: (node, add) => add('text', node, `${node.text.slice(0, -1)}x'`),
  expandable_string_literal: (node, add) => add('text', node, `${node.text.slice(0, -1)}x"`),
  variable: (node, add) => {
    if (node.text === '$true') add('truth', node, '$false');
    if (node.text === '$false') add('truth', node, '$true');
  },
  generic_token: (node, add) => {
    if (words[node.text]) add('word', node, words[node.text]);
    else if (/^\d+$/.test(node.text)) add('number', node, String(Number(node.text) + 1));
  },
  command_parameter: (node, add) => {
    const rest = node.parent?.text.slice(node.endIndex - node.parent.startIndex) ?? '';
    // A switch: nothing follows, or another parameter does.
    if (
      /^\s*(?:$|-[A-Za-z])/.test(rest) &&
      /^-(?:Force|Recurse|Leaf|Wait|Confirm|WhatIf|NoNewline|Unique|Append|Last)/.test(node.text)
    )
      add('switch dropped', node, '');
  },
  argument_expression_list: (node, add) => {
    const parts = node.namedChildren.filter((child) => child !== null);
    if (parts.length < 2) return;
    const [a, b] = parts;
    add('arguments swapped', node, [b.text, a.text, ...parts.slice(2).map(({ text }) => text)].join(', '));
  },
  flow_control_statement: (node, add) => {
    if (node.parent?.type === 'statement_list') add('statement dropped', node, '$null = 0');
  },
  pipeline: (node, add) => {
    if (node.parent?.type !== 'statement_list') return;
    const [first] = node.namedChildren;
    // What is assigned and then missing ends in an error at once, which says nothing.
    if (first?.type === 'assignment_expression' && !/^[^=]*[+]=/.test(node.text)) {
      if (!/^\$(?:script|global):|^\$\w+[.[]/.test(node.text)) return;
    }
    if (node.text.startsWith('param')) return;
    add('statement dropped', node, '$null = 0');
  },
};
