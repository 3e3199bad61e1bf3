/**
 * The bytes of emitted text: 7-bit ASCII, CRLF, no byte order mark.
 * @param text LF line ends, checked before to be printable ASCII.
 */
export function encodeText(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('\n', '\r\n'), 'ascii');
}
