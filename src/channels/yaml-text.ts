/** A text as a scalar of YAML: JSON in double quotes is one, whatever the text. */
export function yamlText(text: string): string {
  return JSON.stringify(text);
}

/** A key with lines as a literal block. Lines are code of ours: none begins with a blank and none is empty at the start. */
export function yamlBlock(key: string, columns: number, lines: readonly string[]): readonly string[] {
  const indent = ' '.repeat(columns);
  return [`${indent}${key}: |`, ...lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))];
}
