import path from 'node:path';
import type { SourceFile } from '../source/source-file.js';
import { phases, type Edition, type Language, type Localized, type Phase, type ToolLanguage } from '../ir/catalog.js';
import type { Library, LibraryFunction } from '../ir/library.js';
import { plainDisk, type Disk } from './disk.js';
import { readLibrary } from './read-library.js';
import {
  isMap,
  joinLanguages,
  readData,
  readMessages,
  readTemplateFiles,
  take,
  takeFolder,
  takeLanguages,
} from './template-files.js';
import type { Part, Region } from '../ir/plan.js';
import type { ScriptTemplatesOf, Template, ViewName } from '../ir/template.js';
import type { Claim, EditionTemplates, PartLibrary, SnippetTemplates, Templates, UserTemplates } from './templates.js';

/**
 * Reads templates/** of the package, apart from those of pages, and what stands in the folders of channels
 * beside their code. They belong to the compiler and not to its input: whatever is wrong with them is thrown as an Error
 * that names the file.
 */
export function loadTemplates(packageRoot: string, disk: Disk = plainDisk): Templates {
  const files = readTemplateFiles(disk, packageRoot, 'templates/');
  takeFolder(files, 'page/');
  takeFolder(files, 'fleet/');
  const words = new Map([...takeLanguages(files, 'messages/')].map(([language, file]) => [language, readWords(file)]));
  const tags = [...words.keys()];
  const library = readLibrary(take(files, 'library.yaml'), tags);
  const channelFiles = readTemplateFiles(disk, packageRoot, 'src/channels/');
  for (const name of [...channelFiles.keys()]) if (name.endsWith('.ts')) channelFiles.delete(name);
  const ofChannels = channelMessages(channelFiles, tags);
  const messages = settledMessages([...joinLanguages(words), ...ownMessages(library), ...ofChannels]);
  const languages = new Map([...words].map(([language, { speaks }]) => [language, speaks] as const));
  const claims = readClaims(take(files, 'ps1/kit/claims.yaml'));
  const ps1 = readEdition('ps1', library.functions.ps1, files, channelFiles);
  const cmd = readEdition('cmd', library.functions.cmd, files, new Map());
  return {
    messages,
    ofChannels: new Set(ofChannels.map(([key]) => key)),
    languages,
    library,
    ps1,
    cmd,
    claims,
    channelFiles,
    others: files,
  };
}

interface ToolWords {
  readonly path: string;
  readonly texts: unknown;
  readonly speaks: ToolLanguage;
}

/** A file of templates/messages/. English has no help there: it stands in the heads of scripts. */
function readWords(source: SourceFile): ToolWords {
  const data = readData(source);
  const { language, help = {}, says, ...rest } = isMap(data) ? data : {};
  const [extra] = Object.keys(rest);
  if (extra !== undefined) throw new Error(`${source.path}: "${extra}" is no key here.`);
  if (typeof language !== 'string') throw new Error(`${source.path}: "language" is missing.`);
  const isEnglish = source.path.endsWith('/en.yaml');
  const textOf = (kind: Phase | 'kit'): string => {
    const text = isMap(help) ? help[kind] : undefined;
    if (isEnglish) return '';
    if (typeof text !== 'string') throw new Error(`${source.path}: "help: ${kind}" is missing.`);
    return text;
  };
  const [detect, repair, collect, kit] = [textOf('detect'), textOf('repair'), textOf('collect'), textOf('kit')];
  return { path: source.path, texts: says, speaks: { name: language, help: { detect, repair, collect, kit } } };
}

function ownMessages({ functions }: Library): readonly (readonly [string, Localized])[] {
  return [...functions.ps1, ...functions.cmd].flatMap(({ says }) => [...says]);
}

/** Takes `<channel>/messages.yaml`, what scripts of a channel's own say beside the words of all. */
function channelMessages(
  channelFiles: Map<string, SourceFile>,
  languages: readonly Language[],
): readonly (readonly [string, Localized])[] {
  const names = [...channelFiles.keys()].filter((name) => name.endsWith('/messages.yaml'));
  return names.flatMap((name) => [...readMessages(take(channelFiles, name), languages)]);
}

function settledMessages(messages: readonly (readonly [string, Localized])[]): Map<string, Localized> {
  const settled = new Map(messages);
  const twice = messages.find(([key, text]) => settled.get(key) !== text);
  if (twice) throw new Error(`Two files of messages have the key "${twice[0]}": scripts would say the later one.`);
  return settled;
}

