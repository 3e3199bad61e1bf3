import path from 'node:path';
import { placeholderList, type Language, type Localized } from '../ir/catalog.js';
import { positionOf, type SourceFile } from '../source/source-file.js';
import type { Disk } from './disk.js';
import { readYaml } from './read-yaml.js';

/** Every file below a folder of the package, by path relative to the folder, which ends with a slash. */
export function readTemplateFiles(disk: Disk, packageRoot: string, folder: string): Map<string, SourceFile> {
  const files = new Map<string, SourceFile>();
  for (const entry of disk.list(path.join(packageRoot, folder))) {
    const file = folder + entry.name;
    if (entry.kind === 'folder') {
      for (const [name, source] of readTemplateFiles(disk, packageRoot, `${file}/`))
        files.set(`${entry.name}/${name}`, source);
    } else files.set(entry.name, sound({ path: file, text: readText(disk, path.join(packageRoot, file)) }));
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

function readText(disk: Disk, file: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(disk.read(file)).replaceAll('\r\n', '\n');
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

/** Texts by key, each beside each other in every one of the languages. */
export function readMessages(source: SourceFile, languages: readonly Language[]): Map<string, Localized> {
  const data = readData(source);
  if (!isMap(data)) throw new Error(`${source.path} is not a map of messages.`);
  return new Map(
    Object.entries(data).map(([key, words]) => {
      const texts = isMap(words) ? words : {};
      const missing = languages.find((language) => typeof texts[language] !== 'string');
      const extra = Object.keys(texts).find((language) => !languages.includes(language));
      if (missing !== undefined) throw new Error(`${source.path}: "${key}" is missing in "${missing}".`);
      if (extra !== undefined)
        throw new Error(`${source.path}: "${key}" has "${extra}", which is no language of the tool.`);
      return [key, localized(`${source.path}: "${key}"`, texts as Record<Language, string>)] as const;
    }),
  );
}

/** A file of texts for each language. Each has the keys of the English one, and the same placeholders. */
export function joinLanguages(
  files: ReadonlyMap<Language, { readonly path: string; readonly texts: unknown }>,
): ReadonlyMap<string, Localized> {
  const read = [...files].map(([language, { path: file, texts }]) => {
    const wrong = isMap(texts) ? Object.keys(texts).find((key) => typeof texts[key] !== 'string') : '';
    if (wrong !== undefined || !isMap(texts)) throw new Error(`${file}: "${wrong}" is not a text.`);
    return { language, file, texts: texts as Readonly<Record<string, string>> };
  });
  const english = read.find(({ language }) => language === 'en');
  if (!english) throw new Error('The words of the tool have no file en.yaml.');
  for (const { file, texts } of read) {
    const missing = Object.keys(english.texts).find((key) => texts[key] === undefined);
    const extra = Object.keys(texts).find((key) => english.texts[key] === undefined);
    if (missing !== undefined) throw new Error(`${file}: "${missing}" is missing.`);
    if (extra !== undefined) throw new Error(`${file}: "${extra}" is no key of ${english.file}.`);
  }
  return new Map(
    Object.keys(english.texts).map((key) => {
      const texts = Object.fromEntries(read.map(({ language, texts: own }) => [language, own[key] ?? ''] as const));
      return [key, localized(`"${key}"`, texts)] as const;
    }),
  );
}

/** Texts of one key. What it throws is a placeholder that one of them has and another has not. */
function localized(name: string, texts: Readonly<Record<Language, string>>): Localized {
  const en = texts['en'] ?? '';
  const wanted = placeholderList(en);
  for (const [language, text] of Object.entries(texts)) {
    const found = placeholderList(text);
    if (found !== wanted) throw new Error(`${name} has the placeholders ${found} in "${language}", in "en" ${wanted}.`);
  }
  return { ...texts, en };
}

/** Takes the files of a folder that are named after languages, English first. */
export function takeLanguages(files: Map<string, SourceFile>, folder: string): ReadonlyMap<Language, SourceFile> {
  const taken = [...takeFolder(files, folder)].map(([name, file]) => [name.replace(/\.yaml$/, ''), file] as const);
  const rank = (language: Language): number => (language === 'en' ? 0 : 1);
  return new Map(taken.sort(([a], [b]) => rank(a) - rank(b)));
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
