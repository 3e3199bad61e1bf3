import { childrenOf, type Node } from './parse-ps1.js';

/** An entry of a table that is written out. */
export interface TableEntry {
  readonly key: Node;
  readonly value: Node;
}

/** The entries of a table, @{ ... }, without the comments among them. */
export function entriesOf(table: Node): readonly TableEntry[] {
  return childrenOf(table, 'hash_literal_body')
    .flatMap((body) => childrenOf(body, 'hash_entry'))
    .flatMap((entry) => {
      const [key, value] = entry.namedChildren.filter((child) => child !== null && child.type !== 'comment');
      return key && value ? [{ key, value }] : [];
    });
}

/** What the key of an entry says, where that is written out. */
export function keyIn({ text }: Node): string | null {
  return /^(?:[\w-]+|'[^'`]*'|"[^"`$]*")$/.exec(text)?.[0].replace(/^['"]|['"]$/g, '') ?? null;
}
