import { concatBytes, equalBytes } from '../asn1/bytes.js';
import { SignError } from '../sign-error.js';
import { failure, type VerificationFailure } from '../verification-failure.js';

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
  const text = asText(file);
  const begin = text.endsWith(`\r\n${endLine}`) ? text.lastIndexOf(`\r\n${beginLine}`) : -1;
  if (begin === -1) return { content: undefined, signature: undefined, failures: [missingBlock(text)] };
  const content = file.subarray(0, begin);
  const base64 = text.slice(begin + 2 + beginLine.length, -endLine.length).replace(/^# |\r\n/gm, '');
  const signature = new Uint8Array(Buffer.from(base64, 'base64'));
  const failures = [...markerFailures(text.slice(0, begin)), ...contentFailures(content)];
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
 * What keeps a text from being signed: other than printable ASCII, tab and CRLF, or a signature marker.
 * Without a byte order mark Windows reads a script in the code page of the machine, so a non-ASCII text has no one digest.
 */
export function contentFailures(content: Uint8Array): VerificationFailure[] {
  const text = asText(content);
  const failures: VerificationFailure[] = [];
  const odd = text.search(/[^\t\r\n\x20-\x7e]/);
  if (odd !== -1) {
    const value = text.charCodeAt(odd).toString(16).padStart(2, '0');
    const where = `on line ${lineOf(text, odd)}`;
    failures.push(
      failure('body-not-ascii', `The text holds the byte ${value} ${where}; only printable ASCII is allowed.`),
    );
  }
  const loose = text.search(/(?<!\r)\n|\r(?!\n)/);
  if (loose !== -1)
    failures.push(failure('body-not-crlf', `Line ${lineOf(text, loose)} of the text does not end with CRLF.`));
  return failures;
}

/** Signature markers in a text that should have none. */
export function markerFailures(text: string): VerificationFailure[] {
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

function missingBlock(text: string): VerificationFailure {
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

/** The bytes as characters of the same numbers. */
function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
