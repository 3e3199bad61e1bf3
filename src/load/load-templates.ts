import path from 'node:path';
import type { SourceFile } from '../source/source-file.js';
import { phases, type Edition, type Phase } from '../ir/catalog.js';
import { isMap, readData, readMessages, readTemplateFiles, take, takeFolder } from './template-files.js';
import type { ScriptTemplatesOf, Template, ViewName } from '../ir/template.js';
import type { EditionTemplates, Part, PartLibrary, Region, Templates } from './templates.js';

/**
 * Reads templates/** of the package, apart from those of the download page, and what stands in the folders of channels
 * beside their code. They belong to the compiler and not to its input: whatever is wrong with them is thrown as an Error
 * that names the file.
 */
export function loadTemplates(packageRoot: string): Templates {
  const files = readTemplateFiles(packageRoot, 'templates/');
  takeFolder(files, 'page/');
  const messages = readMessages(take(files, 'messages.yaml'));
  const channelFiles = readTemplateFiles(packageRoot, 'src/channels/');
  for (const name of [...channelFiles.keys()]) if (name.endsWith('.ts')) channelFiles.delete(name);
  const ps1 = readEdition('ps1', files, channelFiles);
  const cmd = readEdition('cmd', files, new Map());
  return { messages, ps1, cmd, channelFiles, others: files };
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readEdition<E extends Edition>(
  edition: E,
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
  const snippetTemplate = (phase: 'detect' | 'repair'): Template<`${E}-snippet`> =>
    template(files, `${edition}/snippet/${phase}.${edition}.hbs`, `${edition}-snippet`);
  const snippet = files.has(`${edition}/snippet/parts.yaml`) && {
    detect: files.has(`${edition}/snippet/detect.${edition}.hbs`) ? snippetTemplate('detect') : null,
    repair: snippetTemplate('repair'),
    ...readLibrary(`${edition}/snippet/`, edition, files),
  };
  const channels = new Map([
    ...readChannelScripts(edition, script, takeFolder(files, `${edition}/channel/`)),
    ...readChannelScripts(edition, script, channelFiles),
  ]);
  const library = readLibrary(`${edition}/`, edition, files);
  return { scripts, channels, snippet: snippet || null, ...library, others: takeFolder(files, `${edition}/`) };
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

/** Reads `<folder>parts.yaml` and the parts it lists, `<folder>parts/<region's folder>/<name>.<edition>`. */
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
  return { name, parts: parts.map((part) => readPart(part, `${place}${part}.${edition}`, files)) };
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
