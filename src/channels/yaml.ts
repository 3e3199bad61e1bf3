import { Scalar, stringify } from 'yaml';

/** A value that YAML writes as it is written here: values of a checklist in double quotes, code as a literal block. */
export type YamlValue =
  | string
  | number
  | boolean
  | Scalar
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue }
  | ReadonlyMap<YamlKey, YamlValue>;

/** A name, or one with a comment. */
export type YamlKey = string | Scalar;

/** YAML of our own making, a long text on one line. */
export function yamlText(value: YamlValue): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

export function quoted(text: string): Scalar {
  return typed(text, 'QUOTE_DOUBLE');
}

/** Lines of code as a literal block. */
export function block(lines: readonly string[]): Scalar {
  return typed(`${lines.join('\n')}\n`, 'BLOCK_LITERAL');
}

/** A key of a map with a comment on the line above it. */
export function commented(comment: string, key: string): Scalar {
  const scalar = new Scalar(key);
  scalar.commentBefore = ` ${comment}`;
  return scalar;
}

function typed(text: string, type: Scalar.Type): Scalar {
  const scalar = new Scalar(text);
  scalar.type = type;
  return scalar;
}
