import { unzipSync } from 'fflate';
import { zip } from './zip.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import type { Artefact } from '../ir/artefact.js';
import { wordsIn, type Catalog, type Language } from '../ir/catalog.js';
import type { ChannelSpec } from '../ir/channel.js';

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
): readonly Artefact[] {
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
  return [unsignedArtefact(`${product}/${folder}.zip`, zip(content, 'deflated'))];
}

/** More than any script that a service takes. */
const largestMember = 10_000_000;

/**
 * Some files of a channel's archive, by path below dist/. Whoever made the archive, no other member is unpacked; of one that cannot be
 * read nothing comes out.
 * @param wanted paths below dist/.
 */
export function readChannelArchive(
  { product }: Catalog,
  { name }: ChannelSpec,
  archive: Uint8Array,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Uint8Array> {
  const pathOf = (member: string): string => `${product}/${member.slice(product.length + 1)}`;
  const isWanted = ({
    name: member,
    originalSize,
  }: {
    readonly name: string;
    readonly originalSize: number;
  }): boolean =>
    member.startsWith(`${product}-${name}/`) && wanted.has(pathOf(member)) && originalSize <= largestMember;
  try {
    const members = Object.entries(unzipSync(archive, { filter: isWanted }));
    return new Map(members.map(([member, bytes]) => [pathOf(member), bytes] as const));
  } catch {
    return new Map();
  }
}
