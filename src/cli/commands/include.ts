import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { counted } from '../../diagnostics/counted.js';
import { hasErrors, type Result } from '../../diagnostics/diagnostic.js';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { writeDist } from '../../emit/write-dist.js';
import { say } from '../../host/terminal.js';
import { plainDisk } from '../../load/disk.js';
import { loadProject } from '../../load/load-project.js';
import { hashOfText, lockFile } from '../../load/read-package.js';
import { readText } from '../../load/read-text.js';
import { copiedPackages } from '../../source/copied-packages.js';
import type { LockSpec } from '../../spec/schema.js';
import { validateProject } from '../../spec/validate.js';
import type { Command } from '../command.js';
import { indexOption, refuseMissingIndex } from '../checklist-index.js';
import { gatherPackages, type Gathered, type GatheredInclude, type GatheredPackage } from '../gather-packages.js';
import { leftByBrowsing } from '../out-folder.js';
import { report, reportOptions, UsageError } from '../run-command.js';

interface IncludeArguments {
  readonly index: string;
  readonly format: ReportFormat;
  readonly maxProblems: number;
}

export const includeCommand: Command<IncludeArguments> = {
  builder: (yargs) => yargs.options({ ...indexOption, ...reportOptions }).strict(),
  handler: async ({ index, format, maxProblems }) => {
    const { value: lines, diagnostics } = await includePackages(index);
    process.exitCode = report(diagnostics, format, maxProblems);
    for (const line of lines) say`${line}`;
  },
};

/**
 * Copies the packages that an index includes to checks/packages/, and locks them; nothing is written where something is wrong.
 * @returns what was read and what is other than before, a line each.
 * @throws UsageError where something would be lost, or there is no index.
 */
export async function includePackages(index: string): Promise<Result<readonly string[]>> {
  refuseMissingIndex(index);
  const loaded = loadProject(resolve(index));
  const validated = loaded.value && validateProject(loaded.value);
  const spec = validated?.value;
  if (!loaded.value || !spec || spec.broken.index) {
    const source = loaded.value?.index.source;
    const found = [...loaded.diagnostics, ...(validated?.diagnostics ?? [])];
    // What is wrong with the packages that lie there may be what this command is to mend.
    return { value: [], diagnostics: found.filter(({ span }) => !source || span.source === source) };
  }
  const { root } = loaded.value;
  const before = spec.lock?.value ?? null;
  const folder = join(root, copiedPackages);
  refuseLoss(folder, before);
  const { value: gathered, diagnostics } = gatherPackages(root, spec.index);
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  if (gathered.include.length === 0) {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    return { value: ['The index includes no package.'], diagnostics };
  }
  const copies = [...gathered.packages.values()].filter(({ at }) => at === null);
  const files = copies.flatMap(({ id, files: own }) =>
    [...own].map(([path, { text }]) => ({ path: `${id}/${path}`, bytes: Buffer.from(text, 'utf8') })),
  );
  await writeDist(folder, [...files, { path: 'lock.yaml', bytes: Buffer.from(lockText(gathered), 'utf8') }]);
  return { value: differences(gathered, before), diagnostics };
}

/**
 * Copies are written anew as a whole, so nothing may lie there that the lock does not have: it would be lost.
 * @throws UsageError that names what does.
 */
function refuseLoss(folder: string, lock: LockSpec | null): void {
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !leftByBrowsing.has(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter((path) => path !== 'lock.yaml' || lock === null);
  const lost = paths.filter((path) => {
    const [id = '', ...rest] = path.split('/');
    const files = lock && Object.hasOwn(lock.packages, id) ? lock.packages[id]?.files : undefined;
    const { value: source } = readText(plainDisk, join(folder, path), path, null);
    const file = rest.join('/');
    return !source || !files || !Object.hasOwn(files, file) || files[file] !== hashOfText(source);
  });
  if (lost.length === 0) return;
  const some = lost.slice(0, 5).join(', ');
  const more = lost.length > 5 ? ` and ${lost.length - 5} more` : '';
  throw new UsageError(
    `In ${copiedPackages}/, the lock does not have ${some}${more} as it is, and it would be lost. Keep what you need of it elsewhere, remove it, and try again.`,
  );
}

/** The text of the lock. Names and hashes are of forms that need no escape, and what could be a number is in quotation marks. */
function lockText({ include, packages }: Gathered): string {
  const entry = (each: GatheredInclude): string =>
    `{ ${'package' in each ? `package: '${each.package}'` : `folder: '${each.folder.replaceAll("'", "''")}'`}, is: ${each.is} }`;
  const list = (entries: readonly GatheredInclude[], indent: string): string =>
    entries.map((each) => `${indent}- ${entry(each)}\n`).join('');
  const sorted = [...packages.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const blocks = sorted.map(({ id, version, at, include: own, files }) => {
    const hashes = [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, source]) => `      ${path}: '${hashOfText(source)}'\n`);
    return [
      `  ${id}:\n`,
      ...(version === null ? [] : [`    version: '${version}'\n`]),
      ...(own.length === 0 ? [] : [`    include:\n${list(own, '      ')}`]),
      at === null ? `    files:\n${hashes.join('')}` : `    at: '${at}'\n`,
    ].join('');
  });
  const head =
    '# Written by "mendsheet include"; check, build and test hold the packages against it. SHA-256 of texts with LF line ends.\n';
  return `${head}format: 1\ninclude:\n${list(include, '  ')}packages:\n${blocks.join('')}`;
}

/** What was read, and what is other than before, a line each. */
function differences({ packages }: Gathered, before: LockSpec | null): readonly string[] {
  const known = (id: string): LockSpec['packages'][string] | undefined =>
    before && Object.hasOwn(before.packages, id) ? before.packages[id] : undefined;
  const gone = Object.keys(before?.packages ?? {}).filter((id) => !packages.has(id));
  return [
    ...[...packages.values()].flatMap((each) => differencesOf(each, known(each.id)?.files)),
    ...gone.map((id) => `${id}: not included any more`),
    `The lock is ${lockFile}. Look at the difference, and commit it with the packages.`,
  ];
}

function differencesOf(
  { id, version, at, files }: GatheredPackage,
  known: Readonly<Record<string, string>> | undefined,
): readonly string[] {
  const name = version === null ? id : `${id} ${version}`;
  const count = counted(files.size, 'file');
  if (at !== null) return [`${name}: ${count} in ${at}/, read where they stand`];
  if (!known) return [`${name}: ${count}, new`];
  const changed = [...files].filter(([path, source]) => known[path] !== hashOfText(source)).map(([path]) => path);
  const gone = Object.keys(known).filter((path) => !files.has(path));
  return [
    `${name}: ${count}, ${changed.length + gone.length === 0 ? 'as before' : 'changed'}`,
    ...changed.map((path) => `  ${Object.hasOwn(known, path) ? 'changed' : 'new'}  ${path}`),
    ...gone.map((path) => `  gone  ${path}`),
  ];
}
