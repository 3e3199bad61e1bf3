import type { Signing } from '../finish/finish.js';
import { signCatalog } from '../sign/catalog/catalog.js';
import { signDetached } from '../sign/cms/detached-cms.js';
import type { OutputFile } from '../ir/artefact.js';

/**
 * The signatures over a whole product: a detached one beside SHA256SUMS, and a catalog over every file, batch and the
 * detached signature included. The catalog is the last file to be made, since it covers all others.
 *
 * A catalog states when it was made. Here that is the first day of the signing certificate, so that the same input and
 * key give the same bytes; when something was really signed is what a timestamp says.
 * @param files of the product's folder by path relative to it, SHA256SUMS among them.
 */
export async function signProduct(
  files: readonly OutputFile[],
  catalogName: string,
  { signer, timestamp }: Signing,
): Promise<readonly OutputFile[]> {
  const [{ notBefore: time }] = signer.certificates;
  const sums = files.find(({ path }) => path === 'SHA256SUMS');
  if (!sums) throw new Error('A product without SHA256SUMS cannot be signed.');
  const signature = { path: 'SHA256SUMS.p7s', bytes: await signDetached(sums.bytes, signer, { timestamp }) };
  const covered = [...files, signature];
  const members = covered.map(({ path, bytes }) => ({ path, content: bytes }));
  return [...covered, { path: catalogName, bytes: await signCatalog(members, signer, { time, timestamp }) }];
}
