import type { Signing } from '../finish/finish.js';
import { sha256 } from '../bytes/sha256.js';
import { signDetached } from '../sign/cms/detached-cms.js';
import { sumsText } from './manifest.js';
import type { OutputFile } from '../ir/artefact.js';

/**
 * SHA256SUMS at the root of dist/, with its signature: over the page, and over the SHA256SUMS of each product, which lists
 * the rest. So no byte of dist/ is without a signature, and a product's folder can still be handed on alone.
 * @param page paths below dist/.
 * @param productSums SHA256SUMS of each product, with its path below dist/.
 */
export async function signPage(
  page: readonly OutputFile[],
  productSums: readonly OutputFile[],
  { signer, timestamp }: Signing,
): Promise<readonly OutputFile[]> {
  const sums = pageSums(page, productSums);
  const signature = { path: 'SHA256SUMS.p7s', bytes: await signDetached(sums.bytes, signer, { timestamp }) };
  return [...page, sums, signature];
}

/** The SHA256SUMS of a page and its products. Paths below dist/. */
export function pageSums(page: readonly OutputFile[], productSums: readonly OutputFile[]): OutputFile {
  const listed = [...page, ...productSums].map(({ path, bytes }) => ({ path, sha256: sha256(bytes) }));
  return { path: 'SHA256SUMS', bytes: Buffer.from(sumsText(listed)) };
}
