import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Localized } from '../ir/catalog.js';
import { positionOf, type SourceFile } from '../source/source-file.js';
import { readYaml } from './read-yaml.js';

/** Every file below a folder of the package, by path relative to the folder, which ends with a slash. */
export function readTemplateFiles(packageRoot: string, folder: string): Map<string, SourceFile> {
  const files = new Map<string, SourceFile>();
  const entries = readdirSync(path.join(packageRoot, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = folder + entry.name;
    if (entry.isDirectory()) {
      for (const [name, source] of readTemplateFiles(packageRoot, `${file}/`))
        files.set(`${entry.name}/${name}`, source);
    } else files.set(entry.name, sound({ path: file, text: readText(path.join(packageRoot, file)) }));
  }
  return files;
}

/** What would leave a mustache in a script: a backslash makes it text, and a part or a main is no template at all. */
const leftovers: Readonly<Record<string, RegExp>> = {
  '.hbs': /(?<!\\)\\\{\{.*/,
  '.ps1': /\{\{[#/>]?[A-Za-z].*/,
  '.cmd': /\{\{[#/>]?[A-Za-z].*/,
};

/** Looked for here and never in what is rendered, where a person may have written the same characters. */
function sound(file: SourceFile): SourceFile {
  const leftover = leftovers[path.extname(file.path)]?.exec(file.text);
  if (!leftover) return file;
  const { line } = positionOf(file, leftover.index);
  throw new Error(`${file.path}:${line}: "${leftover[0]}" would stand in scripts as it is.`);
}

function readText(file: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replaceAll('\r\n', '\n');
}

/** Removes a file from those without a role and returns it. */
export function take(files: Map<string, SourceFile>, name: string): SourceFile {
  const file = files.get(name);
  if (!file) throw new Error(`The template ${name} is missing.`);
  files.delete(name);
  return file;
}

export function readData(source: SourceFile): unknown {
  const { value, diagnostics } = readYaml(source);
  const [first] = diagnostics;
  if (first) throw new Error(`${source.path}:${positionOf(source, first.span.start).line}: ${first.message}`);
  return value?.value;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readMessages(source: SourceFile): Map<string, Localized> {
  const data = readData(source);
  if (!isMap(data)) throw new Error(`${source.path} is not a map of messages.`);
  const messages = new Map<string, Localized>();
  for (const [key, words] of Object.entries(data)) {
    if (!isMap(words) || typeof words['en'] !== 'string' || typeof words['ja'] !== 'string') {
      throw new Error(`${source.path}: "${key}" needs a text "en" and a text "ja".`);
    }
    messages.set(key, { en: words['en'], ja: words['ja'] });
  }
  return messages;
}

/** Takes all files below a folder, by path relative to it. */
export function takeFolder(files: Map<string, SourceFile>, folder: string): Map<string, SourceFile> {
  const taken = new Map<string, SourceFile>();
  for (const [name, file] of [...files]) {
    if (!name.startsWith(folder)) continue;
    taken.set(name.slice(folder.length), file);
    files.delete(name);
  }
  return taken;
}
