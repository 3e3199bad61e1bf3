import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { hiddenInLines, nameOfCharacter } from '../source/hidden-character.js';
import { sha256 } from '../bytes/sha256.js';
import type { Disk } from './disk.js';
import type { SourceFile, Span } from '../source/source-file.js';

/** Bytes that a file of a checklist may have. */
export const maximumBytes = 1024 * 1024;

/** Refused in every input; a tab is for the format to judge. */
const refused = new RegExp(`(?!\\t)${hiddenInLines.source}`, 'gu');

/**
 * Reads a text file: UTF-8 with or without a byte order mark, any line ends. Its size is looked at before its content.
 * `shown` is the path for people; `askedAt` the place that names the file, null when nothing does.
 */
export function readText(disk: Disk, file: string, shown: string, askedAt: Span | null): Result<SourceFile | null> {
  const place = askedAt ?? emptySpan(shown);
  try {
    const { isFile, bytes } = disk.look(file);
    if (!isFile) return refuse(diagnose('load/not-a-file', `"${shown}" is not a file.`, place));
    if (bytes > maximumBytes) return refuse(tooLarge(shown, bytes, place));
    const content = disk.read(file);
    if (content.length > maximumBytes) return refuse(tooLarge(shown, content.length, place));
    return readAgain(file, shown, content);
  } catch (error) {
    return refuse(diagnoseUnreadable(error, shown, place));
  }
}

/** What each file was when it was last read. A watch reads all files again and again, and nearly all are as they were. */
const lastRead = new Map<string, { readonly hash: string; readonly result: Result<SourceFile | null> }>();

/** The same object as before for a file with the same bytes, so that later stages know what they have seen. */
function readAgain(file: string, shown: string, bytes: Buffer): Result<SourceFile | null> {
  const key = `${file}\0${shown}`;
  const hash = sha256(bytes);
  const last = lastRead.get(key);
  if (last?.hash === hash) return last.result;
  const result = decodeText(bytes, shown);
  lastRead.set(key, { hash, result });
  return result;
}

function refuse(diagnostic: Diagnostic): Result<null> {
  return { value: null, diagnostics: [diagnostic] };
}

/** The start of a file that has no text to point into. */
export function emptySpan(shown: string): Span {
  return { source: { path: shown, text: '' }, start: 0, end: 0 };
}

function tooLarge(shown: string, bytes: number, place: Span): Diagnostic {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return diagnose('load/too-large', `"${shown}" has ${size}; a file of a checklist may have 1 MiB.`, place);
}

/** What a failed call of the file system means to an author. */
export function diagnoseUnreadable(error: unknown, shown: string, place: Span): Diagnostic {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'ENAMETOOLONG') {
    return diagnose('load/missing-file', `"${shown}" does not exist.`, place);
  }
  if (reason === 'EISDIR') return diagnose('load/not-a-file', `"${shown}" is not a file.`, place);
  return diagnose('load/unreadable-file', `"${shown}" cannot be read (${reason}).`, place);
}

/** Turns the bytes of a file into text with LF line ends, or says what keeps it from being text. */
export function decodeText(bytes: Uint8Array, shown: string): Result<SourceFile | null> {
  const loose = new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
  const source: SourceFile = { path: shown, text: loose };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(notUtf8(bytes, source));
  }
  const found = [...loose.matchAll(refused)];
  const [first] = found;
  if (!first) return { value: source, diagnostics: [] };
  const more = found.length > 1 ? ` (${found.length} places in this file)` : '';
  const span = { source, start: first.index, end: first.index + first[0].length };
  return refuse(
    diagnose(
      'load/control-character',
      `The character ${nameOfCharacter(first[0])}, which cannot be seen, stands here${more}.`,
      span,
    ),
  );
}

function notUtf8(bytes: Uint8Array, source: SourceFile): Diagnostic {
  const [first = 0, second = 0] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return diagnose('load/not-utf8', 'The file is UTF-16, not UTF-8.', emptySpan(source.path));
  const at = firstBadByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at)).replaceAll('\r\n', '\n').length;
  const value = (bytes[at] as number).toString(16).toUpperCase().padStart(2, '0');
  const message = `The byte 0x${value} here is not UTF-8.`;
  return diagnose('load/not-utf8', message, { source, start: before, end: before + 1 });
}

/** The offset of the first byte that belongs to no well-formed character, by halving the prefix that decodes. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle + 1), true)) good = middle + 1;
    else bad = middle;
  }
  // The character may have begun earlier: its first bytes are good as far as they go.
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good -= 1;
  return Math.min(good, bytes.length - 1);
}

/** In streaming mode an unfinished character at the end is no mistake yet. */
function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
