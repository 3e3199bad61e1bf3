import path from 'node:path';
import type { SourceFile } from '../source/source-file.js';
import { phases, type Edition, type Phase } from '../ir/catalog.js';
import { isMap, readData, readMessages, readTemplateFiles, take, takeFolder } from './template-files.js';
import type { EditionTemplates, Part, PartLibrary, Region, ScriptTemplates, Templates } from './templates.js';

/**
 * Reads templates/** of the package, apart from those of the download page. They belong to the compiler and not to its
 * input: whatever is wrong with them is thrown as an Error that names the file.
 */
export function loadTemplates(packageRoot: string): Templates {
  const files = readTemplateFiles(packageRoot, '');
  takeFolder(files, 'page/');
  const messages = readMessages(take(files, 'messages.yaml'));
  const ps1 = readEdition('ps1', files);
  const cmd = readEdition('cmd', files);
  return { messages, ps1, cmd, others: files };
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readEdition(edition: Edition, files: Map<string, SourceFile>): EditionTemplates {
  const script = take(files, `${edition}/script.${edition}.hbs`);
  const heads = byPhase((phase) => take(files, `${edition}/head/${phase}.${edition}.hbs`));
  const mains = byPhase((phase) => take(files, `${edition}/main/${phase}.${edition}`));
  const detect = `${edition}/snippet/detect.${edition}.hbs`;
  const hasSnippets = files.has(`${edition}/snippet/parts.yaml`);
  const snippet = hasSnippets && {
    detect: files.has(detect) ? take(files, detect) : null,
    repair: take(files, `${edition}/snippet/repair.${edition}.hbs`),
    ...readLibrary(`${edition}/snippet/`, edition, files),
  };
  const channels = readChannels(edition, files);
  const library = readLibrary(`${edition}/`, edition, files);
  return {
    script,
    heads,
    mains,
    channels,
    snippet: snippet || null,
    ...library,
    others: takeFolder(files, `${edition}/`),
  };
}

/** Pairs `channel/<name>.head.<edition>.hbs` and `channel/<name>.main.<edition>`. */
function readChannels(edition: Edition, files: Map<string, SourceFile>): Map<string, ScriptTemplates> {
  const start = `${edition}/channel/`;
  const end = `.head.${edition}.hbs`;
  const names = [...files.keys()]
    .filter((file) => file.startsWith(start) && file.endsWith(end))
    .map((file) => file.slice(start.length, -end.length));
  return new Map(
    names.map((name) => {
      const head = take(files, `${start}${name}${end}`);
      return [name, { head, main: take(files, `${start}${name}.main.${edition}`) }];
    }),
  );
}

/** Reads `<folder>parts.yaml` and the parts it lists, `<folder>parts/<folder of its region>/.../<name>.<edition>`. */
function readLibrary(folder: string, edition: Edition, files: Map<string, SourceFile>): PartLibrary {
  const list = take(files, `${folder}parts.yaml`);
  const data = readData(list);
  if (!isMap(data) || !Array.isArray(data['regions'])) throw new Error(`${list.path} has no list "regions".`);
  const regions = data['regions'].map((region) => readRegion(region, folder, edition, list, files));
  const unlisted = [...files.keys()].find((name) => name.startsWith(`${folder}parts/`));
  if (unlisted) throw new Error(`templates/${unlisted} is not listed in ${list.path}.`);
  const names = regions.flatMap(({ parts }) => parts.map(({ name }) => name.toLowerCase()));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${list.path} lists ${twice} twice: the later one would take the place of the other.`);
  return { regions, needs: readNeeds(data['needs'] ?? {}, regions, list) };
}

function byPhase<T>(make: (phase: Phase) => T): Record<Phase, T> {
  return Object.fromEntries(phases.map((phase) => [phase, make(phase)])) as Record<Phase, T>;
}

function readRegion(
  region: unknown,
  folder: string,
  edition: Edition,
  list: SourceFile,
  files: Map<string, SourceFile>,
): Region {
  if (!isMap(region) || typeof region['name'] !== 'string' || typeof region['folder'] !== 'string') {
    throw new Error(`${list.path}: a region needs "name", "folder" and "parts".`);
  }
  const { name, parts } = region;
  if (!isNames(parts)) throw new Error(`${list.path}: "parts" of region "${name}" is not a list of names.`);
  const place = `${path.posix.join(folder, 'parts', region['folder'])}/`;
  // Folders below the region's are for those who look for a part; a part is known by its name alone.
  const places = new Map(
    [...files.keys()]
      .filter((file) => file.startsWith(place))
      .map((file) => [path.posix.basename(file), file] as const),
  );
  return { name, parts: parts.map((part) => readPart(part, `${part}.${edition}`, place, places, files)) };
}

function readPart(
  name: string,
  file: string,
  place: string,
  places: ReadonlyMap<string, string>,
  files: Map<string, SourceFile>,
): Part {
  return { name, source: take(files, places.get(file) ?? place + file) };
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
