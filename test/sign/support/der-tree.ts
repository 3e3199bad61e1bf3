import { derValue } from '../../../src/sign/asn1/der-writer.js';

/** A value of DER as a tree that tests change. Primitive values have content, constructed ones children. */
export interface DerNode {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly children: readonly DerNode[] | null;
}

/** Reads the values of DER one behind the other. What is given is known to be good. */
export function readNodes(bytes: Uint8Array): readonly DerNode[] {
  const nodes: DerNode[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] as number;
    const first = bytes[at + 1] as number;
    const count = first < 0x80 ? 0 : first & 0x7f;
    let length = count === 0 ? first : 0;
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[at + 2 + index] as number);
    const begin = at + 2 + count;
    const content = bytes.subarray(begin, begin + length);
    nodes.push({ tag, content, children: (tag & 0x20) === 0 ? null : readNodes(content) });
    at = begin + length;
  }
  return nodes;
}

export function writeNode({ tag, content, children }: DerNode): Uint8Array {
  return children ? derValue(tag, ...children.map(writeNode)) : derValue(tag, content);
}

/** Where a node stands: numbers of children from the root down. */
export type Place = readonly number[];

/** Every node of a tree with its place, the root first. */
export function placesOf(node: DerNode, place: Place = []): readonly (readonly [Place, DerNode])[] {
  const below = (node.children ?? []).flatMap((child, index) => placesOf(child, [...place, index]));
  return [[place, node], ...below];
}

/**
 * The bytes of a tree in which one node is written otherwise.
 * @param replace gives the bytes that stand for the node, which need not be DER.
 */
export function writeWith(root: DerNode, place: Place, replace: (node: DerNode) => Uint8Array): Uint8Array {
  const [index, ...rest] = place;
  if (index === undefined) return replace(root);
  return derValue(
    root.tag,
    ...(root.children ?? []).map((child, at) => (at === index ? writeWith(child, rest, replace) : writeNode(child))),
  );
}
