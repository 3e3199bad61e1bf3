import path from 'node:path';
import { plainDisk } from './disk.js';
import { readYamlFile } from './read-includes.js';

/**
 * Absolute paths of what an index may name of files, whether or not they are there: each of its texts that ends as a file of a checklist
 * does. Null for an index that cannot be read. More than it includes is no harm to who watches them.
 */
export function namedFiles(indexPath: string): readonly string[] | null {
  const root = path.resolve(path.dirname(indexPath));
  const index = readYamlFile({ disk: plainDisk, root, realRoot: root }, path.basename(indexPath), null);
  return (
    index.value &&
    textsIn(index.value.value).flatMap((text) => {
      const file = path.resolve(root, text);
      return /\.(?:yaml|csv)$/.test(text) && file.startsWith(root + path.sep) ? [file] : [];
    })
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
