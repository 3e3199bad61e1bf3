import { splattedIn } from './command-arguments.js';
import { nodesInTree, type Node } from './parse-ps1.js';
import { entriesOf } from './tables.js';

/** A parameter that a command is given in a table, with its value as it is written. */
export interface Splatted {
  readonly name: string;
  readonly value: string;
  /** Where the name stands, and the value. */
  readonly node: Node;
  readonly argument: Node;
}

/**
 * What a command is given by "@": the entries of the tables that its text writes out. Null where what the command gets cannot be
 * read there: a variable that gets another value than such a table, an entry whose name is computed, or one that is used otherwise.
 */
export function splattedTo(command: Node): readonly Splatted[] | null {
  const names = splattedIn(command);
  if (names.length === 0) return [];
  const found = names.map((name) => givenBy(command, name));
  return found.some((entries) => entries === null) ? null : found.flatMap((entries) => entries ?? []);
}

/** What the text around a command gives to a variable. */
function givenBy(command: Node, name: string): readonly Splatted[] | null {
  const isIt = (text: string): boolean =>
    text.replace(/^[$@]\{?(?:local:)?|\}$/gi, '').toLowerCase() === name.toLowerCase();
  const uses = nodesInTree(command, ['variable']).filter(({ text }) => isIt(text) && text.startsWith('$'));
  const tables = nodesInTree(command, ['assignment_expression'])
    .filter(({ namedChildren }) => namedChildren[0]?.text === `$${name}`)
    .map((node) => tableOf(node.childForFieldName('value')));
  if (tables.length === 0 || tables.length !== uses.length) return null;
  return tables.some((table) => table === null) ? null : tables.flatMap((table) => table ?? []);
}

/** The entries of a value that is a table and nothing else. */
function tableOf(value: Node | null): readonly Splatted[] | null {
  const table = value?.descendantsOfType('hash_literal_expression')[0];
  if (!table || table.text !== value?.text.trim()) return null;
  const read = entriesOf(table).map(({ key, value: argument }): Splatted | null =>
    /^[A-Za-z]+$/.test(key.text) ? { name: key.text, value: argument.text, node: key, argument } : null,
  );
  return read.some((entry) => entry === null) ? null : read.filter((entry) => entry !== null);
}
