import type { Encoding } from '../ir/artefact.js';

/**
 * The bytes of emitted text, with CRLF.
 * @param text LF line ends, checked before to hold only what its encoding can.
 */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  const lines = text.replaceAll('\n', '\r\n');
  return encoding === 'ascii' ? Buffer.from(lines, 'ascii') : Buffer.from(`\ufeff${lines}`, 'utf8');
}

/** The inverse, of either encoding: without byte order mark, LF line ends. */
export function decodeEmitted(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
}
