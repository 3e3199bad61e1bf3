import type { SignerDescription } from '../ir/manifest.js';
import { describeCertificate, type Certificate } from '../sign/x509/certificate.js';

/** The signer as the manifest names it. */
export function describeSigner(
  certificate: Certificate,
  { development, timestamped }: { readonly development: boolean; readonly timestamped: boolean },
): SignerDescription {
  const { subject, issuer, thumbprint, sha256, notAfter } = describeCertificate(certificate);
  return { development, subject, issuer, thumbprint, sha256, notAfter: notAfter.toISOString(), timestamped };
}
