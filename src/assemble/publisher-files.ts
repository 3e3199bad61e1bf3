import type { OutputFile } from '../ir/artefact.js';

/**
 * The certificate that signs, for those who want to trust or compare it: as Windows opens it, whose SHA-256 is the thumbprint that the
 * page names, and as other programs read it. Paths below dist/.
 */
export function publisherFiles(der: Uint8Array): readonly OutputFile[] {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return [
    { path: 'publisher.cer', bytes: der },
    { path: 'publisher.pem', bytes: Buffer.from(pem) },
  ];
}
