import { isUtf8 } from 'node:buffer';
import { concatBytes, equalBytes } from '../asn1/bytes.js';
import { SignError } from '../sign-error.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import { hasMark, latin1Text, scriptText } from './script-text.js';

/** A file taken apart: what stands before the block, and the PKCS#7 in it. */
export interface BlockReading {
  /** The text that is signed; undefined when no block was found at the end of the file. */
  readonly content: Uint8Array | undefined;
  /** The DER of the block; undefined when it cannot be decoded. */
  readonly signature: Uint8Array | undefined;
  readonly failures: readonly VerificationFailure[];
}

const beginLine = '# SIG # Begin signature block\r\n';
const endLine = '# SIG # End signature block\r\n';
const lineWidth = 64;
/** Wider than what Windows looks for: whoever writes these words in a script invites two readings of it. */
const marker = /SIG\s*#\s*(Begin|End)\s+signature\s+block/i;

/**
 * The block for a script, starting with the CRLF that belongs to it: Base64 lines of 64 characters behind `# `, CRLF everywhere.
 * The layout is signtool's and Set-AuthenticodeSignature's; all scripts of Microsoft that were read have it.
 */
export function formatBlock(signature: Uint8Array): Uint8Array {
  const base64 = Buffer.from(signature).toString('base64');
  let text = `\r\n${beginLine}`;
  for (let at = 0; at < base64.length; at += lineWidth) text += `# ${base64.slice(at, at + lineWidth)}\r\n`;
  return new Uint8Array(Buffer.from(text + endLine, 'latin1'));
}

/**
 * Takes a signed script apart, from its end. Never throws.
 *
 * Windows and other tools look for the block from different ends, and some ignore what follows it. So the block has to be the
 * last thing in the file, the only one, and spelled exactly as formatBlock spells it.
 */
export function readBlock(file: Uint8Array): BlockReading {
  const text = latin1Text(file);
  const begin = text.endsWith(`\r\n${endLine}`) ? text.lastIndexOf(`\r\n${beginLine}`) : -1;
  if (begin === -1) return { content: undefined, signature: undefined, failures: missingBlock(text) };
  const content = file.subarray(0, begin);
  const base64 = text.slice(begin + 2 + beginLine.length, -endLine.length).replace(/^# |\r\n/gm, '');
  const signature = new Uint8Array(Buffer.from(base64, 'base64'));
  const failures = [...markerFailures(content), ...contentFailures(content)];
  if (!equalBytes(formatBlock(signature), file.subarray(begin))) {
    failures.push(failure('block-not-canonical', 'The signature block is not written as signing tools write it.'));
  }
  return { content, signature, failures };
}

/**
 * The text without its signature block: the bytes that were given to signScript.
 * Throws SignError `content-invalid` when the file does not end with exactly one well-formed block.
 */
export function stripBlock(file: Uint8Array): Uint8Array {
  const { content, failures } = readBlock(file);
  const [first] = failures;
  if (first || !content) throw new SignError('content-invalid', first?.message ?? 'The file has no signature block.');
  return content;
}

/**
 * What keeps a text from being signed, beside signature markers. Without a byte order mark Windows reads a script in the code page of
 * the machine, so that only ASCII has one digest everywhere; behind a mark it is UTF-8. Lines end with CRLF in either.
 */
export function contentFailures(content: Uint8Array): VerificationFailure[] {
  const text = scriptText(content);
  const failures = hasMark(content) ? markedFailures(content, text) : asciiFailures(text);
  const loose = text.search(/(?<!\r)\n|\r(?!\n)/);
  if (loose !== -1)
    failures.push(failure('body-not-crlf', `Line ${lineOf(text, loose)} of the text does not end with CRLF.`));
  return failures;
}

function asciiFailures(text: string): VerificationFailure[] {
  const odd = text.search(/[^\t\r\n\x20-\x7e]/);
  if (odd === -1) return [];
  const value = text.charCodeAt(odd).toString(16).padStart(2, '0');
  const message = `Line ${lineOf(text, odd)} of the text has the byte ${value}; without a byte order mark, a text is printable ASCII.`;
  return [failure('body-not-ascii', message)];
}

/** @param text `content`, which has a byte order mark, as characters. */
function markedFailures(content: Uint8Array, text: string): VerificationFailure[] {
  if (!isUtf8(content)) {
    return [failure('body-not-utf8', 'The text has a byte order mark of UTF-8 and bytes that are not UTF-8.')];
  }
  const failures: VerificationFailure[] = [];
  const second = text.indexOf('\ufeff', 1);
  if (second !== -1) {
    failures.push(
      failure('second-mark', `A second byte order mark stands on line ${lineOf(text, second)} of the text.`),
    );
  }
  const control = text.search(/(?![\t\r\n])\p{Cc}/u);
  if (control !== -1) {
    const message = `Line ${lineOf(text, control)} of the text has the control character ${text.charCodeAt(control)}.`;
    failures.push(failure('body-control', message));
  }
  return failures;
}

/** Signature markers in a text that should have none. */
export function markerFailures(content: Uint8Array): VerificationFailure[] {
  const text = scriptText(content);
  const found = marker.exec(text);
  if (!found) return [];
  const line = lineOf(text, found.index);
  if (text.includes(beginLine) && text.includes(endLine)) {
    return [failure('second-block', `The text has a signature block of its own on line ${line}.`)];
  }
  return [failure('marker-in-body', `The text has a signature marker on line ${line}.`)];
}

/** A script with its block. The inverse of readBlock. */
export function joinBlock(content: Uint8Array, signature: Uint8Array): Uint8Array {
  return concatBytes(content, formatBlock(signature));
}

/** @param text a file that does not end with a block, as characters of its bytes' numbers. */
function missingBlock(text: string): VerificationFailure[] {
  // In UTF-16 every second byte of a block is 0.
  if (text.includes('S\0I\0G\0') && text.replaceAll('\0', '').includes(endLine.trimEnd())) {
    return [failure('file-utf16', 'The file is UTF-16; what is signed is ASCII, or UTF-8 with a byte order mark.')];
  }
  const reason = missingBlockAsItIs(text);
  const lines = text.replace(/\r+\n?|\n/g, '\r\n');
  if (lines === text || !lines.endsWith(`\r\n${endLine}`)) return [reason];
  const message = 'The line ends of the file were changed after it was signed; they were CRLF.';
  return [failure('body-not-crlf', message), reason];
}

function missingBlockAsItIs(text: string): VerificationFailure {
  const end = text.lastIndexOf(endLine.trimEnd());
  if (end === -1) {
    if (marker.test(text)) return failure('block-damaged', 'The signature block has no end.');
    return failure('block-missing', 'The file has no signature.');
  }
  const rest = text.slice(end + endLine.length - 2);
  if (rest.trim() !== '') return failure('text-after-block', 'Text stands behind the signature block.');
  if (rest !== '\r\n')
    return failure('block-not-canonical', 'The file does not end with the last line of the signature block and CRLF.');
  return failure('block-damaged', 'The signature block has no beginning, or its lines do not end with CRLF.');
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
