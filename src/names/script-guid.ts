import { createHash } from 'node:crypto';

/** The namespace of RFC 9562, appendix A, for names that are addresses. */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The id by which a gallery of PowerShell scripts knows a script whatever its version, its languages and its edition: a UUID of version 5,
 * which follows from the names alone.
 * @param publisher who answers for the checklist: two of them may use one name for a product.
 * @returns in lower case, without braces.
 */
export function scriptGuid(publisher: string, product: string, script: string): string {
  const name = [publisher, product, script].map(encodeURIComponent).join('/');
  const bytes = createHash('sha1')
    .update(urlNamespace)
    .update(`https://github.com/mendsheet/mendsheet/${name}`)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
