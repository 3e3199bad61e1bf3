import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import type { Archive } from './pack-archives.js';
import type { Artefact } from '../ir/artefact.js';
import { wordsIn, type Catalog, type Language } from '../ir/catalog.js';
import type { ChannelSpec } from '../ir/channel.js';
import type { Plan } from '../ir/plan.js';
import { checkArchive } from '../names/check-slug.js';
import type { Scripts } from './channel.js';

/**
 * Everything of a channel in one ZIP file, so that what belongs together stays together in a downloads folder: one folder, with
 * README.txt of the steps, sizes and hashes in it.
 * @param files of the channel's folder, by path below dist/.
 * @returns "<product>/<product>-<channel>.zip"; nothing for a channel without files.
 */
export function channelArchive(
  { product, title, version, languages }: Catalog,
  { name, words }: ChannelSpec,
  files: readonly Artefact[],
): readonly Archive[] {
  if (files.length === 0) return [];
  const folder = `${product}-${name}`;
  const prefix = `${product}/${name}/`;
  const entries = files
    .map((file) => ({ ...file, name: file.path.slice(prefix.length) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const steps = (language: Language): readonly string[] => [
    `${wordsIn(title, language)}: ${wordsIn(words.heading, language)}`,
    '',
    ...words.steps.map((step, index) => `${index + 1}. ${wordsIn(step, language).replaceAll('{Product}', product)}`),
    '',
  ];
  const readMe = [
    // A checklist may have a language that the tool has no words in.
    ...languages.filter((language) => words.heading[language] !== undefined).flatMap(steps),
    `Version ${version}, https://github.com/mendsheet/mendsheet/blob/main/docs/channels.md`,
    '',
    'SHA-256, bytes, file:',
    ...entries.map(({ sha256, bytes, name: file }) => `${sha256} ${String(bytes.length).padStart(9)} ${file}`),
    '',
  ];
  // Notepad of Windows 10 before 1809 needs CRLF, and the mark to see UTF-8.
  const content = [
    { path: `${folder}/README.txt`, bytes: Buffer.from(`\ufeff${readMe.join('\r\n')}`) },
    ...entries.map(({ name: file, bytes }) => ({ path: `${folder}/${file}`, bytes })),
  ];
  return [{ path: `${product}/${folder}.zip`, entries: content }];
}

/**
 * The scripts of each check alone, an archive a check: who wants one takes a fraction of what the script weighs.
 * @param finished every script that goes out.
 */
export function checkArchives({ catalog, scripts }: Plan, finished: Scripts): readonly Archive[] {
  return catalog.checks.flatMap((check) => {
    const entries = scripts.flatMap(({ role, path }) => {
      const file = role.kind === 'single' && role.check === check ? finished.get(path) : undefined;
      return file ? [{ path: posix.basename(path), bytes: file.bytes }] : [];
    });
    if (entries.length === 0) return [];
    return [{ path: `${catalog.product}/${checkArchive(check)}`, entries }];
  });
}

/** More than any script that a service takes. */
const largestMember = 10_000_000;

/**
 * Scripts that lie in the archives of a product, by path below dist/. Whoever made an archive, no other member is unpacked; of one that
 * cannot be read nothing comes out.
 * @param files of the product, by path relative to its folder.
 */
export function archivedScripts(plan: Plan, files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...membersByArchive(plan)].flatMap(([name, members]) => unpacked(files.get(name), members)));
}

/** By archive below the product's folder: its members that are scripts of the plan, and where each stands below dist/. */
function membersByArchive({ catalog: { product }, scripts, channels }: Plan): ReadonlyMap<string, Members> {
  const archives = new Map<string, Map<string, string>>();
  const add = (archive: string, member: string, path: string): void => {
    archives.set(archive, (archives.get(archive) ?? new Map<string, string>()).set(member, path));
  };
  for (const { role, path } of scripts) {
    if (role.kind === 'single') add(checkArchive(role.check), posix.basename(path), path);
    const below = path.slice(product.length + 1);
    const channel = channels.find(({ spec }) => below.startsWith(`${spec.name}/`));
    if (channel) add(`${product}-${channel.spec.name}.zip`, `${product}-${below}`, path);
  }
  return archives;
}

/** Paths below dist/ by member. */
type Members = ReadonlyMap<string, string>;

function unpacked(archive: Uint8Array | undefined, members: Members): readonly (readonly [string, Uint8Array])[] {
  try {
    const found = unzipSync(archive ?? Uint8Array.of(), {
      filter: ({ name, originalSize }) => members.has(name) && originalSize <= largestMember,
    });
    return Object.entries(found).flatMap(([member, bytes]) => {
      const path = members.get(member);
      return path === undefined ? [] : [[path, bytes] as const];
    });
  } catch {
    return [];
  }
}
