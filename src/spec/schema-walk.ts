import type { z } from 'zod';
import type { TreePath } from '../source/source-tree.js';

/** The parts of a schema's definition that are walked here; a zod schema of the shapes we use has these. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

export function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/** The schema without the marks that say whether a value may be left out. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = definitionOf(schema);
  return innerType ? unwrap(innerType) : schema;
}

/** The map schema at a path of a document; null when there is none, so nothing to suggest either. */
export function mapSchemaAt(schema: z.ZodType, path: TreePath): z.ZodType | null {
  let current: z.ZodType | undefined = mapBranch(schema);
  for (const step of path) {
    const definition: Definition | null = current ? definitionOf(current) : null;
    const next: z.ZodType | undefined =
      definition?.element ?? definition?.valueType ?? definition?.shape?.[String(step)];
    current = next && mapBranch(next);
  }
  return current && definitionOf(current).shape ? current : null;
}

/** A choice between a word and a map is written in one of two ways; a path into it means the map. */
function mapBranch(schema: z.ZodType): z.ZodType {
  const plain = unwrap(schema);
  return (
    definitionOf(plain)
      .options?.map(unwrap)
      .find((option) => definitionOf(option).shape) ?? plain
  );
}

/** The keys that a map may have, in the order of the format. */
export function keysAt(schema: z.ZodType, path: TreePath): string[] {
  const map = mapSchemaAt(schema, path);
  return map ? Object.keys(definitionOf(map).shape ?? {}) : [];
}
