import { renderedText } from '../bytes/encode-text.js';
import type { SourceFile } from '../source/source-file.js';
import { fillIn } from './engine.js';

/** Fills in a file by its name in `files`. What it throws is our bug: a file or a value that is missing. */
export function fillFile(files: ReadonlyMap<string, SourceFile>, name: string, values: object): string {
  const file = files.get(name);
  if (!file) throw new Error(`src/channels/${name} is missing.`);
  return renderedText({ pieces: fillIn(file, values) });
}