function readClaims(source: SourceFile): readonly Claim[] {
  const data = readData(source);
  if (!Array.isArray(data)) throw new Error(`${source.path} is not a list of claims.`);
  return data.map((row: unknown, at) => {
    const { id, claim, how, changes = false, settled } = isMap(row) ? row : {};
    const isWhole = typeof id === 'string' && typeof claim === 'string' && typeof how === 'string';
    if (!isWhole || typeof changes !== 'boolean' || (settled !== null && typeof settled !== 'string'))
      throw new Error(`${source.path}: claim ${at + 1} needs "id", "claim", "how" and "settled".`);
    return { id, claim, how, changes, settled };
  });
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readEdition<E extends Edition>(
  edition: E,
  rows: readonly LibraryFunction[],
  files: Map<string, SourceFile>,
  channelFiles: Map<string, SourceFile>,
): EditionTemplates<E> {
  const script = template(files, `${edition}/script.${edition}.hbs`, `${edition}-script`);
  const scripts = byPhase((phase) => ({
    edition,
    script,
    head: template(files, `${edition}/head/${phase}.${edition}.hbs`, `${edition}-head`),
    main: take(files, `${edition}/main/${phase}.${edition}`),
  }));
  const channels = new Map([
    ...readChannelScripts(edition, script, takeFolder(files, `${edition}/channel/`)),
    ...readChannelScripts(edition, script, channelFiles),
  ]);
  const library = readParts(edition, rows, files);
  const kitName = `${edition}/kit/windows-kit`;
  const kit = files.has(`${kitName}.main.${edition}`)
    ? {
        edition,
        script,
        head: template(files, `${kitName}.head.${edition}.hbs`, `${edition}-head`),
        main: take(files, `${kitName}.main.${edition}`),
      }
    : null;
  const asUser = readAsUser(edition, script, library, takeFolder(files, `${edition}/as-user/`));
  const snippet = files.has(`${edition}/snippet/parts.yaml`) ? readSnippet(edition, rows, library, files) : null;
  return { scripts, channels, kit, asUser, snippet, ...library, others: takeFolder(files, `${edition}/`) };
}

function template<View extends ViewName>(files: Map<string, SourceFile>, name: string, view: View): Template<View> {
  return { ...take(files, name), view };
}

/** Pairs `<name>.head.<edition>.hbs` and `<name>.main.<edition>`, by name. */
function readChannelScripts<E extends Edition>(
  edition: E,
  script: Template<`${E}-script`>,
  files: Map<string, SourceFile>,
): Map<string, ScriptTemplatesOf<E>> {
  const end = `.head.${edition}.hbs`;
  const names = [...files.keys()].filter((file) => file.endsWith(end)).map((file) => file.slice(0, -end.length));
  return new Map(
    names.map((name) => {
      const head = template(files, `${name}${end}`, `${edition}-head`);
      return [name, { edition, script, head, main: take(files, `${name}.main.${edition}`) }];
    }),
  );
}

/** Files of `<edition>/as-user/`: head and main of a repair, and parts that stand in place of those of the same name. */
function readAsUser<E extends Edition>(
  edition: E,
  script: Template<`${E}-script`>,
  { regions, needs }: PartLibrary,
  files: Map<string, SourceFile>,
): UserTemplates<E> | null {
  if (files.size === 0) return null;
  const repair = {
    edition,
    script,
    head: template(files, `repair.head.${edition}.hbs`, `${edition}-head`),
    main: take(files, `repair.main.${edition}`),
  };
  const ownPart = (part: Part): Part => {
    const file = `${part.name}.${edition}`;
    return files.has(file) ? readPart(part.name, file, files) : part;
  };
  const parts = { regions: regions.map(({ name, parts: all }) => ({ name, parts: all.map(ownPart) })), needs };
  const [idle] = files.values();
  if (idle) throw new Error(`${idle.path} stands in place of no part of templates/${edition}/parts/.`);
  return { repair, parts };
}

/** Reads `<edition>/parts.yaml` and the parts of it and of the register, `<edition>/parts/<folder>/.../<name>.<edition>`. */
function readParts(edition: Edition, rows: readonly LibraryFunction[], files: Map<string, SourceFile>): PartLibrary {
  const { list, data, regions: listed } = readList(`${edition}/`, files);
  const astray = rows.find((row) => !listed.some(({ folder }) => folder === row.folder));
  if (astray)
    throw new Error(
      `${register}:${astray.line}: "${astray.name}" lies in "${astray.folder}", no folder of ${list.path}.`,
    );
  const regions = listed.map(({ name, folder, parts }) => {
    const names = withRows(
      parts,
      rows.filter((row) => row.folder === folder),
      list,
    );
    const place = `${path.posix.join(edition, 'parts', folder)}/`;
    // Folders below the region's are for those who look for a part; a part is known by its name alone.
    const places = new Map(
      [...files.keys()]
        .filter((file) => file.startsWith(place))
        .map((file) => [path.posix.basename(file), file] as const),
    );
    const fileOf = (part: string): string => places.get(`${part}.${edition}`) ?? `${place}${part}.${edition}`;
    return { name, parts: names.map((part) => readPart(part, fileOf(part), files)) };
  });
  return checked({ regions, needs: readNeeds(data['needs'] ?? {}, regions, list) }, `${edition}/`, list, files);
}

const register = 'templates/library.yaml';

/** The names of a region in reading order: those of its list, and behind what each of them names, the rows. */
function withRows(parts: readonly string[], rows: readonly LibraryFunction[], list: SourceFile): readonly string[] {
  const names = [...parts];
  let last = -1;
  for (const { name, behind, line } of rows) {
    if (behind !== null) last = names.indexOf(behind);
    if (behind !== null && last === -1)
      throw new Error(`${register}:${line}: "${name}" stands behind "${behind}", which ${list.path} does not list.`);
    names.splice(++last, 0, name);
  }
  return names;
}

/**
 * Reads `<edition>/snippet/parts.yaml`, the helpers that it lists, and the compact forms of what bodies call,
 * `<edition>/snippet/parts/<name>.<edition>`. What has no compact form is pasted as scripts have it.
 */
function readSnippet<E extends Edition>(
  edition: E,
  rows: readonly LibraryFunction[],
  library: PartLibrary,
  files: Map<string, SourceFile>,
): SnippetTemplates<E> {
  const folder = `${edition}/snippet/`;
  const { list, data, regions: listed } = readList(folder, files);
  const fileOf = (name: string): string => `${folder}parts/${name}.${edition}`;
  const compact = rows.filter(({ name, inSnippets }) => inSnippets && files.has(fileOf(name)));
  const read = (names: readonly string[]): readonly Part[] => names.map((name) => readPart(name, fileOf(name), files));
  const namesOf = (kind: (row: LibraryFunction) => boolean): readonly string[] =>
    compact.filter(kind).map(({ name }) => name);
  const own: readonly Region[] = [
    { name: 'Readers', parts: read(namesOf(({ action }) => action === null)) },
    { name: 'Helpers', parts: read(listed.flatMap(({ parts }) => parts)) },
    { name: 'Actions', parts: read(namesOf(({ action }) => action !== null)) },
  ];
  const known = new Set(own.flatMap(({ parts }) => parts.map(({ name }) => name)));
  const others = library.regions.map(({ name, parts }) => ({
    name,
    parts: parts.filter((part) => !known.has(part.name)),
  }));
  const regions = edition === 'ps1' ? [...own, ...others] : own;
  const templateOf = (phase: 'detect' | 'repair'): Template<`${E}-snippet`> =>
    template(files, `${folder}${phase}.${edition}.hbs`, `${edition}-snippet`);
  return {
    detect: files.has(`${folder}detect.${edition}.hbs`) ? templateOf('detect') : null,
    repair: templateOf('repair'),
    ...checked({ regions, needs: readNeeds(data['needs'] ?? {}, regions, list) }, folder, list, files),
  };
}

interface PartList {
  readonly list: SourceFile;
  readonly data: Record<string, unknown>;
  readonly regions: readonly { readonly name: string; readonly folder: string; readonly parts: readonly string[] }[];
}

function readList(folder: string, files: Map<string, SourceFile>): PartList {
  const list = take(files, `${folder}parts.yaml`);
  const data = readData(list);
  if (!isMap(data) || !Array.isArray(data['regions'])) throw new Error(`${list.path} has no list "regions".`);
  return { list, data, regions: data['regions'].map((region) => readRegion(region, list)) };
}

function checked(library: PartLibrary, folder: string, list: SourceFile, files: Map<string, SourceFile>): PartLibrary {
  const unlisted = [...files.keys()].find((name) => name.startsWith(`${folder}parts/`));
  if (unlisted) throw new Error(`templates/${unlisted} is not listed in ${list.path} or ${register}.`);
  const names = library.regions.flatMap(({ parts }) => parts.map(({ name }) => name.toLowerCase()));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${list.path} lists ${twice} twice: the later one would take the place of the other.`);
  return library;
}

function byPhase<T>(make: (phase: Phase) => T): Record<Phase, T> {
  return Object.fromEntries(phases.map((phase) => [phase, make(phase)])) as Record<Phase, T>;
}

function readRegion(region: unknown, list: SourceFile): PartList['regions'][number] {
  if (!isMap(region) || typeof region['name'] !== 'string' || typeof region['folder'] !== 'string') {
    throw new Error(`${list.path}: a region needs "name", "folder" and "parts".`);
  }
  const { name, folder, parts } = region;
  if (!isNames(parts)) throw new Error(`${list.path}: "parts" of region "${name}" is not a list of names.`);
  return { name, folder, parts };
}

function readPart(name: string, file: string, files: Map<string, SourceFile>): Part {
  return { name, source: take(files, file) };
}

function readNeeds(data: unknown, regions: readonly Region[], list: SourceFile): Map<string, readonly string[]> {
  const known = new Set(regions.flatMap((region) => region.parts.map((part) => part.name)));
  if (!isMap(data)) throw new Error(`${list.path}: "needs" is not a map.`);
  const needs = new Map<string, readonly string[]>();
  for (const [part, needed] of Object.entries(data)) {
    if (!isNames(needed)) throw new Error(`${list.path}: "needs" of "${part}" is not a list of names.`);
    const unknown = [part, ...needed].find((name) => !known.has(name));
    if (unknown) throw new Error(`${list.path}: "needs" of "${part}" names "${unknown}", which is no part.`);
    needs.set(part, needed);
  }
  return needs;
}
