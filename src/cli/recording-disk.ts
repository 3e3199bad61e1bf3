import { statSync } from 'node:fs';
import { sha256 } from '../bytes/sha256.js';
import { plainDisk, type Disk } from '../load/disk.js';

/** A question to the disk and its answer, in short: what was asked, of which path, and what came of it. */
export type Seen = readonly [ask: keyof Disk, path: string, answer: string];

export interface RecordingDisk extends Disk {
  /**
   * All that was asked so far, each question once, in the order of the first time; null when one got two answers, or a stamp is not
   * settled: somebody is changing files.
   */
  seen(): readonly Seen[] | null;
}

/** Milliseconds that a file must have been left alone: a stamp may miss a change within the clock's step, which is 2 s on FAT. */
const settledFor = 2000;

/**
 * The disk, with a record of what it was asked and what it answered, errors included.
 * @param isStamped whether a file is known by its stamp, which is quicker to look at than what it holds. Not for files that come
 *   from version control, an archive or another computer: these may bring times of their own.
 */
export function recordingDisk(isStamped: (path: string) => boolean): RecordingDisk {
  const answers = new Map<string, Seen>();
  let isSteady = true;
  const recorded = <Asked extends keyof Disk>(ask: Asked): Disk[Asked] =>
    ((path: string) => {
      const answer = answerTo(ask, path);
      const key = `${ask} ${path}`;
      const earlier = answers.get(key);
      if (earlier && earlier[2] !== answer.short) isSteady = false;
      if (!earlier) answers.set(key, [ask, path, answer.short]);
      if ('error' in answer) throw answer.error;
      return answer.value;
    }) as Disk[Asked];
  const read = recorded('read');
  const stamp = (path: string): string => {
    const { ctimeMs } = statSync(path);
    if (Date.now() - ctimeMs < settledFor) isSteady = false;
    return recorded('stamp')(path);
  };
  return {
    realPath: recorded('realPath'),
    look: recorded('look'),
    read: (path) => {
      if (!isStamped(path)) return read(path);
      stamp(path);
      return plainDisk.read(path);
    },
    list: recorded('list'),
    stamp,
    seen: () => (isSteady ? [...answers.values()] : null),
  };
}

/** Bytes that a file may have to be read for an answer: a multiple of the largest one that a compile reads. */
const largestRead = 16 * 1024 * 1024;

/**
 * Whether the disk answers all questions as before. It stops at the first that it does not. The questions may be anything: what is
 * no file, or is larger than all that a compile reads, is not read.
 */
export function isUnchanged(seen: readonly Seen[]): boolean {
  return seen.every(
    ([ask, path, answer]) => (ask !== 'read' || isReadable(path)) && answerTo(ask, path).short === answer,
  );
}

function isReadable(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return !stat || (stat.isFile() && stat.size <= largestRead);
}

type Answer = { readonly short: string } & ({ readonly value: unknown } | { readonly error: unknown });

function answerTo(ask: keyof Disk, path: string): Answer {
  try {
    const value = plainDisk[ask](path);
    return { value, short: typeof value === 'string' ? value : shortOf(value) };
  } catch (error) {
    return { error, short: `error ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}` };
  }
}

function shortOf(value: Exclude<ReturnType<Disk[keyof Disk]>, string>): string {
  return sha256(Buffer.isBuffer(value) ? value : JSON.stringify(value));
}
