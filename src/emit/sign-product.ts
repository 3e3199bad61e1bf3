import { signCatalog } from '../sign/catalog.js';
import type { Certificate } from '../sign/certificate.js';
import { signDetached } from '../sign/detached-cms.js';
import type { Timestamper } from '../sign/sign-message.js';
import type { Signer } from '../sign/signer.js';

export interface ProductFile {
  /** Path relative to the product's folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The signatures over a whole product: a detached one beside SHA256SUMS, and a catalog over every file, batch and the
 * detached signature included. The catalog is the last file to be made, since it covers all others.
 *
 * A catalog states when it was made. Here that is the first day of the signing certificate, so that the same input and
 * key give the same bytes; when something was really signed is what a timestamp says.
 */
export async function signProduct(
  files: readonly ProductFile[],
  catalogName: string,
  signer: Signer,
  timestamp: Timestamper | undefined,
): Promise<readonly ProductFile[]> {
  const [leaf] = signer.certificates;
  const signatures: ProductFile[] = [];
  const sums = files.find(({ path }) => path === 'SHA256SUMS');
  if (sums) {
    const bytes = await signDetached(sums.bytes, signer, timestamp ? { timestamp } : {});
    signatures.push({ path: 'SHA256SUMS.p7s', bytes });
  }
  const members = [...files, ...signatures].map(({ path, bytes }) => ({ path, content: bytes }));
  const catalog = await signCatalog(members, signer, { time: madeAt(leaf), ...(timestamp ? { timestamp } : {}) });
  return [...files, ...signatures, { path: catalogName, bytes: catalog }];
}

function madeAt(certificate: Certificate): Date {
  return certificate.notBefore;
}
