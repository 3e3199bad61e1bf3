import { lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../bytes/sha256.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { packDiagnostics, unpackDiagnostics } from '../diagnostics/packed.js';
import { plainDisk, type Disk } from '../load/disk.js';
import { isWithin } from './is-within.js';
import { packageRoot, program, requirements } from './package-root.js';
import { isUnchanged, recordingDisk, type Seen } from './recording-disk.js';
import { cacheFolder } from './user-folders.js';

/** What a command says of a checklist. */
export interface Answer<Value> {
  readonly diagnostics: readonly Diagnostic[];
  /** As JSON carries it; null where mistakes keep the command from it. */
  readonly value: Value | null;
}

export interface Question<Value> {
  /** The command, and what of its options decides on the answer. */
  readonly command: string;
  readonly options: readonly (string | number | null)[];
  /** Index of the checklist; null for what is asked of the program alone. */
  readonly index: string | null;
  /** Whether an earlier answer will do. */
  readonly cache: boolean;
  /** What an answer looks like: one that was kept may be damaged. */
  readonly isValue: (value: unknown) => value is Value;
}

export const cacheOption = {
  cache: {
    type: 'boolean' as const,
    default: true,
    describe: 'Answer as before when nothing has changed; --no-cache looks again',
  },
};

/**
 * The answer of `ask`, or the one that it gave the last time to the same question, where all that it follows from is the same: every
 * answer of the disk to what `ask` read of the checklist, the program with its packages, the version of Node and the day. What was kept is found in
 * the user's cache folder, in a file for each question, and is left alone where that folder could be somebody else's.
 */
export async function lastAnswer<Value>(
  question: Question<Value>,
  ask: (disk: Disk) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  if (!question.cache) return ask(plainDisk);
  const asked = JSON.stringify(everythingOf(question));
  const folder = join(cacheFolder(), 'answers');
  const file = join(folder, `${sha256(asked)}.json`);
  if (question.index !== null && isWithin(folder, dirname(resolve(question.index)))) return ask(plainDisk);
  const known = readAnswer(file, asked, question.isValue);
  if (known) return known;
  const disk = recordingDisk(isOfProgram);
  // Before any of it is imported: what changes on the way is different the next time.
  lookAtProgram(disk);
  const answer = await ask(disk);
  const seen = disk.seen();
  if (seen) keepAnswer(file, asked, seen, answer);
  return answer;
}

/** Form of the entries; a change of it makes others unknown. */
const format = 1;

function everythingOf({ command, options, index }: Question<unknown>): readonly unknown[] {
  const { version, platform, arch } = process;
  const day = new Date().toISOString().slice(0, 10);
  return [
    format,
    command,
    options,
    index === null ? null : resolve(index),
    day,
    packageRoot,
    program,
    version,
    platform,
    arch,
  ];
}

/**
 * Looks at the code of this program and which versions of packages it stands on. There are hundreds of files of code, which nobody
 * writes by hand, so they are known by their stamps; a new one counts for nothing before an old one imports it.
 */
function lookAtProgram(disk: Disk): void {
  lookAtCode(disk, fileURLToPath(new URL('..', import.meta.url)));
  disk.read(join(packageRoot, 'package.json'));
  for (const name of requirements) readManifest(disk, name);
}

function lookAtCode(disk: Disk, folder: string): void {
  for (const { name, kind } of plainDisk.list(folder)) {
    const path = join(folder, name);
    if (kind === 'folder') lookAtCode(disk, path);
    else if (/(?<!\.d)\.(?:js|ts|json)$/.test(name)) disk.stamp(path);
  }
}

/** Whether a file belongs to this program, as its templates do. A checklist beside it is input as any other. */
function isOfProgram(path: string): boolean {
  return isWithin(path, join(packageRoot, 'templates')) || isWithin(path, join(packageRoot, 'src'));
}

/** A package lies beside this one or in a folder above; an optional one may be missing. */
function readManifest(disk: Disk, name: string): void {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    try {
      disk.read(join(folder, 'node_modules', name, 'package.json'));
      return;
    } catch {
      if (folder === dirname(folder)) return;
    }
  }
}

/** Bytes that an entry may have, and all of them together. A checklist of 10,000 checks makes one of 5 MB. */
const largestEntry = 16 * 1024 * 1024;
const largestFolder = 4 * largestEntry;

/** Milliseconds after which an entry is not worth its place. */
const oldest = 30 * 24 * 60 * 60 * 1000;

/** An entry is its hash, a line end and JSON, so that one that was cut off or damaged is none. */
function readAnswer<Value>(
  file: string,
  asked: string,
  isValue: (value: unknown) => value is Value,
): Answer<Value> | null {
  try {
    if (!isOwnFolder(dirname(file))) return null;
    const stat = lstatSync(file);
    if (!stat.isFile() || stat.size > largestEntry) return null;
    const text = readFileSync(file, 'utf8');
    const hash = text.slice(0, 64);
    const json = text.slice(65);
    if (sha256(json) !== hash) return null;
    return answerOf(JSON.parse(json), asked, isValue);
  } catch {
    // Nothing there, or nothing of ours: both mean to ask again.
    return null;
  }
}

function answerOf<Value>(
  entry: { readonly asked?: unknown; readonly seen?: unknown; readonly said?: unknown; readonly value?: unknown },
  asked: string,
  isValue: (value: unknown) => value is Value,
): Answer<Value> | null {
  const { seen, value = null } = entry;
  const diagnostics = unpackDiagnostics(entry.said);
  if (entry.asked !== asked || !diagnostics || !isSeen(seen) || (value !== null && !isValue(value))) return null;
  return isUnchanged(seen) ? { diagnostics, value } : null;
}

function isSeen(value: unknown): value is readonly Seen[] {
  return (
    Array.isArray(value) &&
    value.every(
      (each: unknown) =>
        Array.isArray(each) &&
        each.length === 3 &&
        each.every((part) => typeof part === 'string') &&
        Object.hasOwn(plainDisk, String(each[0])),
    )
  );
}

/** A folder that others can write to could have answers of theirs. Windows has ACLs instead of modes. */
function isOwnFolder(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0);
}

/**
 * Keeps an answer, under a name of its own first, so that no other process reads half of one. A disk that is full or that can only be
 * read keeps nothing, which costs time alone.
 */
function keepAnswer(file: string, asked: string, seen: readonly Seen[], { diagnostics, value }: Answer<unknown>): void {
  const json = JSON.stringify({ asked, seen, said: packDiagnostics(diagnostics), value });
  if (Buffer.byteLength(json) > largestEntry - 100) return;
  const folder = dirname(file);
  const fresh = `${file.slice(0, -'.json'.length)}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwnFolder(folder)) return;
    rmSync(fresh, { force: true });
    writeFileSync(fresh, `${sha256(json)}\n${json}`, { mode: 0o600, flag: 'wx' });
    renameSync(fresh, file);
    removeOld(folder);
  } catch {
    // Whatever is left of it is removed when it is old.
  }
}

/** Removes what is too old, the oldest of what is too much, and what a process that was killed left half written. */
function removeOld(folder: string): void {
  const entries = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{64}(?:\.json|\.\d+\.new)$/.test(name))
    .flatMap((name) => {
      const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
      return stat ? [{ name, size: stat.size, time: stat.mtimeMs }] : [];
    })
    .sort((a, b) => b.time - a.time);
  let total = 0;
  for (const { name, size, time } of entries) {
    total += size;
    if (total > largestFolder || Date.now() - time > oldest) rmSync(join(folder, name), { force: true });
  }
}
