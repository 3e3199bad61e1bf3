import { equalBytes } from '../asn1/bytes.js';

/** UTF-8 of U+FEFF. A file that starts with it is UTF-8 for Windows, and it is part of what is hashed. */
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

export function hasMark(file: Uint8Array): boolean {
  return equalBytes(file.subarray(0, byteOrderMark.length), byteOrderMark);
}

/** The same file with a byte order mark in front. */
export function withMark(file: Uint8Array): Uint8Array {
  return Buffer.concat([byteOrderMark, file]);
}

/** The same file without the byte order mark that it has. */
export function withoutMark(file: Uint8Array): Uint8Array {
  return file.subarray(byteOrderMark.length);
}

/**
 * A script as characters: UTF-8 behind a byte order mark, of which U+FEFF stays the first character, as Windows hashes it
 * (reproduced on scripts that Microsoft signed). Without a mark a byte is a character of the same number. Bytes that are no UTF-8
 * come out as U+FFFD.
 */
export function scriptText(file: Uint8Array): string {
  return bufferOf(file).toString(hasMark(file) ? 'utf8' : 'latin1');
}

/** Bytes as characters of the same numbers, for looking at the block, which is ASCII in every file. */
export function latin1Text(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1');
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
